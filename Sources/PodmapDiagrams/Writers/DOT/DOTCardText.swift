import PodmapManifests

/// The texts of a card in DOT, line by line, short enough for the card.
///
/// The arrangement measures these texts before the writer writes them.
struct DOTCardText {
  struct Line {
    var text: String
    var size: Int
  }

  /// A row of a card: a word, and lines next to it.
  struct Row {
    var id: ElementID
    var word: String
    /// The role of a container; `nil` for a volume.
    var role: PodContent.Container.Role.Family?
    var mark: ChangeMark?
    var lines: [Line]
  }

  /// The kind, above the name.
  var heading: String
  /// The name; a long one is broken after hyphens, dots and slashes.
  var name: [String]
  /// Whether there is only a name, so that the card is a box with a text.
  var isNameOnly: Bool
  /// The word to the right of the heading.
  var absence: String
  var rows: [Row]
  /// The facts below the rows.
  var foot: [String]

  /// The most characters in one line of a card.
  static let limit = Limit.cardText.value
  /// The most characters in one line of a name.
  static let nameLimit = Limit.cardName.value
  static let smallSize = 10
  static let nameSize = 14
  static let rowSize = 12
  /// The room around texts.
  static let padding = 4
  /// The side of the square that contains the icon.
  static let iconSide = 30

  init(_ card: FlowDiagram.Card, _ plan: LinkPlan) {
    heading = Self.cut(card.heading)
    isNameOnly = card.isNameOnly
    name =
      card.isProse
      ? card.nameLines.map { Shortened($0, limit: 2 * Self.limit).text } : Self.nameLines(card.signedName)
    absence = card.presence.word ?? ""
    rows = []
    for container in card.pod?.containers ?? [] {
      var lines = [Line(text: Self.cut(container.name.isBlank ? "(no name)" : container.name), size: Self.rowSize)]
      lines += Self.small([container.shortImage] + container.ports + container.patternLines + container.lines)
      rows.append(
        Row(
          id: container.id, word: container.signedRole, role: container.role.family, mark: container.mark, lines: lines)
      )
    }
    for volume in card.pod?.volumes ?? []
    where card.pod?.form == .expanded || volume.isShared || plan.rows.contains(volume.id) {
      var lines = [Line(text: Self.cut(volume.name.isBlank ? "(no name)" : volume.name), size: Self.rowSize)]
      let mounts = card.pod?.mounts(of: volume) ?? []
      // If there is only one, its path names it.
      let sharers = volume.isShared || mounts.isEmpty ? card.pod?.sharers(of: volume) ?? "" : ""
      lines += Self.small([volume.source, sharers] + mounts)
      rows.append(Row(id: volume.id, word: "volume", role: nil, lines: lines))
    }
    foot = (card.lines + (card.pod?.shared ?? []) + plan.shownNotes(in: card.id, limit: .cardNotes)).filter {
      !$0.isBlank
    }
    .flatMap(Self.wrapped)
  }

  private static func small(_ texts: [String]) -> [Line] {
    texts.filter { !$0.isBlank }.flatMap(wrapped).map { Line(text: $0, size: smallSize) }
  }

  private static func wrapped(_ text: String) -> [String] {
    Wrapped(Shortened(text, limit: 3 * limit).text, width: limit).lines.map(cut)
  }

  private static func nameLines(_ name: String) -> [String] {
    let whole = Shortened(name, limit: 2 * nameLimit).text
    guard whole.count > nameLimit else { return [whole] }
    let start = whole.prefix(nameLimit)
    guard let end = start.lastIndex(where: { "-._/: ".contains($0) }), end > whole.startIndex else {
      return [Shortened(name, limit: nameLimit).text]
    }
    let rest = whole[whole.index(after: end)...]
    return [String(whole[...end]), Shortened(String(rest), limit: nameLimit).text].filter { !$0.isBlank }
  }

  private static func cut(_ text: String) -> String {
    Shortened(text, limit: limit).text
  }
}

extension DOTCardText {
  /// The width of the cells with words, which is the same in all rows.
  var wordWidth: Int {
    rows.map { TextWidth.points($0.word, size: Self.smallSize) + 2 * Self.padding }.max() ?? 0
  }

  /// Whether the head has room for an icon.
  func width(hasIcon: Bool) -> Int {
    if isNameOnly { return boldWidth + 4 * Self.padding }
    let icon = hasIcon ? Self.iconSide : 0
    let gap = absence.isEmpty ? 0 : 12
    let head = TextWidth.points(heading, size: Self.smallSize) + gap + TextWidth.points(absence, size: Self.smallSize)
    let headWidth = icon + max(head, boldWidth) + 2 * Self.padding
    let rowWidth = rows.map { row in
      wordWidth + (row.lines.map { TextWidth.points($0.text, size: $0.size) }.max() ?? 0) + 2 * Self.padding + 2
    }
    let footWidth = foot.map { TextWidth.points($0, size: Self.smallSize) + 2 * Self.padding }
    let widest = max(headWidth, rowWidth.max() ?? 0, footWidth.max() ?? 0, Self.narrowest)
    // Steps make cards of one column equally wide.
    return (widest + Self.step - 1) / Self.step * Self.step
  }

  private var boldWidth: Int { name.map { TextWidth.boldPoints($0, size: Self.nameSize) }.max() ?? 0 }

  var height: Int {
    if isNameOnly { return name.count * Self.nameSize * 12 / 10 + 4 * Self.padding }
    func lines(_ sizes: [Int]) -> Int { sizes.reduce(2 * Self.padding) { $0 + ($1 * 12 + 9) / 10 } }
    let head = Self.iconSide + 4 + (name.count - 1) * Self.nameSize * 12 / 10
    let foot = foot.isEmpty ? 0 : lines(foot.map { _ in Self.smallSize })
    return head + rows.reduce(0) { $0 + lines($1.lines.map(\.size)) } + foot + 2
  }

  private static let narrowest = 120
  private static let step = 20
}
