import PodmapTopology

// The classes of flow pictures.

extension StyleClass {
  static let flow: [StyleClass] = {
    var all = [emptyHead, deniedLine, matchLine]
    for style in FlowDiagram.Group.Style.allCases { all.append(frame(style)) }
    for style in FlowDiagram.Card.Style.allCases { all += [card(style), nameOnly(style), head(style)] }
    for presence in FlowDiagram.Card.Presence.allCases { all += [card(presence), absence(presence)] }
    for mark in ChangeMark.allCases { all += [card(mark), head(mark), row(mark), line(mark)] }
    for kind in EdgeKind.allCases { all.append(line(kind)) }
    return all
  }()

  // MARK: - Frames

  static func frame(_ style: FlowDiagram.Group.Style) -> StyleClass {
    StyleClass(
      bearer: .box, name: "\(style)Frame", fill: style.look.ground, stroke: style.look.stroke, text: .quietText)
  }

  // MARK: - Cards

  static func card(_ style: FlowDiagram.Card.Style) -> StyleClass { card("\(style)Card", style.look.stroke) }
  static func card(_ presence: FlowDiagram.Card.Presence) -> StyleClass { card("\(presence)Card", presence.stroke) }
  static func card(_ mark: ChangeMark) -> StyleClass { card("\(mark)Card", mark.look.line) }

  private static func card(_ name: String, _ frame: Colour) -> StyleClass {
    StyleClass(bearer: .box, name: name, fill: .surface, stroke: frame)
  }

  /// A card with only a name.
  static func nameOnly(_ style: FlowDiagram.Card.Style) -> StyleClass {
    let isPlain = style == .plain
    return StyleClass(
      bearer: .box, name: "\(style)Name", fill: isPlain ? .surface : style.look.fill, stroke: style.look.stroke,
      text: isPlain ? .text : .onFill)
  }

  static func head(_ style: FlowDiagram.Card.Style) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(style)Head", fill: style.look.fill, text: .onFill)
  }

  static func head(_ mark: ChangeMark) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(mark)Head", fill: mark.look.fill, text: mark.look.ink)
  }

  /// The head of an absent object.
  static let emptyHead = StyleClass(bearer: .cell, name: "emptyHead", text: .text)

  /// The words that say why an object is absent.
  static func absence(_ presence: FlowDiagram.Card.Presence) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(presence)Word", text: presence == .missing ? .alarm : .quietText)
  }

  // MARK: - Rows

  static func row(_ mark: ChangeMark) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(mark)Row", fill: mark.look.fill, stroke: .hairline, text: mark.look.ink)
  }

  // MARK: - Lines

  static func line(_ kind: EdgeKind) -> StyleClass { line("\(kind)Line", kind.look.colour) }
  static func line(_ mark: ChangeMark) -> StyleClass { line("\(mark)Line", mark.look.line) }
  static let deniedLine = line("deniedLine", .alarm)
  static let matchLine = line("matchLine", MatchLook.colour)

  static func line(_ name: String, _ colour: Colour) -> StyleClass {
    StyleClass(bearer: .line, name: name, fill: colour, stroke: colour, text: colour)
  }
}
