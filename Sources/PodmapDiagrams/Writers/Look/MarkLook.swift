/// How a mark looks: a colour, and a sign for those who don't see it.
struct MarkLook: Sendable {
  /// Stands before the name; empty for what is as it was.
  let sign: String
  /// The legend's words.
  let word: String
  /// The ground of heads and rows.
  let fill: Colour
  /// Text on that ground.
  let ink: Colour
  /// Frames, lines and their words.
  let line: Colour
}

extension ChangeMark {
  /// The colours are those of Okabe and Ito, which colour-blind readers tell apart; the one for changes is the only
  /// light one, so that it is told in grey too.
  var look: MarkLook {
    switch self {
    case .kept:
      MarkLook(
        sign: "", word: "the same on both sides", fill: Colour(0x69727c), ink: .onFill,
        line: Colour(0x6a737e, dark: 0x8b949d))
    case .moved:
      MarkLook(
        sign: "→", word: "moved", fill: Colour(0x0063a9), ink: .onFill, line: Colour(0x0063a7, dark: 0x58a6fe))
    case .added:
      MarkLook(
        sign: "+", word: "added", fill: Colour(0x00724e), ink: .onFill, line: Colour(0x00724d, dark: 0x3fb98c))
    case .removed:
      MarkLook(
        sign: "−", word: "removed", fill: Colour(0xb34602), ink: .onFill, line: Colour(0xb34601, dark: 0xff9a5d))
    case .changed:
      MarkLook(
        sign: "~", word: "changed", fill: Colour(0xf0b429), ink: Colour(0x1f2329),
        line: Colour(0x8a6101, dark: 0xf0b42a))
    }
  }
}

extension ChangeMark {
  /// The text behind the mark's sign: "+ backend".
  package func signed(_ text: String) -> String { look.sign.isEmpty ? text : "\(look.sign) \(text)" }

  /// Whether a line of a card carries the mark's sign.
  func signs(line: String) -> Bool { !look.sign.isEmpty && line.hasPrefix("\(look.sign) ") }
}

extension ChangeMark? {
  func signed(_ text: String) -> String { self?.signed(text) ?? text }
}

extension FlowDiagram.Card {
  var signedName: String { mark.signed(shownName) }

  /// Whether its head has a ground: what is not there has none.
  var isFilled: Bool { presence == .present && mark != .removed }
}

extension PodContent.Container {
  var signedRole: String { mark.signed(role.word) }
}

/// The line between the two places of one container.
enum MatchLook {
  static let word = "the same container"
  /// Mermaid has one for light and dark pages.
  static let colour = Colour(0x717b87, dark: 0xaab4bf)
}
