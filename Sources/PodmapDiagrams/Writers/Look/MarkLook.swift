/// How a mark looks: a colour, and a sign for readers who can't see the colour.
struct MarkLook: Sendable {
  /// Precedes the name; empty for what did not change.
  let sign: String
  /// The legend's words.
  let word: String
  /// The background of heads and rows.
  let fill: Colour
  /// Text on that background.
  let ink: Colour
  /// Frames, lines and their words.
  let line: Colour
}

extension ChangeMark {
  var look: MarkLook {
    switch self {
    case .kept:
      MarkLook(sign: "", word: "the same on both sides", fill: .keptFill, ink: .onFill, line: .keptLine)
    case .moved: MarkLook(sign: "→", word: "moved", fill: .movedFill, ink: .onFill, line: .blue)
    case .added: MarkLook(sign: "+", word: "added", fill: .addedFill, ink: .onFill, line: .green)
    case .removed: MarkLook(sign: "−", word: "removed", fill: .removedFill, ink: .onFill, line: .vermilion)
    case .changed: MarkLook(sign: "~", word: "changed", fill: .changedFill, ink: .changedInk, line: .changedLine)
    }
  }
}

extension ChangeMark {
  /// The text after the mark's sign: "+ backend".
  package func signed(_ text: String) -> String { look.sign.isEmpty ? text : "\(look.sign) \(text)" }

  /// Whether a line of a card begins with the mark's sign.
  func signs(line: String) -> Bool { !look.sign.isEmpty && line.hasPrefix("\(look.sign) ") }
}

extension ChangeMark? {
  func signed(_ text: String) -> String { self?.signed(text) ?? text }
}

extension FlowDiagram.Card {
  var signedName: String { mark.signed(shownName) }
}

extension PodContent.Container {
  var signedRole: String { mark.signed(role.word) }
}

/// The line between the two places of one container.
enum MatchLook {
  static let word = "the same container"
  static let colour = Colour.matchLine
}
