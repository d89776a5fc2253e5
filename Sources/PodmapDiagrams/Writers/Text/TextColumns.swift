import PodmapManifests

/// A table for a terminal: left-aligned columns two spaces apart; the width of the last one is unlimited.
package enum TextColumns {
  package static func text(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header] + rows
    let widths = header.indices.map { column in min(Limit.tableCell.value, lines.map { $0[column].count }.max() ?? 0) }
    var text = ""
    for line in lines {
      for (column, cell) in line.enumerated() {
        text += cell
        if column < line.count - 1 { text += String(repeating: " ", count: max(0, widths[column] - cell.count) + 2) }
      }
      text += "\n"
    }
    return text
  }
}
