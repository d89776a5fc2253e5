import Testing

/// Draws diagrams with the real mermaid.js in a headless browser.
package struct MermaidCheck {
  /// What mermaid.js made of one diagram.
  package struct Result: Decodable, Sendable {
    package struct Node: Decodable, Sendable {
      package let id: String
      package let label: String
    }
    package struct Edge: Decodable, Sendable {
      package let from: String
      package let to: String
      package let label: String
      /// Whether it only serves the layout.
      package let hidden: Bool
    }
    package struct Subgraph: Decodable, Sendable {
      package let id: String
      package let nodes: [String]
    }
    package struct Participant: Decodable, Sendable {
      package let id: String
    }
    package struct Message: Decodable, Sendable {
      package let from: String
      package let to: String
    }
    /// The texts as a reader sees them.
    package struct Drawn: Decodable, Sendable {
      package let nodes: [String]
      package let clusters: [String]
      package let edge_labels: [String]
      package let texts: [String]
      package let actors: [String]
      package let messages: [String]
      package let notes: [String]
    }
    package let ok: Bool
    package let error: String?
    package let nodes: [Node]?
    package let edges: [Edge]?
    package let subgraphs: [Subgraph]?
    package let participants: [Participant]?
    package let messages: [Message]?
    package let notes: [String]?
    /// The keywords of the blocks.
    package let blocks: [String]?
    package let boxes: [String?]?
    package let drawn: Drawn?
  }

  package init() {}

  /// Draws diagrams; the results are in the order of the texts. `PODMAP_MERMAID` names the version of mermaid.js for
  /// calls that name none: `11.6.0`, `elk`, …
  ///
  /// Only a suite whose name ends in `BrowserTests` may call this: `make test-unit` leaves out those and no others.
  package func draw(_ texts: [String], version: String? = nil) throws -> [Result] {
    let test = Test.current.map { "\($0.id)" } ?? "no test"
    guard test.contains("BrowserTests/") else {
      throw Failure("\(test) draws in a browser; move it to a suite whose name ends in BrowserTests")
    }
    return try MermaidServer.shared.get().draw(texts, version: version)
  }
}
