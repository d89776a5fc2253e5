/// A part of a line of text that looks the same throughout.
struct TextRun: Sendable, Equatable {
  enum Look: Sendable {
    case plain, bold, quiet, alarm
  }

  var text: String
  var look: Look

  /// Some room between two runs. It is a text of its own, because not every program draws spaces at the start of one.
  static let gap = TextRun(text: "\u{a0}", look: .plain)

  /// In points.
  var width: Int { TextWidth.room(text, size: CardSize.text, isBold: look == .bold) }
}

extension [TextRun] {
  /// In points.
  var width: Int { reduce(0) { $0 + $1.width } }
}

/// The sizes of texts and gaps in a card, in points.
enum CardSize {
  /// Rows, tags and headings.
  static let text = 10
  static let name = 13
  /// The height of a line of text: Graphviz puts the next line 1.2 times the size below.
  static let line = 12
  static let nameLine = 16
  /// The room around the text of a box that has only a name.
  static let namePadding = 8
  /// The room above and below a line of a row.
  static let rowPadding = 1
  /// The room around the texts of tabs and heads.
  static let padding = 3
  /// The room at both sides of a row.
  static let side = 5
  /// The room between the word of a row and its text.
  static let gap = 8
  /// The room above the first row and below the last.
  static let rowsPadding = 2
  static let icon = 20
  /// The room that the outlines of a stack add at each side.
  static let stack = 6
  /// The widest text of a row.
  static let rowText = 168
  static let narrowText = 104
  /// The widest text of a name or a heading.
  static let head = 186
  /// The widest texts of a table's rows.
  static let tableText = 300
  static let trayText = 520
}
