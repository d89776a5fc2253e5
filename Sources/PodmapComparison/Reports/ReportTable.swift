import PodmapDiagrams

/// One table of a report.
struct ReportTable: Sendable {
  var title: StaticString
  var header: [StaticString]
  var rows: [[ReportCell]]
  /// How many rows are left out because they are the same on both sides.
  var same = 0
  /// Whether a page folds it away, because few readers need it.
  var isFolded = false

  var isEmpty: Bool { rows.isEmpty && same == 0 }

  private var sameText: String {
    "\(same)\(rows.isEmpty ? "" : " more") \(same == 1 ? "is" : "are") the same on both sides"
  }

  /// For a terminal.
  var text: String {
    var text = "\(title.description.uppercased())\n"
    if !rows.isEmpty {
      text += TextColumns.wrapped(header.map { $0.description.uppercased() }, rows.map { $0.map(\.plain) })
    }
    return same > 0 ? text + "\(sameText)\n" : text
  }

  /// For a page, with a limited number of rows and the number of those left out.
  func markdown(rows most: Int) -> String {
    let body = body(rows: most)
    return isFolded ? "<details>\n<summary>\(title)</summary>\n\n\(body)\n</details>\n" : "## \(title)\n\n\(body)"
  }

  /// The same without its heading.
  func body(rows most: Int) -> String {
    var text = ""
    let shown = rows.prefix(most)
    if !shown.isEmpty {
      text += Self.row(header.map(\.description)) + Self.row(header.map { _ in "---" })
      for row in shown { text += Self.row(row.map(\.markdown)) }
    }
    if rows.count > shown.count {
      let count = rows.count - shown.count
      text +=
        "\(shown.isEmpty ? "" : "\n")\(count) more \(count == 1 ? "row" : "rows") left out; "
        + "JSON (`-o report.json`) has all of them.\n"
    }
    if same > 0 { text += "\(rows.isEmpty ? "" : "\n")\(sameText).\n" }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}
