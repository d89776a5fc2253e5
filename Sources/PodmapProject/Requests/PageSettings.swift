package import PodmapDiagrams
internal import PodmapManifests
internal import PodmapTopology

/// How much a flow diagram shows, and of what, so that it fits its page.
package struct PageSettings: Sendable, Equatable {
  /// `nil` to choose the most detail that fits.
  package var detail: Detail?
  /// Kinds and names of objects that are always boxes of their own.
  package var expanded: [String]
  /// The width of the page in CSS pixels.
  package var width: Int
  /// Whether diagrams are condensed at all.
  package var isCondensed: Bool
  /// Who lays diagrams out; `nil` for Podmap in pictures, and nobody in DOT.
  package var layout: PictureLayout?

  package init(
    detail: Detail? = nil, expanded: [String] = [], width: Int = Limit.pageWidth.value, isCondensed: Bool = true,
    layout: PictureLayout? = nil
  ) {
    self.layout = layout
    self.detail = detail
    self.expanded = expanded
    self.width = width
    self.isCondensed = isCondensed
  }

  /// The word for a detail that Podmap chooses.
  package static let automatic = "auto"

  /// Every word for a detail.
  package static let detailNames = [automatic] + Detail.allCases.map(\.rawValue)

  /// The detail with a name; `nil` for `auto`.
  package static func detail(named name: String) throws(RequestError) -> Detail? {
    name == automatic ? nil : try Choice.one(of: detailNames, named: name, what: "detail", by: \.self).inDiagrams
  }

  package static func layout(named name: String) throws(RequestError) -> PictureLayout {
    try Choice.one(of: PictureLayout.allCases, named: name, what: "layout", by: \.rawValue)
  }

  package func check() throws(RequestError) {
    if let flag = Limit.pageWidth.flag, !flag.accepted.contains(Double(width)) {
      throw RequestError("\(.pageWidth) \(width) is not between \(flag.range)")
    }
  }

  /// Checks that a view uses what is set.
  package func check(for view: View) throws(RequestError) {
    try check()
    guard case .sequence = view, self != PageSettings() else { return }
    throw RequestError(
      "\(.detail), \(.expand), \(.pageWidth), \(.condense) and \(.layout) only apply to flow diagrams, and the view '\(view.name)' is a sequence diagram\(forOptions: "; --steps chooses how much the view lifecycle shows")"
    )
  }

  /// The options for drawing; `nil` to draw everything as a box or a line.
  package func condensing() -> CondensingOptions? {
    isCondensed ? CondensingOptions(detail: detail, pageWidth: width) : nil
  }

  /// The nodes that are always boxes; throws if a name matches neither a kind nor an object.
  func expanded(in topology: Topology) throws(RequestError) -> Set<Int> {
    var positions: Set<Int> = []
    for name in expanded {
      let pattern = NamePattern(name)
      let found = topology.positions(of: pattern) + topology.positions(ofKind: pattern)
      if found.isEmpty, !topology.nodes.isEmpty {
        throw Choice.unknown(
          name, what: "kind or object", among: topology.names(.kinds) + topology.candidates(.objects))
      }
      positions.formUnion(found)
    }
    return positions
  }
}

extension String {
  fileprivate var inDiagrams: Detail? { Detail(rawValue: self) }
}
