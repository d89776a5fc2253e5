/// Names that share a row: all of them if they are few, otherwise what they have in common and their number.
struct NameGroups {
  /// One row.
  struct Group {
    /// Positions of the names that the row stands for.
    var positions: [Int]
    /// What the row says.
    var items: [String]
    /// The number of names that it doesn't say.
    var more = 0
    /// Whether the row says what the names have in common.
    var isCounted = false
  }

  /// The number of names with the same beginning that are stated by it.
  private static let alike = 4
  /// The same for names with only their first word in common.
  private static let alikeInOneWord = 6
  /// The number of names that a row lists.
  private static let listed = 3

  /// `namesAll` says whether every name must be readable.
  static func grouped(_ names: [String], namesAll: Bool) -> [Group] {
    let order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    if namesAll { return order.isEmpty ? [] : [Group(positions: order, items: order.map { names[$0] })] }
    var groups: [Group] = []
    var rest = order
    // Names that have two words in common say more than those that have one.
    for (words, number) in [(2, alike), (1, alikeInOneWord)] {
      var left: [Int] = []
      for family in families(rest, names, words: words) {
        guard family.count >= number else {
          left += family
          continue
        }
        let common = commonStart(family.map { names[$0] })
        groups.append(Group(positions: family, items: ["×\(family.count) \(common)*"], isCounted: true))
      }
      rest = left
    }
    if !rest.isEmpty {
      let items = rest.map { names[$0] }
      let isLong = items.count > listed
      groups.append(
        Group(
          positions: rest, items: isLong ? Array(items.prefix(listed - 1)) : items,
          more: isLong ? items.count - listed + 1 : 0))
    }
    return groups
  }

  /// Neighbours that begin with the same words.
  private static func families(_ order: [Int], _ names: [String], words: Int) -> [[Int]] {
    var families: [(start: String, positions: [Int])] = []
    for position in order {
      let start = beginning(of: names[position], words: words)
      if families.last?.start == start {
        families[families.count - 1].positions.append(position)
      } else {
        families.append((start, [position]))
      }
    }
    return families.map(\.positions)
  }

  /// The first words of a name with more of them, otherwise the whole name.
  private static func beginning(of name: String, words count: Int) -> String {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    return words.count > count ? words.prefix(count).joined(separator: "-") : name
  }

  /// What all names begin with, up to the end of a word.
  static func commonStart(_ names: [String]) -> String {
    guard var common = names.first.map({ Substring($0) }) else { return "" }
    for name in names.dropFirst() {
      while !name.hasPrefix(common) { common.removeLast() }
    }
    guard let dash = common.lastIndex(where: { $0 == "-" || $0 == "." }) else { return "" }
    return String(common[...dash])
  }

  /// The deepest folder that contains all paths, with a slash at its end; `nil` if that is the root, or if there are
  /// other texts.
  static func commonFolder(_ paths: [String]) -> String? {
    guard var common = paths.first.map({ Substring($0) }), common.hasPrefix("/") else { return nil }
    for path in paths.dropFirst() {
      while !path.hasPrefix(common) { common.removeLast() }
    }
    guard let slash = common.lastIndex(of: "/"), slash > common.startIndex else { return nil }
    return String(common[...slash])
  }

  /// What all names end with, from the beginning of a word.
  static func commonEnd(_ names: [String]) -> String {
    String(commonStart(names.map { String($0.reversed()) }).reversed())
  }
}
