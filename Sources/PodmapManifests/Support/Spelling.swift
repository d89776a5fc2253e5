/// Suggestions for misspelt words.
package enum Spelling {
  /// The name that needs the fewest edits, or `nil` if even those are too many for a typing error.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= 4 * Limit.spelling.value, name.count <= Limit.spelling.value else { return nil }
    let typed = name.lowercased()
    let candidates = names.filter { abs($0.count - name.count) <= 3 }.map { ($0, distance(typed, $0.lowercased())) }
    guard let best = candidates.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
    return best.1 <= mostEdits(name) ? best.0 : nil
  }

  /// The names, most like the given one first: those that need few edits, and those with a part of it, as "storefront"
  /// has of "frontend". Names that are unlike it keep their order.
  package static func ranked(_ names: some Sequence<String>, by name: String) -> [String] {
    let typed = name.lowercased()
    let isComparable = name.utf8.count <= 4 * Limit.spelling.value
    return names.enumerated().map { position, candidate -> (rank: Int, position: Int, name: String) in
      let text = candidate.lowercased()
      guard isComparable, text.utf8.count <= 4 * Limit.spelling.value else { return (.max, position, candidate) }
      let (edits, run) = (distance(typed, text), commonRun(typed, text))
      return (run > 0 || edits <= mostEdits(name) ? edits - 2 * run : .max, position, candidate)
    }.sorted { ($0.rank, $0.position) < ($1.rank, $1.position) }.map(\.name)
  }

  /// How many edits a typing error can need.
  private static func mostEdits(_ name: String) -> Int { max(1, min(3, name.count / 3)) }

  /// The length of the longest text that both contain; 0 if it is too short to mean anything.
  private static func commonRun(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    var (longest, runs) = (0, [Int](repeating: 0, count: b.count + 1))
    for byte in a {
      // From the end, so that each run is that of the byte before.
      for column in b.indices.reversed() {
        runs[column + 1] = b[column] == byte ? runs[column] + 1 : 0
        longest = max(longest, runs[column + 1])
      }
    }
    return longest < 3 ? 0 : longest
  }

  /// The number of characters to insert, remove, replace or swap with a neighbour (restricted Damerau–Levenshtein).
  private static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var rows = [Array(0...b.count)]
    for i in 1...max(1, a.count) where i <= a.count {
      var row = [i]
      for j in 1...max(1, b.count) where j <= b.count {
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
