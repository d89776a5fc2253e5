package import PodmapComparison
package import PodmapTopology

/// What to compare in two applications, or in two versions of one, and how to show it.
package struct CompareRequest: Sendable {
  package var selection: SelectionSettings
  /// Containers that are the same although their names differ.
  package var pairs: [NamePair]
  package var picture: ComparisonPicture.Options
  /// Whether the sides are versions or layouts; `nil` if that depends on them.
  package var subject: Comparison.Subject?

  package init(
    selection: SelectionSettings = SelectionSettings(), pairs: [NamePair] = [],
    picture: ComparisonPicture.Options = ComparisonPicture.Options(), subject: Comparison.Subject? = nil
  ) {
    self.subject = subject
    self.selection = selection
    self.pairs = pairs
    self.picture = picture
  }

  package static func picture(named name: String) throws(RequestError) -> ComparisonPicture.Kind {
    try Choice.one(of: ComparisonPicture.Kind.allCases, named: name, what: "picture")
  }

  /// Versions, if one of the inputs is a revision; otherwise it depends on what they contain.
  package static func subject(of inputs: [String]) -> Comparison.Subject? {
    inputs.contains { GitSource($0) != nil } ? .versions : nil
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

  /// Compares two layouts. If a side can't be read, the names of its containers are unknown, so they aren't
  /// looked up then.
  package func compare(
    _ left: Layout, _ right: Layout, named names: (left: String, right: String), isReadable: Bool = true
  ) throws(RequestError) -> DrawnComparison {
    let settled = isReadable ? try NamePair.settled(pairs, left, right) : []
    return DrawnComparison(
      Comparison(left, right, settled: settled, subject: subject), left: names.left, right: names.right, picture)
  }
}
