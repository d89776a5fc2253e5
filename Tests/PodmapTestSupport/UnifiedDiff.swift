/// The lines that differ between two texts, with three lines around them.
package func unifiedDiff(from old: String, to new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in newLines.difference(from: oldLines) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var all: [(mark: Character, line: Substring)] = []
  var (left, right) = (0, 0)
  while left < oldLines.count || right < newLines.count {
    if removed.contains(left) {
      all.append(("-", oldLines[left]))
      left += 1
    } else if inserted.contains(right) {
      all.append(("+", newLines[right]))
      right += 1
    } else {
      if right < newLines.count { all.append((" ", newLines[right])) }
      left += 1
      right += 1
    }
  }
  let changes = all.indices.filter { all[$0].mark != " " }
  let shown = Set(changes.flatMap { ($0 - 3)...($0 + 3) })
  var text = ""
  var hasGap = false
  for position in all.indices {
    if shown.contains(position) {
      if hasGap { text += "…\n" }
      hasGap = false
      text += "\(all[position].mark)\(all[position].line)\n"
    } else {
      hasGap = true
    }
  }
  return text
}
