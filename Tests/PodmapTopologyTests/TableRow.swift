import PodmapManifests
import PodmapTopology
import Testing

/// One object, and the edges that its fields give.
struct TableRow: CustomTestStringConvertible, Sendable {
  let kind: String
  let text: String
  let others: [String]
  let edges: [String]

  /// An object `x` of `kind`, written "apps/v1 Deployment", with lines behind its metadata. Edges are written as
  /// "-uses-> Secret/s", with `x` for the object itself; what is in its namespace needs none before it.
  init(_ kind: String, _ text: String, with others: [String] = [], _ edges: String...) {
    self.kind = kind
    self.text = text
    self.others = others
    self.edges = edges
  }

  var testDescription: String { "\(kind): \(text.prefix(60).replacing("\n", with: " "))" }

  var manifests: String {
    ([Self.object(kind, "x", text)] + others).joined(separator: "---\n")
  }

  /// An object in the namespace `shop`; without one where the kind has none.
  static func object(_ kind: String, _ name: String, _ text: String = "", labels: String = "") -> String {
    let words = kind.split(separator: " ")
    let isWide = ResourceKind(apiVersion: String(words[0]), kind: String(words[1])).builtInScope == .cluster
    let metadata = text.hasPrefix("metadata:") ? "" : metadata(name, isWide, labels)
    return "apiVersion: \(words[0])\nkind: \(words[1])\n\(metadata)\(text)\n"
  }

  private static func metadata(_ name: String, _ isWide: Bool, _ labels: String) -> String {
    return "metadata: {name: \(name)\(isWide ? "" : ", namespace: shop"), labels: {\(labels)}}\n"
  }

  /// The edges that are there, written as those that are expected.
  var found: [String] {
    let graph = Graph(manifests)
    let words = kind.split(separator: " ")
    let own = ResourceKind(apiVersion: String(words[0]), kind: String(words[1])).rawValue + "/x"
    return graph.edges().map { edge in
      edge.replacing("shop/", with: "").split(separator: " ").map { $0 == own ? "x" : String($0) }
        .joined(separator: " ").replacing("x -", with: "-", maxReplacements: edge.contains(own + " -") ? 1 : 0)
    }.sorted()
  }
}
