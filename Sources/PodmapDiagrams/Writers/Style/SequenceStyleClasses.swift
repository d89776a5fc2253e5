// The classes of sequence pictures.

extension StyleClass {
  static let sequence: [StyleClass] = {
    var all = [
      person, boxGround, boxFrame, boxName, stepsGround, blockFrame, blockWord, sectionLabel, sectionLine, lifeline,
      lifelineEnd, arrow, lostArrow, arrowText, lostArrowText, note, sequenceTitle,
    ]
    for style in FlowDiagram.Card.Style.allCases { all += [participant(style), bar(style)] }
    return all
  }()

  static let sequenceTitle = StyleClass(bearer: .box, name: "sequenceTitle", text: .text)

  static func participant(_ style: FlowDiagram.Card.Style) -> StyleClass {
    StyleClass(
      bearer: .box, name: "\(style)Participant", fill: style.look.fill, stroke: style.look.stroke, text: .onFill)
  }

  static let person = StyleClass(bearer: .box, name: "personParticipant", text: .text, smallText: .quietText)

  /// The background of a box around participants; its frame is drawn apart, with gaps where texts are.
  static let boxGround = StyleClass(bearer: .box, name: "boxGround", fill: .podGround, stroke: .podGround)
  static let boxFrame = StyleClass(bearer: .line, name: "boxFrame", stroke: .podOutline)
  static let boxName = StyleClass(bearer: .box, name: "boxName", text: .podOutline)

  static let stepsGround = StyleClass(bearer: .box, name: "stepsGround", fill: .stepsGround, stroke: .stepsGround)
  static let blockFrame = StyleClass(bearer: .box, name: "blockFrame", stroke: .blockFrame)
  /// The lines between the sections of a block.
  static let sectionLine = StyleClass(bearer: .line, name: "sectionLine", stroke: .blockFrame)
  static let blockWord = StyleClass(
    bearer: .box, name: "blockWord", fill: .blockTab, stroke: .blockFrame, text: .onFill)
  static let sectionLabel = StyleClass(bearer: .box, name: "sectionLabel", text: .quietText)

  static let lifeline = StyleClass(bearer: .line, name: "participantLifeline", stroke: .lifeline)
  static let lifelineEnd = StyleClass(bearer: .line, name: "lifelineEnd", stroke: .ink)
  static func bar(_ style: FlowDiagram.Card.Style) -> StyleClass {
    StyleClass(bearer: .line, name: "\(style)Bar", stroke: style.look.fill)
  }

  static let arrow = StyleClass(bearer: .line, name: "messageArrow", fill: .ink, stroke: .ink)
  static let lostArrow = StyleClass(bearer: .line, name: "lostArrow", fill: .alarm, stroke: .alarm)
  static let arrowText = StyleClass(bearer: .box, name: "messageText", text: .ink)
  static let lostArrowText = StyleClass(bearer: .box, name: "lostText", text: .alarm)

  static let note = StyleClass(
    bearer: .box, name: "noteBox", fill: .noteGround, stroke: .noteFrame, text: .text)
}
