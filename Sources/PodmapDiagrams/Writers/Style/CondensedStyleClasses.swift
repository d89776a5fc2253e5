import PodmapTopology

// The classes of condensed pictures.

extension StyleClass {
  static let condensed: [StyleClass] = {
    var all = [
      pictureTitle, pictureWords, closedTab, openTab, hubFoot, rowText, missingText, factTag, callsTag, volumeTag,
      tableHead,
    ]
    for style in FlowDiagram.Card.Style.allCases { all += [paleHead(style), tag(style)] }
    for role in PodContent.Container.Role.Family.allCases { all.append(tag(role)) }
    for kind in EdgeKind.allCases { all.append(lineText(line(kind))) }
    for mark in ChangeMark.allCases { all += [lineText(line(mark)), tag(mark)] }
    all.append(lineText(deniedLine))
    return all
  }()

  static let pictureTitle = StyleClass(bearer: .box, name: "pictureTitle", text: .text)
  static let pictureWords = StyleClass(bearer: .box, name: "pictureWords", text: .quietText)

  // MARK: - Heads

  /// Only what runs has a strong colour.
  static func head(of card: CondensedDiagram.Card) -> StyleClass {
    if card.form == .table || card.form == .tray { return tableHead }
    if card.presence != .present || card.mark == .removed { return emptyHead }
    if let mark = card.mark, mark != .kept { return head(mark) }
    return card.style.isWork ? head(card.style) : paleHead(card.style)
  }

  static let tableHead = StyleClass(bearer: .cell, name: "tableHead", text: .quietText)

  static func paleHead(_ style: FlowDiagram.Card.Style) -> StyleClass {
    let ground: Colour? =
      switch style {
      case .service: .servicePale
      case .entry, .outside, .user: .entryPale
      default: nil
      }
    return StyleClass(bearer: .cell, name: "\(style)PaleHead", fill: ground, text: .text, smallText: style.look.stroke)
  }

  /// Whether white texts and icons are on it.
  var isSaturated: Bool { text == .onFill }

  // MARK: - Tabs and feet

  static func tab(_ row: CondensedDiagram.Row) -> StyleClass {
    if let mark = row.mark, mark != .kept { return self.row(mark) }
    return row.subject == .service(isOpen: true) ? openTab : closedTab
  }

  static let closedTab = StyleClass(bearer: .cell, name: "serviceTab", fill: .servicePale, text: .serviceFrame)
  static let openTab = StyleClass(bearer: .cell, name: "openServiceTab", fill: .entryPale, text: .entryFrame)
  static let hubFoot = StyleClass(bearer: .cell, name: "hubFoot", fill: .hubPale, text: .orange)

  // MARK: - Rows

  static func text(of row: CondensedDiagram.Row) -> StyleClass {
    row.presence == .missing || row.isAlarm ? missingText : rowText
  }

  static let rowText = StyleClass(bearer: .cell, name: "rowText", text: .text, smallText: .quietText)
  static let missingText = StyleClass(bearer: .cell, name: "missingText", text: .alarm, smallText: .quietText)

  /// The word before a row.
  static func tag(of row: CondensedDiagram.Row) -> StyleClass {
    if let mark = row.mark, mark != .kept { return tag(mark) }
    if row.isAlarm { return missingText }
    return switch row.subject {
    case .service: closedTab
    case .container(let role): tag(role)
    case .volume: volumeTag
    case .object(let style): tag(style)
    case .calls: callsTag
    case .fact, .foot: factTag
    }
  }

  static let factTag = StyleClass(bearer: .cell, name: "factTag", text: .quietText)
  static let callsTag = StyleClass(bearer: .cell, name: "callsTag", text: .orange)
  static let volumeTag = StyleClass(bearer: .cell, name: "volumeTag", text: .storageFrame)

  static func tag(_ style: FlowDiagram.Card.Style) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(style)Tag", text: style.look.stroke)
  }

  static func tag(_ role: PodContent.Container.Role.Family) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(role)Tag", text: role.ink)
  }

  static func tag(_ mark: ChangeMark) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(mark)Tag", fill: mark.look.fill, text: mark.look.ink)
  }

  // MARK: - Labels of lines

  static func lineText(_ look: LineLook) -> StyleClass { lineText(look.style) }

  private static func lineText(_ line: StyleClass) -> StyleClass {
    StyleClass(bearer: .box, name: "\(line.name)Text", text: line.text)
  }
}
