import Foundation
import PodmapTestSupport
import Testing

/// A line between two boxes, by the texts that a reader sees.
private struct Line: Hashable, CustomStringConvertible {
  var from: String
  var label: String
  var to: String

  init(_ from: String, _ label: String, _ to: String) {
    (self.from, self.label, self.to) = (from, label, to)
  }

  var description: String { "\(from) --\(label)--> \(to)" }
}

@Suite("The pictures of pods and containers")
struct PodVersusContainerTests {
  private static let pictures: [(name: String, direction: String, lines: [Line])] = [
    (
      "architecture", "TB",
      [
        Line("Kubernetes Cluster", "Manages", "Nodes"), Line("Nodes", "Hosts", "Pods"),
        Line("Pods", "Contains", "Containers"),
      ]
    ),
    (
      "pod-contents", "TB",
      [
        Line("Pod", "Contains", "Container 1"), Line("Pod", "Contains", "Container 2"),
        Line("Pod", "Shares", "Network Namespace"), Line("Pod", "Shares", "Storage Volumes"),
      ]
    ),
    (
      "working-together", "LR",
      [
        Line("Kubernetes Cluster", "Hosts", "Node"), Line("Node", "Runs", "Pod"),
        Line("Pod", "Contains", "Container A"), Line("Pod", "Contains", "Container B"),
        Line("Pod", "Shares", "Network Namespace"), Line("Pod", "Shares", "Shared Storage Volumes"),
        Line("Container A", "Communicates via localhost", "Container B"),
      ]
    ),
    (
      "differences", "LR",
      [
        Line("Pod", "Abstraction", "Groups One or More Containers"), Line("Pod", "Shares", "Network Namespace"),
        Line("Pod", "Shares", "Storage Volumes"), Line("Container", "Standalone", "Encapsulates Applications"),
        Line("Container", "Isolation", "Does Not Share Resources"),
        Line("Pod", "Managed by Kubernetes", "Has a Lifecycle"),
        Line("Container", "Managed by Tools", "Has Individual Lifecycle"),
      ]
    ),
  ]

  @Test("They are drawn as SVG and PNG with all their text")
  func rendered() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let samples = packageFolder().appendingPathComponent("samples/pod-vs-container").path
    let outcome = try PodmapCommand()(samples, "-o", "x.svg", "-o", "x.png", in: folder.url)
    #expect(outcome.exitCode == 0)
    for picture in Self.pictures {
      let svg = try String(contentsOf: folder.url.appendingPathComponent("x-\(picture.name).svg"), encoding: .utf8)
      let texts = svg.matches(of: />([^<>]+)<\/text>\n/).map { String($0.1) }.joined().filter { $0 != " " }
      for text in picture.lines.flatMap({ [$0.from, $0.label, $0.to] }) {
        // Long labels stand in two lines.
        #expect(texts.contains(text.filter { $0 != " " }), "\(text)")
      }
      let png = try Data(contentsOf: folder.url.appendingPathComponent("x-\(picture.name).png"))
      #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47]))
    }
  }

  @Suite("The pictures of pods and containers, in a browser")
  struct BrowserTests {
    @Test(
      "They have these boxes and lines and no others, with these texts and in this direction",
      arguments: PodVersusContainerTests.pictures.indices
    )
    func structure(_ position: Int) throws {
      let (name, direction, lines) = PodVersusContainerTests.pictures[position]
      let outcome = try PodmapCommand()("samples/pod-vs-container/\(name).yaml", in: packageFolder())
      #expect(outcome.exitCode == 0)
      #expect(outcome.messages.isEmpty)
      #expect(outcome.output.contains("\nflowchart \(direction)\n"))
      let result = try #require(try MermaidCheck().draw([outcome.output]).first)
      let nodes = try #require(result.nodes)
      let labels = Dictionary(nodes.map { ($0.id, $0.label) }) { first, _ in first }
      let edges = try #require(result.edges)
      #expect(edges.map { Line(labels[$0.from] ?? "?", $0.label, labels[$0.to] ?? "?") } == lines)
      #expect(edges.filter(\.hidden).isEmpty)
      #expect(nodes.map(\.label).sorted() == Set(lines.flatMap { [$0.from, $0.to] }).sorted())
      #expect(result.drawn?.nodes.sorted() == nodes.map(\.label).sorted())
      #expect(result.subgraphs?.isEmpty == true)
    }

    @Test("A pod's start has six messages, written by hand and from the manifest of a plain pod alike")
    func lifecycle() throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let manifest = try folder.write(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: nginx}]}
        """, to: "pod.yaml")
      let written = try PodmapCommand()("samples/pod-vs-container/lifecycle.yaml", in: packageFolder())
      let derived = try PodmapCommand()(manifest.path, "--view", "lifecycle")
      let expected = [
        "User ->> Kubernetes API: Create Pod", "Kubernetes API ->> Pod: Start Pod",
        "Pod ->> Container: Start Containers",
        "Container -->> Pod: Running Status", "Pod -->> Kubernetes API: Status Updates",
        "Kubernetes API -->> User: Pod Created Successfully",
      ]
      for outcome in [written, derived] {
        #expect(outcome.exitCode == 0)
        #expect(outcome.messages.isEmpty)
        #expect(Self.messages(in: outcome.output) == expected)
      }
      for result in try MermaidCheck().draw([written.output, derived.output]) {
        #expect(result.ok, "\(result.error ?? "")")
        #expect(result.messages?.count == 6)
      }
    }

    /// The messages of a sequence diagram, with the names that readers see.
    private static func messages(in text: String) -> [String] {
      var names: [Substring: Substring] = [:]
      var messages: [String] = []
      for line in text.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
        if let found = line.firstMatch(of: /^(?:actor|participant) (\w+) as (.+)$/) { names[found.1] = found.2 }
        if let found = line.firstMatch(of: /^(\w+?)(-+>>)(\w+): (.+)$/) {
          messages.append("\(names[found.1] ?? "?") \(found.2) \(names[found.3] ?? "?"): \(found.4)")
        }
      }
      return messages
    }
  }
}
