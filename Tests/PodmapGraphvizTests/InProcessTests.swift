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

  @Test("A graph gives the same bytes as in a worker, repeatedly and from several tasks at once")
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

  @Test("A graph with an error does not affect the next one")
  func afterErrors() throws {
    let good = try GraphvizRendering.render(graphs[1], as: .svg)
    for bad in ["digraph {", "digraph { a } }", "", "nonsense", "digraph { a [label=<<b>x</i>>] }"] {
      _ = try? GraphvizRendering.render(bad, as: .svg)
      #expect(try GraphvizRendering.render(graphs[1], as: .svg) == good)
    }
    #expect(throws: RenderError.self) { try GraphvizRendering.render("digraph {", as: .svg) }
  }

  @Test("Only the first graph of a text is drawn, and the rest does not affect the next text")
  func severalGraphs() throws {
    let first = try GraphvizRendering.render("digraph a { x } digraph b { y }", as: .svg)
    #expect(first == (try GraphvizRendering.render("digraph a { x }", as: .svg)))
    #expect(
      String(decoding: try GraphvizRendering.render("digraph c { z }", as: .svg), as: UTF8.self).contains(">z</text>"))
  }

  @Test("With low effort, a layout finishes that otherwise takes very long")
  func lowEffort() throws {
    let picture = try GraphvizRendering.picture(of: Graphs.slow(100), PictureRequest(.svg, effort: .low))
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains(">n99</text>"))
  }

  /// `dot` would place them below each other.
  private let placed =
    "digraph p { graph [LAYOUT] node [shape=box] a [pos=\"50,50\"]; b [pos=\"350,50\"]; a -> b [pos=\"e,320,50 80,50 80,50 310,50 310,50\"] }"

  @Test("A graph with positions keeps them, as in a worker, and does not affect the next one")
  func places() throws {
    let worker = RenderWorker(executable: try PodmapCommand().executable, arguments: ["render-worker"])
    let dot = placed.replacing("LAYOUT", with: "layout=nop2")
    let before = try GraphvizRendering.render(graphs[1], as: .svg)
    for format in [PictureFormat.svg, .png, .pdf, .webp] {
      let bytes = try GraphvizRendering.render(dot, as: format)
      #expect(try bytes == worker.render(dot, as: format), "\(format)")
      if format == .svg {
        let size = try RenderedImage(svg: bytes)
        #expect(size.width > 300 && size.height < 100, "\(size)")
      }
    }
    #expect(try GraphvizRendering.render(graphs[1], as: .svg) == before)
  }

  @Test("No other attribute of a graph chooses the layout engine")
  func engines() throws {
    let usual = try GraphvizRendering.render(placed.replacing("LAYOUT", with: ""), as: .svg)
    #expect(try RenderedImage(svg: usual).height > 100)
    for engine in ["neato", "nop", "sfdp", "nop3", "\"\"", "nonsense"] {
      let bytes = try GraphvizRendering.render(placed.replacing("LAYOUT", with: "layout=\(engine)"), as: .svg)
      #expect(bytes == usual, "\(engine)")
    }
  }

  @Test("A graph with missing positions is an error with a clear message, and the next one is drawn")
  func missingPlaces() throws {
    #expect(throws: RenderError.self) {
      try GraphvizRendering.render("digraph p { layout=nop2; a -> b }", as: .svg)
    }
    #expect(try !GraphvizRendering.render(graphs[0], as: .svg).isEmpty)
  }
}
