import PodmapManifests

/// The text of a card: the Services in front of it, what it is, its name, and a line or two for each row.
struct CondensedLabel {
  /// The lines before they are escaped.
  private(set) var lines: [String] = []

  /// The number of members that a set names; its title says what they have in common.
  private static let members = 6

  private let width: NameLines.Width

  init(_ card: CondensedDiagram.Card, width: NameLines.Width = .card) {
    self.width = width
    switch card.form {
    case .object: addObject(card)
    case .set: addSet(card)
    case .table, .tray: addList(card)
    }
  }

  /// The label in Mermaid's language.
  var escaped: MermaidLabel {
    var label = MermaidLabel()
    for line in lines { label.add("\(MermaidText(line))") }
    return label
  }

  private mutating func addObject(_ card: CondensedDiagram.Card) {
    for tab in card.tabs { add(CondensedRowText(tab, width: width).lines) }
    add(NameLines([Shortened(card.heading, limit: 60).text], width: width, shown: 1).lines)
    var names = card.isProse ? Wrapped(card.name).lines : [Shortened(card.name, limit: 60).text]
    if names.isEmpty { names = ["(no name)"] }
    names[0] = card.mark.signed(names[0])
    add(names)
    if let word = card.presence.word { add(["(\(word))"]) }
    addRows(card, width: width)
  }

  private mutating func addSet(_ card: CondensedDiagram.Card) {
    add(NameLines([Shortened(card.mark.signed(card.heading), limit: 60).text], width: width, shown: 1).lines)
    add([Shortened(card.name, limit: 60).text])
    let names = card.members.map { $0.quiet.isBlank ? $0.text : "\($0.text) \($0.quiet)" }.filter { !$0.isBlank }
    add(NameLines(names, width: width, shown: Self.members).lines)
    addRows(card, width: width)
  }

  private mutating func addList(_ card: CondensedDiagram.Card) {
    add([card.name])
    addRows(card, width: .list)
  }

  private mutating func addRows(_ card: CondensedDiagram.Card, width: NameLines.Width) {
    let rows = (card.rows + card.foot).filter { !$0.isHidden }
    if !rows.isEmpty { add(["———"]) }
    for row in rows { add(CondensedRowText(row, width: width).lines) }
  }

  private mutating func add(_ texts: [String]) {
    lines += texts.filter { !$0.isBlank }
  }
}

/// A row as lines of text: "config settings, flags +2 (missing)".
struct CondensedRowText {
  let lines: [String]

  /// The number of names that a row says.
  private static let names = 3

  init(_ row: CondensedDiagram.Row, width: NameLines.Width) {
    let names = row.items.filter { !$0.text.isBlank }.map { $0.quiet.isBlank ? $0.text : "\($0.text) \($0.quiet)" }
    // What has no name of its own says more about the names.
    let facts = row.items.filter { $0.text.isBlank && !$0.quiet.isBlank }.map { Shortened($0.quiet, limit: 60).text }
    var tag = row.tag
    if let mark = row.mark, !mark.signs(line: tag), !mark.signs(line: names.first ?? "") { tag = mark.signed(tag) }
    // A tab without a name has the ports alone.
    if names.isEmpty, let first = facts.first {
      lines = NameLines([first], after: tag, width: width, shown: 1).lines + facts.dropFirst()
      return
    }
    let word = row.presence.word.map { "(\($0))" } ?? ""
    // Readers look for everything that is missing.
    let shown = row.presence == .missing ? Int.max : Self.names
    lines = NameLines(names, after: tag, width: width, shown: shown, more: row.more, before: word).lines + facts
  }
}

/// Names as lines of a box, each of which fits; those that are left out are counted.
struct NameLines {
  /// The approximate number of characters in a line.
  enum Width: Int {
    case label = 28
    /// Of a card in a picture that would otherwise be too wide.
    case narrowCard = 22
    case card = 30
    case list = 60
  }

  private(set) var lines: [String] = []

  /// The number of names in one line.
  private static let perLine = 3

  init(
    _ names: [String], after tag: String = "", width: Width, shown: Int, more: Int = 0, before end: String = ""
  ) {
    var line = Shortened(tag, limit: width.rawValue).text
    var count = 0
    func add(_ piece: Substring, after separator: String, breaks: Bool) {
      if !line.isEmpty, breaks || line.count + separator.count + piece.count > width.rawValue {
        lines.append(line + separator.prefix { $0 != " " })
        line = String(piece)
        count = 0
      } else {
        line += (line.isEmpty ? "" : separator) + piece
      }
    }
    for (position, raw) in names.prefix(shown).enumerated() {
      // What no line has room for is broken between words.
      let name = Shortened(raw.shortenedList(to: Limit.labelText.value), limit: .labelText).text
      let fits = position == 0 ? line.count + name.count < width.rawValue : name.count <= width.rawValue
      let words = fits ? [name[...]] : name.split(separator: " ")
      for (place, word) in words.enumerated() {
        let word = Shortened(String(word), limit: 40).text[...]
        let isNext = position > 0 && place == 0
        add(word, after: isNext ? ", " : " ", breaks: isNext && count >= Self.perLine)
      }
      count += 1
    }
    let rest = max(0, names.count - shown) + more
    for word in [rest > 0 ? "+\(rest)" : "", end] where !word.isEmpty {
      add(word[...], after: " ", breaks: false)
    }
    lines.append(line)
    lines.removeAll(where: \.isBlank)
  }
}
