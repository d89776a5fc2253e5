/// Which lines of a source file the lines of a rendered object come from.
///
/// Renderers sort keys, indent differently and fill in values, so lines are compared without their indentation, together
/// with the lines that contain them: a line of a rendered object comes from the line of the source that has the same
/// text and the same parents, or as many of them as possible. Where nothing matches, it is the line of its parent.
enum LineMatch {
  /// For each line of `rendered`, the number of a line of `source`, whose first line has the number `start`.
  static func lines(_ rendered: [Substring], in source: [Substring], startingAt start: Int) -> [Int] {
    let from = outline(source)
    var places: [[Key: Int]] = [[:], [:], [:]]
    for (line, entry) in from.enumerated() where !entry.text.isEmpty {
      for depth in places.indices {
        let key = Key(entry, parents: depth, in: from)
        // The first one, unless a deeper comparison tells them apart.
        if places[depth][key] == nil { places[depth][key] = line }
      }
    }
    let outline = outline(rendered)
    var result = Array(repeating: start, count: rendered.count)
    for (line, entry) in outline.enumerated() {
      let found = places.indices.reversed().lazy.compactMap { places[$0][Key(entry, parents: $0, in: outline)] }.first
      if let found {
        result[line] = start + found
      } else if let parent = entry.parent {
        result[line] = result[parent]
      }
    }
    return result
  }

  /// The lines of the document in a template that has most lines in common with a rendered object.
  static func document(of rendered: [Substring], in source: [Substring]) -> Range<Int> {
    let marks = [-1] + source.indices.filter { source[$0].hasPrefix("---") } + [source.count]
    let texts = Set(outline(rendered).map(\.text).filter { !$0.isEmpty })
    let documents = zip(marks, marks.dropFirst()).map { ($0 + 1)..<max($0 + 1, $1) }
    let scores = documents.map { lines in Set(outline(Array(source[lines])).map(\.text)).intersection(texts).count }
    let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }
    return best.map { documents[$0] } ?? source.indices
  }

  private struct Entry {
    var text: Substring
    var parent: Int?
  }

  private struct Key: Hashable {
    private let texts: [Substring]

    init(_ entry: Entry, parents: Int, in outline: [Entry]) {
      var texts = [entry.text]
      var next = entry.parent
      while let parent = next, texts.count <= parents {
        texts.append(outline[parent].text)
        next = outline[parent].parent
      }
      self.texts = texts
    }
  }

  /// The lines without indentation and dashes, each with the line that contains it.
  private static func outline(_ lines: [Substring]) -> [Entry] {
    var open: [(indent: Int, line: Int)] = []
    return lines.enumerated().map { number, line in
      var rest = line.drop { $0 == " " }
      while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
      while let last = rest.last, last == " " || last == "\r" { rest.removeLast() }
      let isText = !rest.isEmpty && !rest.hasPrefix("#")
      guard isText else { return Entry(text: "", parent: open.last?.line) }
      let indent = line.count - line.drop { $0 == " " || $0 == "-" }.count
      while let last = open.last, last.indent >= indent { open.removeLast() }
      defer { open.append((indent, number)) }
      return Entry(text: rest, parent: open.last?.line)
    }
  }
}
