import PodmapManifests

/// A table for a terminal: left-aligned columns two spaces apart; the width of the last one is unlimited.
package enum TextColumns {
  /// The same with long cells on several lines, so that every column stays where its heading is. It is for texts that
  /// people read; a line that other programs search for is not to be broken.
  package static func wrapped(_ header: [String], _ rows: [[String]]) -> String {
    text(header, rows.flatMap(lines))
  }

  /// The lines of a row.
  private static func lines(_ row: [String]) -> [[String]] {
    let cells = row.enumerated().map { $0 < row.count - 1 ? wrapped($1) : [$1] }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in cells.map { line < $0.count ? $0[line] : "" } }
  }

  private static func wrapped(_ cell: String) -> [String] {
    let width = Limit.tableCell.value
    guard cell.count > width else { return [cell] }
    var lines = [""]
    for word in cell.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  package static func text(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header] + rows
    let widths = header.indices.map { column in min(Limit.tableCell.value, lines.map { $0[column].count }.max() ?? 0) }
    var text = ""
    for line in lines {
      for (column, cell) in line.enumerated() {
        text += cell
        if column < line.count - 1, line[(column + 1)...].contains(where: { !$0.isEmpty }) {
          text += String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
        }
      }
      text += "\n"
    }
    return text.withoutLogCommands
  }
}
