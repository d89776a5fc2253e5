import Foundation
import Podmap
import PodmapDiagrams
import PodmapTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A picture")
struct PictureTests {
  @Test("The library offers every flow view")
  func views() { #expect(Picture.View.allCases.map(\.rawValue) == FlowView.all.map(\.name)) }

  /// An application with something for every view.
  private let shop = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: shop}
    spec:
      selector: {matchLabels: {app: shop}}
      template:
        metadata: {labels: {app: shop}}
        spec:
          serviceAccountName: seller
          containers:
            - name: web
              image: web:1
              ports: [{containerPort: 80}]
              envFrom: [{configMapRef: {name: settings}}]
              volumeMounts: [{name: data, mountPath: /data}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: shop}
    spec: {selector: {app: shop}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
    ---
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data}
    """

  @Test("It is the same as the command's, in every view and text format", arguments: Picture.View.allCases)
  func sameAsCommand(_ view: Picture.View) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(shop, to: "shop.yaml").path
    let application = try Application(reading: [given])
    let picture = application.picture(view)
    let podmap = try PodmapCommand()
    let formats = ["mermaid": picture.mermaid, "md": picture.markdown, "dot": picture.dot, "json": picture.json]
    for (format, text) in formats {
      #expect(try podmap(given, "--view", view.rawValue, "--format", format).output == text, "\(format)")
    }
    #expect(application.json == (try podmap("inspect", given, "--format", "json").output))
  }

  @Test(
    "Drawn repeatedly in this process, SVG has the bytes that the command writes", arguments: Picture.View.allCases
  )
  func sameSVG(_ view: Picture.View) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(shop, to: "shop.yaml").path
    let picture = try Application(reading: [given]).picture(view)
    let command = try PodmapCommand()(given, "--view", view.rawValue, "--format", "svg").output
    for _ in 0..<3 { #expect(String(decoding: try picture.svg(), as: UTF8.self) == command) }
  }

  @Test("A scale makes pictures larger, and an invalid one throws")
  func scale() throws {
    let picture = Application(manifests: web, named: "shop").picture()
    #expect(try pixelWidth(picture.png(scale: 3)) >= 3 * pixelWidth(picture.png()) - 3)
    for scale in [0, -1, 9, Double.nan] {
      let error = #expect(throws: PodmapError.self) { try picture.webp(scale: scale) }
      #expect(error?.description.hasSuffix("the scale \(scale) is not between 0.1 and 8") == true)
    }
  }

  /// The size in the header of a PNG.
  private func pixelWidth(_ png: [UInt8]) -> Int {
    png[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test("Heading, direction and legend are as requested")
  func options() {
    let application = Application(manifests: web)
    let plain = application.picture()
    let changed = application.picture(.workloads, title: "The shop", direction: .leftToRight, showsLegend: false)
    #expect(plain.mermaid.contains("flowchart TB"))
    #expect(changed.mermaid.contains("flowchart LR"))
    #expect(changed.title == "The shop")
    #expect(changed.summary == "1 Deployment, 1 Service with 1 container.")
  }

  @Test("A picture too large for a page is one complete text, and an overview and parts as pages")
  func large() throws {
    let folder = packageFolder().appendingPathComponent("Tests/Applications/delivery-platform").path
    let picture = try Application(reading: [folder]).picture()
    let names = ["storefront", "logistics", "platform"]
    #expect(names.allSatisfy { picture.mermaid.contains($0) })
    let pages = picture.pages
    #expect(pages[0].name == nil && Set(pages.compactMap(\.name)) == Set(names))
    #expect(pages.allSatisfy { $0.mermaid.utf16.count <= 50_000 })
    #expect(pages.allSatisfy { picture.markdown.contains($0.mermaid) })
  }

  @Test("Very many similar objects are one box with their number")
  func many() {
    let pods = (0..<400).map {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: pod-\($0)-of-many}\nspec: {containers: [{name: app, image: x}]}\n"
    }
    let picture = Application(manifests: pods.joined(separator: "---\n"), named: "large").picture()
    #expect(picture.pages.count == 1)
    #expect(picture.mermaid.contains("Pod ×400"))
    #expect(picture.mermaid.utf16.count < 2_000)
  }

  @Test("A small picture has one page")
  func small() {
    let picture = Application(manifests: web).picture()
    #expect(picture.pages.map(\.mermaid) == [picture.mermaid])
    #expect(picture.pages.map(\.title) == [picture.title])
  }

  @Test("Every image begins with the signature of its format")
  func images() throws {
    let picture = Application(manifests: web).picture()
    #expect(try picture.svg().starts(with: "<?xml".utf8))
    #expect(try picture.png().starts(with: [0x89] + "PNG".utf8))
    #expect(try picture.pdf().starts(with: "%PDF-".utf8))
    #expect(try picture.webp().starts(with: "RIFF".utf8))
  }

  @Test("SVG is well-formed and has the picture's title and summary")
  func svg() throws {
    let picture = Application(manifests: web).picture(title: "A & <B>")
    let svg = try picture.svg()
    #expect(XMLParser(data: Data(svg)).parse())
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("<title id=\"podmap-title\">A &amp; &lt;B&gt;</title>"))
    #expect(text.contains("<desc id=\"podmap-description\">\(picture.summary)</desc>"))
  }

  @Test("Pictures can be drawn from several threads at once")
  func concurrency() async throws {
    let application = Application(manifests: web + "---\n" + cache)
    let drawn = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<4 {
        for view in Picture.View.allCases { group.addTask { Data(try application.picture(view).svg()) } }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(drawn.count == 4 * Picture.View.allCases.count)
    #expect(drawn.allSatisfy { XMLParser(data: $0).parse() })
  }
}
