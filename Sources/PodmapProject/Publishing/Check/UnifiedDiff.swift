import PodmapManifests

/// The lines that differ between two versions of a file, with three lines around them, as `diff -u` writes them.
package struct UnifiedDiff: Sendable {
  private typealias Line = ArraySlice<UInt8>
  private enum Mark: UInt8 {
    case same = 32
    case removed = 45
    case added = 43
  }

  /// Unchanged lines around a change.
  private static let context = 3

  private let rows: [(mark: Mark, line: Line)]
  private let name: String
  private let isNew: Bool

  /// `old` is `nil` if the file doesn't exist.
  package init(of name: String, from old: [UInt8]?, to new: [UInt8]) {
    self.name = name
    isNew = old == nil
    rows = Self.rows(Self.lines(old ?? []), Self.lines(new))
  }

  /// Empty if nothing differs. Control characters are shown, so that no text moves a terminal's cursor.
  package var text: String {
    let changes = rows.indices.filter { rows[$0].mark != .same }
    guard let first = changes.first else { return "" }
    var text = "--- \(isNew ? "/dev/null" : Self.shown("a/\(name)"))\n+++ \(Self.shown("b/\(name)"))\n"
    var hunk = first...first
    for change in changes.dropFirst() {
      if change - hunk.upperBound > 2 * Self.context + 1 {
        text += self.text(of: hunk)
        hunk = change...change
      } else {
        hunk = hunk.lowerBound...change
      }
    }
    return text + self.text(of: hunk)
  }

  /// How many lines differ: "3 lines added, 1 removed"; empty if none does.
  package var summary: String {
    let (added, removed) = (rows.count { $0.mark == .added }, rows.count { $0.mark == .removed })
    if added == 0 { return removed == 0 ? "" : "\(removed.counted("line")) removed" }
    return "\(added.counted("line")) added" + (removed == 0 ? "" : ", \(removed) removed")
  }

  private func text(of hunk: ClosedRange<Int>) -> String {
    let range = max(hunk.lowerBound - Self.context, 0)..<min(hunk.upperBound + Self.context + 1, rows.count)
    func span(_ mark: Mark) -> String {
      let before = rows[..<range.lowerBound].count { $0.mark != mark }
      let count = rows[range].count { $0.mark != mark }
      return "\(count == 0 ? before : before + 1),\(count)"
    }
    var text = "@@ -\(span(.added)) +\(span(.removed)) @@\n"
    for row in rows[range] {
      let isWhole = row.line.last == UInt8(ascii: "\n")
      text.unicodeScalars.append(Unicode.Scalar(row.mark.rawValue))
      text += Self.shown(String(decoding: isWhole ? row.line.dropLast() : row.line, as: UTF8.self)) + "\n"
      if !isWhole { text += "\\ No newline at end of file\n" }
    }
    return text
  }

  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func rows(_ old: [Line], _ new: [Line]) -> [(mark: Mark, line: Line)] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (left, right) = (Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
    return old[..<start].map { (.same, $0) } + changes(left, right) + old[(old.count - end)...].map { (.same, $0) }
  }

  private static func changes(_ old: [Line], _ new: [Line]) -> [(mark: Mark, line: Line)] {
    // Time and memory grow with the square of the number of changes.
    guard old.count + new.count <= Limit.diffLines.value else {
      return old.map { (.removed, $0) } + new.map { (.added, $0) }
    }
    var (removed, added): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var rows: [(mark: Mark, line: Line)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        rows.append((.removed, old[left]))
        left += 1
      } else if added.contains(right) {
        rows.append((.added, new[right]))
        right += 1
      } else {
        rows.append((.same, old[left]))
        left += 1
        right += 1
      }
    }
    return rows
  }

  private static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let isMoving = scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\r"
      shown.unicodeScalars.append(isMoving ? "\u{FFFD}" : scalar)
    }
    return shown
  }
}
