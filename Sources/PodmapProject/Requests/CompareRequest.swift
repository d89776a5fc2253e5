package import PodmapComparison
package import PodmapTopology

/// What is compared of two applications, or of two versions of one, and how it is shown.
package struct CompareRequest: Sendable {
  package var selection: SelectionSettings
  /// Containers that are the same although their names differ.
  package var pairs: [NamePair]
  package var picture: ComparisonPicture.Options

  package init(
    selection: SelectionSettings = SelectionSettings(), pairs: [NamePair] = [],
    picture: ComparisonPicture.Options = ComparisonPicture.Options()
  ) {
    self.selection = selection
    self.pairs = pairs
    self.picture = picture
  }

  package static func picture(named name: String) throws(RequestError) -> ComparisonPicture.Kind {
    try Choice.one(of: ComparisonPicture.Kind.allCases, named: name, what: "picture")
  }

  /// Checks what can be checked without the applications.
  package func check() throws(RequestError) {
    try checkDirection()
    try selection.check()
  }

  package func checkDirection() throws(RequestError) {
    if picture.kind == .sideBySide, picture.direction != nil {
      throw RequestError(
        "\(.direction) only applies to \(.picture) merged; side by side, the left side is always on the left")
    }
  }

  /// The selected parts of both sides, which were read with their sources.
  package func layouts(of left: LinkedInput, _ right: LinkedInput) throws(RequestError) -> (left: Layout, right: Layout)
  {
    let selection = try selection.selection(in: [left.topology, right.topology])
    func layout(_ side: LinkedInput) -> Layout {
      Layout(side.topology.selecting(selection), resources: side.resources)
    }
    return (layout(left), layout(right))
  }

  /// Compares two layouts. A side that can't be read says nothing about the names of its containers, so they aren't
  /// looked for then.
  package func compare(
    _ left: Layout, _ right: Layout, named names: (left: String, right: String), isReadable: Bool = true
  ) throws(RequestError) -> DrawnComparison {
    let settled = isReadable ? try NamePair.settled(pairs, left, right) : []
    return DrawnComparison(
      Comparison(left, right, settled: settled), left: names.left, right: names.right, picture)
  }
}
