import PodmapManifests

/// Which lines of a source file the lines of a rendered object come from.
///
/// Renderers sort keys, indent differently and fill in values, so lines are compared without their indentation, together
/// with the lines that contain them: a line of a rendered object comes from the line of the source that has the same
/// text and the same parents, or as many of them as possible. Where nothing matches, it is the line of its parent.
enum LineMatch {
  /// For each line of `rendered`, the number of a line of `source`, whose first line has the number `start`.
  static func lines(_ rendered: [Substring], in source: [Substring], startingAt start: Int) -> [Int] {
    let (from, to) = (outline(source), outline(rendered))
    var places: [[UInt64: Int]] = [[:], [:], [:], [:]]
    for (line, entry) in from.enumerated() where entry.isText {
      for (depth, key) in entry.keys.enumerated() where places[depth][key] == nil {
        // The first one, unless a deeper comparison tells them apart.
        places[depth][key] = line
      }
    }
    var result = Array(repeating: start, count: rendered.count)
    // Where a key occurs several times, its value could be that of another item.
    for key in repeated(from).union(repeated(to)) { places[1][key] = nil }
    for (line, entry) in to.enumerated() {
      let found = entry.isText ? places.indices.reversed().firstNonNil { places[$0][entry.keys[$0]] } : nil
      if let found {
        result[line] = start + found
      } else if let parent = entry.parent {
        result[line] = result[parent]
      }
    }
    return result
  }

  /// The keys that occur more than once.
  private static func repeated(_ outline: [Entry]) -> Set<UInt64> {
    var (once, result): (Set<UInt64>, Set<UInt64>) = ([], [])
    for entry in outline where entry.isText && !once.insert(entry.keys[1]).inserted { result.insert(entry.keys[1]) }
    return result
  }

  /// The lines of the document in a template that has most lines in common with a rendered object.
  static func document(of rendered: [Substring], in source: [Substring]) -> Range<Int> {
    let marks = [-1] + source.indices.filter { source[$0].hasPrefix("---") } + [source.count]
    let texts = Set(outline(rendered).filter(\.isText).map(\.keys[0]))
    let documents = zip(marks, marks.dropFirst()).map { ($0 + 1)..<max($0 + 1, $1) }
    let scores = documents.map { lines in
      Set(outline(Array(source[lines])).filter(\.isText).map(\.keys[0])).intersection(texts).count
    }
    let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }
    return best.map { documents[$0] } ?? source.indices
  }

  /// A line, by digests: of its text; of its key and those around it, whatever the values are; of its text with its
  /// parent, and with two parents.
  private struct Entry {
    var isText: Bool
    var keys: [UInt64]
    var parent: Int?
  }

  /// The lines without indentation and dashes, each with the line that contains it.
  private static func outline(_ lines: [Substring]) -> [Entry] {
    var open: [(indent: Int, line: Int)] = []
    var result: [Entry] = []
    result.reserveCapacity(lines.count)
    for (number, line) in lines.enumerated() {
      var rest = line.utf8[...]
      while let first = rest.first, first == space || (first == dash && rest.dropFirst().first == space) {
        rest.removeFirst()
      }
      let indent = line.utf8.count - rest.count
      while let last = rest.last, last == space || last == UInt8(ascii: "\r") { rest.removeLast() }
      guard let first = rest.first, first != UInt8(ascii: "#"), !rest.starts(with: action) else {
        result.append(Entry(isText: false, keys: [], parent: open.last?.line))
        continue
      }
      while let last = open.last, last.indent >= indent { open.removeLast() }
      let (text, key) = (StableHash.number(of: rest), StableHash.number(of: rest.prefix { $0 != UInt8(ascii: ":") }))
      let parent = open.last.map { result[$0.line].keys }
      result.append(
        Entry(
          isText: true, keys: [text, mixed(key, parent?[1]), mixed(text, parent?[0]), mixed(text, parent?[2])],
          parent: open.last?.line))
      open.append((indent, number))
    }
    return result
  }

  private static let space = UInt8(ascii: " ")
  private static let dash = UInt8(ascii: "-")
  /// The start of a line with an action of the template language.
  private static let action = Array("{{".utf8)

  private static func mixed(_ text: UInt64, _ parent: UInt64?) -> UInt64 {
    (text ^ ((parent ?? 1) &* 0x9E37_79B9_7F4A_7C15)) &* 0x100_0000_01B3
  }
}
