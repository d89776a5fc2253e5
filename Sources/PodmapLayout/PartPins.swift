/// What an earlier picture says about one way to draw a part. Coordinates lie along the part's axes.
struct PartPins {
  /// The middle of each known card along the cross axis, from `reference`.
  var middles: [Int: Int] = [:]
  /// What 0 of `middles` was in the earlier picture.
  var reference = 0
  /// Where each layer of cards started; `nil` if all its cards are new.
  var starts: [Int?] = []
  /// About where new cards should be along the cross axis, from `reference`.
  var wishes: [Int: Int] = [:]
  /// How the search for the places of lines between cards goes.
  var search = Search(order: .downwards, keepsRoom: true)

  /// A way to sift nodes. None is best everywhere.
  struct Search: Hashable {
    /// An order of the nodes.
    enum Order: Hashable, CaseIterable {
      /// Layer by layer, from the first one.
      case downwards
      /// Layer by layer, from the last one.
      case upwards
      /// Line by line.
      case lines
      /// Line by line, and long ones may lead around the cards of several layers.
      case around
    }

    /// The order of the nodes.
    var order: Order
    /// Whether known cards with little room between them keep lines out.
    var keepsRoom: Bool

    /// All ways, the best ones first.
    static let all = [true, false].flatMap { keepsRoom in
      Order.allCases.map { Search(order: $0, keepsRoom: keepsRoom) }
    }
  }
}

extension PartDrawing {
  /// About the room that a node needs along the cross axis, with gaps.
  static func size(
    of node: LayerGraph.Node, _ part: Part, _ input: LayoutInput, _ runs: Runs, gap: Int
  ) -> Int {
    switch node {
    case .card(let card): return part.cross[card] + gap
    case .bend: return 10
    case .label(let run):
      let line = input.lines[runs.runs[run].line]
      return 14 + (part.direction == .topToBottom ? line.labelWidth : line.labelHeight)
    }
  }

  /// Where the upper left corner of the drawing was in the earlier picture.
  func anchor(_ pins: PartPins) -> Point? {
    let layers = graph.layers.indices.filter { graph.hasCards[$0] }
    for (layer, start) in zip(layers, pins.starts) {
      guard let start else { continue }
      let (cross, main) = (lanes.start + pins.reference, start - layerStart[layer])
      return part.direction == .topToBottom ? Point(x: cross, y: main) : Point(x: main, y: cross)
    }
    return nil
  }
}
