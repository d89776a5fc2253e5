/// What stands at the upper end of a participant's lifeline, and its size.
struct SequenceHead: Sendable, Equatable {
  let name: SequenceText
  let detail: SequenceText
  let isPerson: Bool
  let hasIcon: Bool
  let width: Int
  var height: Int

  private static let widestName = 130

  /// - Parameter room: The widest that its texts may be, in points.
  init(_ participant: SequenceDiagram.Participant, room: Int, hasIcon: Bool) {
    isPerson = participant.isPerson
    self.hasIcon = hasIcon
    let shown = participant.name.isBlank ? "(no name)" : participant.name
    let unbroken = min(SequenceText.widestPart(of: shown, size: SequenceSize.name), Self.widestName)
    // Beside an icon there is less room; a person has it above.
    let room = max(room - (hasIcon && !isPerson ? SequenceSize.icon : 0), unbroken)
    name = SequenceText(shown, size: SequenceSize.name, room: room, most: 3, isBold: true)
    detail = SequenceText(participant.detail, size: SequenceSize.small, room: room, most: 2)
    let text = max(name.width, detail.width)
    let lines = name.height + detail.height
    if isPerson {
      width = max(text, SequenceSize.icon) + 10
      height = lines + (hasIcon ? SequenceSize.icon + 8 : 12)
    } else {
      width = max(64, text + (hasIcon ? SequenceSize.icon + 16 : 18))
      height = max(lines + 12, hasIcon ? SequenceSize.icon + 8 : 30)
    }
  }
}
