import PodmapManifests

/// A comparison as tables, for a terminal and as Markdown.
///
/// Whatever is the same on both sides is counted, not listed; JSON has everything.
package struct ComparisonReport: Sendable {
  let comparison: Comparison
  package let properties: LayoutProperties
  package let review: Review
  private let names: (left: String, right: String)

  /// Creates a report with these names for the sides.
  package init(_ comparison: Comparison, left: String, right: String) {
    self.comparison = comparison
    properties = LayoutProperties(comparison)
    review = Review(comparison)
    names = (left, right)
  }

  /// For a terminal.
  package var text: String {
    let sides = "left   \(ReportCell.text(names.left).plain)\nright  \(ReportCell.text(names.right).plain)\n"
    return ([sides, "\(summary)\n"] + tables.map(\.text)).joined(separator: "\n")
  }

  /// For a page or a comment: GitHub's Markdown.
  package var markdown: String { markdown(characters: Limit.commentCharacters.value) }

  /// Markdown with as many rows of each table as fit, but at least one. The picture is left out if the tables need its
  /// room.
  package func markdown(characters most: Int = Limit.commentCharacters.value, picture: String? = nil) -> String {
    let head =
      "# Comparison\n\nLeft: \(ReportCell.code(names.left)), right: \(ReportCell.code(names.right)).\n\n\(summary).\n"
    let tables = tables
    var rows = tables.map(\.rows.count).max() ?? 0
    while true {
      let parts = [head] + (picture.map { [$0] } ?? []) + tables.map { $0.markdown(rows: rows) }
      let text = parts.joined(separator: "\n")
      // GitHub counts UTF-16 code units, as JavaScript does.
      if text.utf16.count <= most { return text }
      // Rows say more than a picture that leaves no room for them.
      guard rows > (picture == nil ? 1 : 30) else { return picture == nil ? text : markdown(characters: most) }
      rows = rows * 3 / 4
    }
  }

  /// The tables with their titles and a limited number of rows, for documents that arrange them in their own way.
  package func sections(rows most: Int) -> [(title: String, markdown: String)] {
    tables.map { ($0.title.description, $0.body(rows: most)) }
  }

  /// The same without tables that only count rows, and without those that a document has already said in its own words.
  package func details(rows most: Int, besides said: Set<Summary>) -> [(title: String, markdown: String)] {
    let reviewed = Summary.allCases.filter { !said.contains($0) }.map { summary in
      switch summary {
      case .exposure: exposure
      case .policies: policyChanges
      case .workloads: workloads
      }
    }
    return (reviewed + otherTables).filter { !$0.rows.isEmpty }.map { ($0.title.description, $0.body(rows: most)) }
  }

  /// What a reviewer must know first, by table.
  package enum Summary: CaseIterable, Sendable {
    case exposure, policies, workloads
  }

  /// The number of rows of the longest table.
  package var longestTable: Int { tables.map(\.rows.count).max() ?? 0 }

  /// "3 of 3 containers matched, 17 changes"
  package var summary: String {
    let (left, right) = (comparison.left.containers.count, comparison.right.containers.count)
    let of = left == right ? "\(left)" : "\(left) (left) and \(right) (right)"
    let changes = comparison.changes.count
    let count = changes == 0 ? "no changes" : changes == 1 ? "1 change" : "\(changes) changes"
    return "\(comparison.matches.count) of \(of) containers matched, \(count)"
  }

  /// The most important table comes first. Two versions have the same layout, so only two layouts need what speaks for
  /// each.
  private var tables: [ReportTable] {
    ([exposure, policyChanges, workloads] + otherTables).filter { !$0.isEmpty }
  }

  private var otherTables: [ReportTable] {
    switch comparison.subject {
    case .versions: [changes, collisions, calls, matches]
    case .layouts:
      [reasons, changes, layouts, pods, sharedVolumes, needs, collisions, policies, calls, containers, matches]
    }
  }
}
