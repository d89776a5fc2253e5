import PodmapComparison
import PodmapDiagrams
import PodmapTestSupport
import Testing
import PodmapComparisonTestSupport

@Suite("Pictures of comparisons")
struct PictureTests {
  private static let cases = SamplePicture.all.flatMap { sample in
    ComparisonPicture.Kind.allCases.map { (sample, $0) }
  }

  @Test("Both kinds equal the goldens, in Mermaid and DOT", arguments: cases)
  func goldens(_ sample: SamplePicture, _ kind: ComparisonPicture.Kind) throws {
    let picture = sample.picture(kind)
    var failures: [String] = []
    for (text, ending) in [(mermaid(picture), "mmd"), (dot(picture), "dot")] {
      do {
        try Golden().check(text, named: "\(sample.name)-\(kind.rawValue).\(ending)")
      } catch { failures.append("\(error)") }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test("Graphviz lays them out without a message, the left side on the left")
  func laidOut() throws {
    for (sample, kind) in Self.cases {
      let picture = sample.picture(kind)
      #expect(try !GraphvizCheck().layOut(dot(picture)).isEmpty)
      guard kind == .sideBySide else { continue }
      let places = try GraphvizCheck().places(dot(picture))
      let columns = [0, 1].map { side in
        picture.diagram.cards.filter { $0.group == side }.compactMap { places[$0.id.text]?.x }
      }
      #expect(columns.allSatisfy { !$0.isEmpty })
      #expect(columns[0].max() ?? 0 < columns[1].min() ?? 0, "\(sample.name)")
    }
  }

  @Test("The legend explains a mark that only lines of cards have", arguments: ComparisonPicture.Kind.allCases)
  func signsInLines(_ kind: ComparisonPicture.Kind) {
    let together = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec: {containers: [{name: a, image: "x:1"}, {name: b, image: "y:1"}]}
      """
    let comparison = Comparison(
      layout(together),
      layout(deployment("a", container: "a", image: "x:2") + deployment("b", container: "b", image: "y:1")))
    let picture = ComparisonPicture(comparison, left: "l", right: "r", .init(kind: kind))
    let marks = picture.diagram.cards.flatMap { [$0.mark] + ($0.pod?.containers.map(\.mark) ?? []) }
    #expect(!marks.contains(.changed))
    #expect(dot(picture).contains(">~ changed<"))
    #expect(mermaid(picture).contains("#126; changed"))
  }

  @Test("Each container and object has its mark, and a container that has moved says where it was")
  func marks() throws {
    let picture = SamplePicture.versions.picture(.merged)
    let cards = Dictionary(uniqueKeysWithValues: picture.diagram.cards.map { ("\($0.kind) \($0.name)", $0) })
    #expect(
      cards.mapValues(\.mark) == [
        "Deployment shop": .changed, "Deployment cache": .added, "Deployment mail": .kept, "Service shop": .kept,
        "Service cache": .added, "Service mail": .kept,
      ])
    let shop = try #require(cards["Deployment shop"]?.pod)
    #expect(shop.containers.map(\.name) == ["server", "metrics", "shipper"])
    #expect(shop.containers.map(\.mark) == [.changed, .added, .removed])
    #expect(
      shop.containers[0].lines == [
        "~ image: shop:1 → shop:2", "~ environment: CACHE=redis://localhost:6379 → CACHE=redis://cache:6379",
        "~ mounts: volumeMounts[/logs]: {mountPath: /logs, name: logs} → none",
      ])
    #expect(cards["Deployment shop"]?.lines.contains("→ cache is now in Deployment cache") ?? false)
    let cache = try #require(cards["Deployment cache"]?.pod?.containers.first)
    #expect(cache.mark == .moved && cache.lines == ["was in Deployment shop"])
    let lines = picture.diagram.links.map { "\($0.mark?.rawValue ?? "none") \($0.from.text) \($0.to.text)" }
    #expect(
      Set(lines) == [
        "removed default__Deployment__shop__server default__Deployment__cache__cache",
        "added default__Deployment__shop__server default__Service__cache",
        "added default__Service__cache default__Deployment__cache__cache",
        "kept default__Deployment__shop__server default__Service__mail",
        "kept default__Service__mail default__Deployment__mail__app",
        "kept default__Service__shop default__Deployment__shop__server",
      ])
  }

  @Test("Side by side, each matched pair has one line, and calls are written as text")
  func sides() throws {
    let picture = SamplePicture.versions.picture(.sideBySide)
    #expect(
      picture.diagram.links.map { "\($0.from.text) \($0.to.text)" } == [
        "left__default__Deployment__mail__app right__default__Deployment__mail__app",
        "left__default__Deployment__shop__server right__default__Deployment__shop__server",
        "left__default__Deployment__shop__cache right__default__Deployment__cache__cache",
      ])
    #expect(picture.diagram.links.allSatisfy { $0.isMatch })
    let server = try #require(picture.diagram.cards.first { $0.group == 0 && $0.name == "shop" }?.pod?.containers.first)
    #expect(
      server.lines == ["reached by Service shop:80", "~ calls cache via localhost:6379", "calls Service mail:25"])
  }

  @Test("Side by side is for containers in different pods, merged for everything else")
  func kinds() {
    #expect(SamplePicture.versions.comparison.bestPicture == .sideBySide)
    let (old, new) = (deployment("web", image: "nginx:1"), deployment("web", image: "nginx:2"))
    #expect(Comparison(layout(old), layout(new)).bestPicture == .merged)
    #expect(Comparison(layout(old), layout("")).bestPicture == .merged)
  }

  @Test("A large application shows what has changed and says how much it leaves out, unless everything is requested")
  func folded() throws {
    func shop(_ image: String) -> Layout {
      layout(
        (1...30).map { number in
          deployment("web\(number)", image: number == 7 ? image : "nginx:1")
            + service("web\(number)", port: 80, target: 80) + "\n---\n"
        }.joined())
    }
    let comparison = Comparison(shop("nginx:1"), shop("nginx:2"))
    for kind in ComparisonPicture.Kind.allCases {
      let names = ComparisonPicture(comparison, left: "a", right: "b", .init(kind: kind)).diagram.cards.map(\.name)
      let objects = kind == .merged ? "29 Deployments, 29 Services" : "29 Deployments"
      #expect(Set(names) == ["web7", "not drawn, the same on both sides: \(objects) (--all draws them)"])
      let all = ComparisonPicture(comparison, left: "a", right: "b", .init(kind: kind, showsAll: true)).diagram
      #expect(all.cards.count == 60)
    }
  }

  @Test(
    "A picture that is too large for GitHub is cut, and the fence contains the overview",
    arguments: ComparisonPicture.Kind.allCases)
  func large(_ kind: ComparisonPicture.Kind) throws {
    func shop(_ suffix: String) -> Layout {
      layout((1...400).map { deployment("web\($0)\(suffix)", container: "c\($0)", image: "image\($0):1") }.joined())
    }
    let picture = ComparisonPicture(
      Comparison(shop(""), shop("-new")), left: "a", right: "b", .init(kind: kind, condensing: nil))
    guard case .cut(let partition) = MermaidParts(picture.diagram) else { throw Failure("it is not cut") }
    #expect(partition.fits)
    #expect(partition.parts.allSatisfy { MermaidFlowchartWriter.fits($0.text) })
    if kind == .sideBySide {
      let lines = partition.parts.flatMap(\.diagram.links)
      #expect(lines.count == 400, "the two places of a container stand in one part")
    }
    let fence = try #require(picture.fence)
    #expect(fence.hasPrefix("```mermaid\n") && fence.hasSuffix("```\n"))
    #expect(MermaidFlowchartWriter.fits(fence))
  }

  @Test("The order of YAML documents makes no difference", arguments: ComparisonPicture.Kind.allCases)
  func order(_ kind: ComparisonPicture.Kind) {
    let sample = SamplePicture.versions
    func reversed(_ text: String) -> String { text.split(separator: "---\n").reversed().joined(separator: "\n---\n") }
    let other = SamplePicture(name: "reversed", left: reversed(sample.left), right: reversed(sample.right))
    let (one, two) = (sample.picture(kind), other.picture(kind))
    #expect(mermaid(one) == mermaid(two))
    #expect(dot(one) == dot(two))
  }

  @Test(
    "Comparing a layout with itself, or nothing with nothing, gives pictures without changes",
    arguments: ComparisonPicture.Kind.allCases)
  func same(_ kind: ComparisonPicture.Kind) throws {
    let some = layout(SamplePicture.versions.left)
    let marks = ComparisonPicture(Comparison(some, some), left: "a", right: "a", .init(kind: kind)).diagram.cards.map(
      \.mark)
    #expect(!marks.isEmpty && marks.allSatisfy { $0 == .kept })
    let none = ComparisonPicture(Comparison(layout(""), layout("")), left: "a", right: "b", .init(kind: kind))
    #expect(none.diagram.cards.isEmpty)
    #expect(try !GraphvizCheck().layOut(dot(none)).isEmpty)
  }

  @Suite("Pictures of comparisons in a browser")
  struct BrowserTests {
    @Test("A comparison of nothing with nothing is drawn", arguments: ComparisonPicture.Kind.allCases)
    func empty(_ kind: ComparisonPicture.Kind) throws {
      let none = ComparisonPicture(Comparison(layout(""), layout("")), left: "a", right: "b", .init(kind: kind))
      #expect(try MermaidCheck().draw([mermaid(none)])[0].ok)
    }

    @Test("Every version of mermaid.js draws them", arguments: ["10.7.0", "11.6.0", "11.12.0", "11.16.0", "elk"])
    func drawn(_ version: String) throws {
      let names = try Golden().names(withExtension: "mmd")
      #expect(names.count == PictureTests.cases.count)
      let results = try MermaidCheck().draw(try names.map { try Golden().text($0) }, version: version)
      for (name, result) in zip(names, results) { #expect(result.ok, "\(name): \(result.error ?? "")") }
    }

    @Test(
      "Names from manifests appear unchanged in the picture, and create nothing else",
      arguments: ComparisonPicture.Kind.allCases)
    func hostile(_ kind: ComparisonPicture.Kind) throws {
      let picture = SamplePicture.hostile.picture(kind)
      let result = try MermaidCheck().draw([mermaid(picture)])[0]
      let texts = result.drawn?.nodes ?? []
      for name in ["a\"] --> b", "```", "<i>init</i>", "x\"<b>&amp;`${}|:2", "#quot;:1"] {
        #expect(texts.contains { $0.contains(name) }, "\(name) is not drawn")
      }
      let ids = Set((result.nodes ?? []).map(\.id).filter { !$0.hasPrefix("legend_") && !$0.hasPrefix("note_") })
      let known = picture.diagram.cards.flatMap { card in [card.id] + (card.pod?.containers.map(\.id) ?? []) }
      #expect(ids.isSubset(of: Set(known.map(\.text))))
      let lines = (result.edges ?? []).filter { !$0.hidden }
      #expect(kind == .merged || lines.count == picture.diagram.links.count)
    }
  }
}
