/// The head of a participant's lifeline, and its size.
struct SequenceHead: Sendable, Equatable {
  let name: SequenceText
  let detail: SequenceText
  /// Whether it is an icon with a name below; without icons, people are cards too.
  let isPerson: Bool
  let hasIcon: Bool
  let width: Int
  var height: Int

  private static let widestName = 150

  /// Its texts have the given room in points, and more if a word would have to be broken.
  init(_ participant: SequenceDiagram.Participant, room: Int, hasIcon: Bool) {
    isPerson = participant.isPerson && hasIcon
    self.hasIcon = hasIcon
    let shown = participant.name.isBlank ? "(no name)" : participant.name
    let unbroken = min(SequenceText.widestPart(of: shown, size: SequenceSize.name), Self.widestName)
    // There is less room next to an icon; a person's icon is above the name.
    let room = max(room - (hasIcon && !isPerson ? SequenceSize.icon : 0), unbroken)
    name = SequenceText(shown, size: SequenceSize.name, room: room, most: 3, isBold: true)
    detail = SequenceText(participant.detail, size: SequenceSize.small, room: room, most: 3)
    let text = max(name.width, detail.width)
    let lines = name.height + detail.height
    let wide: Int
    if isPerson {
      wide = max(text, SequenceSize.icon) + 10
      height = lines + SequenceSize.icon + 8
    } else {
      wide = max(64, text + (hasIcon ? SequenceSize.icon + 16 : 18))
      height = max(lines + 12, hasIcon ? SequenceSize.icon + 8 : 30)
    }
    // An even width has its middle where the lifeline is.
    width = (wide + 1) / 2 * 2
  }
}
