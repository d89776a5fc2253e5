/// A table for a terminal: left-aligned columns two spaces apart; the last one is as long as it likes.
enum TextColumns {
  private static let widest = 80

  static func text(_ header: [StaticString], _ rows: [[ReportCell]]) -> String {
    let lines = [header.map { $0.description.uppercased() }] + rows.map { $0.map(\.plain) }
    let widths = header.indices.map { column in min(widest, lines.map { $0[column].count }.max() ?? 0) }
    var text = ""
    for line in lines {
      var row = ""
      for (column, cell) in line.enumerated() {
        let isLast = column == line.count - 1
        row += isLast ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
      }
      text += row + "\n"
    }
    return text
  }
}
