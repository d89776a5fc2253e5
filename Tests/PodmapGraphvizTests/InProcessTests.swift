import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Rendering in this process")
struct InProcessTests {
  private let graphs = [
    Graphs.small,
    "digraph h { subgraph cluster_x { label=X; c; d } c -> d [label=<<b>to</b>>]; c -> e; subgraph cluster_y { e; f } }",
    "graph { node [shape=box]; x -- y -- z -- x; x -- w }",
  ]

  @Test("From several tasks at once, again and again, a graph gives the same bytes as in a worker")
  func sameBytes() async throws {
    let worker = RenderWorker(executable: try PodmapCommand().executable, arguments: ["render-worker"])
    let formats: [PictureFormat] = [.svg, .png, .pdf]
    let expected = try formats.map { format in try graphs.map { try worker.render($0, as: format) } }
    try await withThrowingTaskGroup(of: (format: Int, graph: Int, bytes: [UInt8]).self) { group in
      for _ in 0..<3 {
        for format in formats.indices {
          for graph in graphs.indices {
            let (dot, name) = (graphs[graph], formats[format])
            group.addTask { (format, graph, try GraphvizRendering.render(dot, as: name)) }
          }
        }
      }
      for try await result in group {
        #expect(
          result.bytes == expected[result.format][result.graph], "\(formats[result.format]) \(graphs[result.graph])")
      }
    }
  }

  @Test("A graph with an error leaves nothing behind for the next one")
  func afterErrors() throws {
    let good = try GraphvizRendering.render(graphs[1], as: .svg)
    for bad in ["digraph {", "digraph { a } }", "", "nonsense", "digraph { a [label=<<b>x</i>>] }"] {
      _ = try? GraphvizRendering.render(bad, as: .svg)
      #expect(try GraphvizRendering.render(graphs[1], as: .svg) == good)
    }
    #expect(throws: RenderError.self) { try GraphvizRendering.render("digraph {", as: .svg) }
  }

  @Test("Only the first graph of a text is drawn, and the rest is not left for the next text")
  func severalGraphs() throws {
    let first = try GraphvizRendering.render("digraph a { x } digraph b { y }", as: .svg)
    #expect(first == (try GraphvizRendering.render("digraph a { x }", as: .svg)))
    #expect(
      String(decoding: try GraphvizRendering.render("digraph c { z }", as: .svg), as: UTF8.self).contains(">z</text>"))
  }

  @Test("With low effort a layout ends that else takes very long")
  func lowEffort() throws {
    let picture = try GraphvizRendering.picture(of: Graphs.slow(100), PictureRequest(.svg, effort: .low))
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains(">n99</text>"))
  }
}
