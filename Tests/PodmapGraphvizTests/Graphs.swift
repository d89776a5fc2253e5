import Foundation
import PodmapTestSupport

/// Graphs and programs shared by the rendering tests.
enum Graphs {
  static let small = "digraph g { a [label=\"one\"]; a -> b }\n"

  /// A chain with a shortcut to each of its nodes: laying out 100 takes Graphviz 10 seconds, 300 minutes; much less
  /// with low effort.
  static func slow(_ count: Int) -> String {
    let chain = (1..<count).map { "n\($0 - 1) -> n\($0); n0 -> n\($0)" }
    return "digraph slow { \(chain.joined(separator: "; ")) }\n"
  }

  static func box(inchesWide width: Double, high height: Double) -> String {
    "graph { pad=0; a [shape=box, label=\"\", fixedsize=true, width=\(width), height=\(height)] }"
  }

  /// Enough pods for a layout to take more than a second.
  static func pods(_ count: Int) -> String {
    (0..<count).map {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p\($0)}\nspec: {containers: [{name: c, image: i}]}\n"
    }.joined(separator: "---\n")
  }
}

extension RenderedImage {
  /// The width and height of a PNG, in pixels.
  init(png bytes: [UInt8]) throws {
    guard bytes.count > 24, bytes[1...3].elementsEqual("PNG".utf8) else { throw Failure("no PNG") }
    func number(at start: Int) -> Int { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    self.init(width: number(at: 16), height: number(at: 20))
  }

  /// The width and height of an SVG, in points.
  init(svg bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let match = text.firstMatch(of: #/<svg width="(\d+)pt" height="(\d+)pt"/#),
      let width = Int(match.1), let height = Int(match.2)
    else { throw Failure("no SVG with a size") }
    self.init(width: width, height: height)
  }
}

struct RenderedImage {
  let width: Int
  let height: Int
}
