import PodmapLayout
import PodmapManifests

/// The title of a picture, what is in it, and what its lines mean.
struct PictureHeading {
  private(set) var title: PlacedDiagram.Words?
  private(set) var subtitle: [PlacedDiagram.Words] = []
  private(set) var legend: [PlacedDiagram.Sample] = []
  /// The room above the cards.
  private(set) var height = 0
  private(set) var width = 0

  static let titleSize = 17
  static let wordSize = 11
  private static let sample = 26

  init(_ diagram: CondensedDiagram, width room: Int) {
    addTitle(diagram, room)
    if diagram.showsLegend { addLegend(diagram, room) }
    if height > 0 { height += 6 }
  }

  private mutating func addTitle(_ diagram: CondensedDiagram, _ room: Int) {
    var left = 0
    if !diagram.title.isBlank {
      let text = Shortened(diagram.title, limit: .title).text
      let words = words(text, x: 0, y: 0, TextWidth.room(text, size: Self.titleSize, isBold: true) + 4, 22)
      title = words
      left = words.frame.width + 8
      height = 22
    }
    guard !diagram.subtitle.isBlank else { return }
    let whole = TextWidth.room(diagram.subtitle, size: Self.wordSize) + 4
    if left + whole <= room {
      subtitle.append(words(diagram.subtitle, x: left, y: 4, whole, 16))
      height = max(height, 22)
    } else {
      for line in TextBreaking.lines(diagram.subtitle, width: room, limit: 3, size: Self.wordSize) {
        subtitle.append(words(line, x: 0, y: height, TextWidth.room(line, size: Self.wordSize) + 4, 16))
        height += 16
      }
    }
  }

  private mutating func addLegend(_ diagram: CondensedDiagram, _ room: Int) {
    var looks: [LineLook] = []
    for line in diagram.lines where line.group != .connects {
      var look = LineLook(line)
      if look.mark == .kept { look.mark = nil }
      if look.mark == nil, !looks.contains(look) { looks.append(look) }
    }
    looks.sort { ($0.isDenied ? 1 : 0, $0.group.order) < ($1.isDenied ? 1 : 0, $1.group.order) }
    var entries = looks.map { ($0, $0.words) }
    for mark in diagram.marks where mark != .kept {
      var look = LineLook(mark: mark)
      look.mark = mark
      entries.append((look, mark.signed(mark.look.word)))
    }
    guard !entries.isEmpty else { return }
    var (x, y) = (0, height)
    for (look, text) in entries {
      let wide = TextWidth.room(text, size: CardSize.text) + 4
      if x > 0, x + Self.sample + wide > room { (x, y) = (0, y + 16) }
      legend.append(
        PlacedDiagram.Sample(
          line: look, start: Point(x: x, y: y + 8), words: words(text, x: x + Self.sample + 4, y: y, wide, 16)))
      x += Self.sample + wide + 18
    }
    height = y + 18
  }

  private mutating func words(_ text: String, x: Int, y: Int, _ wide: Int, _ high: Int) -> PlacedDiagram.Words {
    width = max(width, x + wide)
    return PlacedDiagram.Words(text: text, frame: Rect(x: x, y: y, width: wide, height: high))
  }
}

extension CondensedDiagram.Line.Group {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension LineLook {
  fileprivate init(mark: ChangeMark) {
    group = .calls
    self.mark = mark
  }
}

extension CondensedDiagram {
  /// The marks of changes, in a fixed order.
  var marks: [ChangeMark] {
    var used: Set<ChangeMark> = []
    for card in cards {
      used.formUnion(([card.mark] + (card.tabs + card.rows + card.foot).map(\.mark)).compactMap(\.self))
    }
    used.formUnion(lines.compactMap(\.mark))
    if !used.isEmpty {
      let texts = cards.flatMap { ($0.tabs + $0.rows + $0.foot).flatMap { $0.items.flatMap { [$0.text, $0.quiet] } } }
      used.formUnion(ChangeMark.allCases.filter { mark in texts.contains(where: mark.signs) })
    }
    return ChangeMark.allCases.filter(used.contains)
  }
}
