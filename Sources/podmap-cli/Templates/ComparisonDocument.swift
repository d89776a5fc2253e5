import PodmapComparison
import PodmapManifests
import PodmapPublishing

/// A document about comparisons that GitHub takes for a comment: pictures and rows of tables give way where they must.
struct ComparisonDocument {
  private let template: DocumentTemplate
  private let title: String
  private let comparisons: [ComparisonModel]

  init(_ template: DocumentTemplate, title: String, _ comparisons: [ComparisonModel]) {
    self.template = template
    self.title = title
    self.comparisons = comparisons
  }

  var text: String {
    let most = comparisons.map(\.longestTable).max() ?? 0
    let whole = text(rows: most, hasPicture: true)
    guard !fits(whole) else { return whole }
    var rows = most
    // Rows say more than a picture that leaves no room for them.
    while rows > 30 {
      rows = rows * 3 / 4
      let text = text(rows: rows, hasPicture: true)
      if fits(text) { return text }
    }
    rows = most
    while true {
      let text = text(rows: rows, hasPicture: false)
      if fits(text) || rows <= 1 { return text }
      rows = rows * 3 / 4
    }
  }

  // GitHub counts as JavaScript does.
  private func fits(_ text: String) -> Bool { text.utf16.count <= ComparisonReport.longestComment }

  private func text(rows: Int, hasPicture: Bool) -> String {
    template.text(
      of: .fields([
        .title: .text(title), .comparisons: .list(comparisons.map { $0.value(rows: rows, hasPicture: hasPicture) }),
      ]))
  }
}
