import PodmapManifests
internal import PodmapDiagrams

/// The cards and lines of a flow diagram, read from an SVG or a Mermaid text that Podmap has written.
///
/// The earlier version of a diagram is only known by its file. Both kinds of text name each card by the ID that is made
/// from its object: `shop__Deployment__cart`.
struct DiagramOutline: Equatable {
  /// A line between two cards.
  struct Line: Hashable {
    var from: String
    var to: String
  }

  /// What is written on each card, by its ID.
  private(set) var cards: [String: String] = [:]
  private(set) var lines: Set<Line> = []
  /// The card whose text is being read.
  private var open: String?
  /// How far down the last text of a picture is. The parts of a line have nearly the same height.
  private var height: Double?

  /// Other texts give an empty outline, or one of the Mermaid in them.
  init(_ bytes: [UInt8]) {
    let rows = bytes.split(separator: UInt8(ascii: "\n")).map { row in
      Substring(decoding: row, as: UTF8.self).drop { $0 == " " }
    }
    if rows.contains(where: { $0.hasPrefix("<svg") }) {
      for row in rows { readSVG(row) }
    } else {
      for row in rows { readMermaid(row) }
    }
  }

  /// The cards of a picture that isn't a text.
  init(_ places: PicturePlaces) {
    for card in places.cards where Self.isObject(card[...]) { cards[card] = "" }
  }

  var isEmpty: Bool { cards.isEmpty && lines.isEmpty }

  private mutating func readSVG(_ row: Substring) {
    if row.hasPrefix("<g id=\""), let id = row.dropFirst(7).split(separator: "\"").first {
      if row.contains(" class=\"node "), Self.isObject(id) {
        begin(id)
      } else if row.contains(" class=\"") {
        open = nil
      }
    } else if row.hasPrefix("<title>"), let arrow = row.firstByteRange(of: "&#45;&gt;") {
      add(row[..<arrow.lowerBound].dropFirst(7), row[arrow.upperBound...].prefix { $0 != "<" })
    } else if row.hasPrefix("<text "), let start = row.firstIndex(of: ">") {
      write(row[start...].dropFirst().prefix { $0 != "<" }, at: Self.height(of: row))
    }
  }

  private static func height(of row: Substring) -> Double? {
    row.firstByteRange(of: " y=\"").flatMap { Double(row[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  private mutating func readMermaid(_ row: Substring) {
    if open != nil {
      write(row)
    } else {
      let id = row.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      let words = row.split(separator: " ")
      if Self.isObject(id), let mark = row[id.endIndex...].first, "[({>".contains(mark) {
        begin(id)
        write(row[id.endIndex...])
      } else if words.count > 2, id == words[0], let arrow = words[1].first, "-=".contains(arrow) {
        add(words[0], words[words.count - 1])
      }
    }
    // The look of a card follows its text.
    if row.contains("\"") && row.contains(":::") { open = nil }
  }

  private mutating func begin(_ id: Substring) {
    (open, height) = (String(id), nil)
    cards[String(id)] = ""
  }

  private mutating func write(_ text: Substring, at height: Double? = nil) {
    guard let open else { return }
    if let height, let last = self.height, abs(height - last) < 3, cards[open]?.last == "\n" {
      cards[open, default: ""].removeLast()
      cards[open, default: ""] += " "
    }
    self.height = height
    cards[open, default: ""] += text + "\n"
  }

  private mutating func add(_ from: Substring, _ to: Substring) {
    guard Self.isObject(from), Self.isObject(to) else { return }
    lines.insert(Line(from: String(from), to: String(to)))
  }

  /// Whether an ID is that of an object, rather than of a participant or a part of the legend.
  private static func isObject(_ id: Substring) -> Bool {
    id.contains("__") && !ElementNames.isGenerated(id)
  }
}
