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

  package var text: String {
    let most = comparisons.map(\.longestTable).max() ?? 0
    // Rows say more than a picture that leaves no room for them.
    for (hasPicture, least) in [(true, 30), (false, 1)] {
      var rows = most
      while true {
        let text = text(rows: rows, hasPicture: hasPicture, of: comparisons.count)
        if fits(text) { return text }
        guard rows > least else { break }
        rows = rows * 3 / 4
      }
    }
    var count = comparisons.count
    while count > 1 {
      count = count * 3 / 4
      let text = text(rows: 1, hasPicture: false, of: count)
      if fits(text) { return text }
    }
    return text(rows: 1, hasPicture: false, of: count)
  }

  // GitHub counts UTF-16 code units, as JavaScript does.
  private func fits(_ text: String) -> Bool {
    text.utf16.count <= Limit.commentCharacters.value - Limit.commentReserve.value
  }

  private func text(rows: Int, hasPicture: Bool, of count: Int) -> String {
    let rest = comparisons.count - count
    return template.text(
      of: .fields([
        .title: .text(title),
        .comparisons: .list(comparisons.prefix(count).map { $0.value(rows: rows, hasPicture: hasPicture) }),
        .rest: .text(rest == 0 ? "" : "\(rest) more comparisons don't fit here."),
      ]))
  }
}
