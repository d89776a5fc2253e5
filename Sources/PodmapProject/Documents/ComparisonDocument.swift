internal import PodmapComparison
import PodmapManifests

/// A document about comparisons that fits into a comment on GitHub: pictures, and rows of tables, are left out if there
/// is no room for them.
package struct ComparisonDocument {
  private let template: DocumentTemplate
  private let title: String
  private let comparisons: [ComparisonModel]

  package init(_ template: DocumentTemplate, title: String, _ comparisons: [ComparisonModel]) {
    self.template = template
    self.title = title
    self.comparisons = comparisons
  }

  /// The document. Throws if even the shortest one is longer, or takes longer, than is allowed.
  package func text() throws(RequestError) -> String {
    let most = comparisons.map(\.longestTable).max() ?? 0
    // Rows say more than a picture that leaves no room for them.
    for (hasPicture, least) in [(true, 30), (false, 1)] {
      var rows = most
      while true {
        if let text = fitting(rows: rows, hasPicture: hasPicture, of: comparisons.count) { return text }
        guard rows > least else { break }
        rows = rows * 3 / 4
      }
    }
    var count = comparisons.count
    while count > 1 {
      count = count * 3 / 4
      if let text = fitting(rows: 1, hasPicture: false, of: count) { return text }
    }
    return try text(rows: 1, hasPicture: false, of: count)
  }

  /// The document, if it can be made and GitHub accepts it.
  private func fitting(rows: Int, hasPicture: Bool, of count: Int) -> String? {
    guard let text = try? text(rows: rows, hasPicture: hasPicture, of: count) else { return nil }
    // GitHub counts UTF-16 code units, as JavaScript does.
    return text.utf16.count <= Limit.commentCharacters.value - Limit.commentReserve.value ? text : nil
  }

  private func text(rows: Int, hasPicture: Bool, of count: Int) throws(RequestError) -> String {
    let rest = comparisons.count - count
    return try template.text(
      of: .fields([
        .title: .text(title),
        .comparisons: .list(comparisons.prefix(count).map { $0.value(rows: rows, hasPicture: hasPicture) }),
        .rest: .text(rest == 0 ? "" : "\(rest) more comparisons don't fit here."),
      ]))
  }
}
