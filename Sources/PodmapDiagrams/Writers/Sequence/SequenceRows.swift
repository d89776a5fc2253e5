/// Places the steps of a sequence diagram one below the other.
struct SequenceRows {
  private(set) var heads: [SequenceLayout.Head] = []
  private(set) var lifelines: [SequenceLayout.Line] = []
  private(set) var bars: [SequenceLayout.Line] = []
  private(set) var endings: [SequencePoint] = []
  private(set) var arrows: [SequenceLayout.Arrow] = []
  private(set) var notes: [SequenceLayout.Note] = []
  private(set) var frames: [SequenceLayout.Frame] = []
  /// The areas that vertical lines must avoid.
  private(set) var texts: [SequenceRect] = []
  private(set) var bottom: Int

  private struct Bar {
    var participant: Int
    var level: Int
    var top: Int
    var bottom: Int
  }

  private let diagram: SequenceDiagram
  private let spans: SequenceSpans
  private let top: Int
  /// The lowest point in use.
  private var y: Int
  /// Where each lifeline begins; `nil` before that.
  private var beginnings: [Int?]
  private var ends: [Int?]
  private var worked: [Bar] = []
  private var open: [[Bar]]
  /// The previous message, so that a bar begins and ends at its arrow.
  private var previous: (message: SequenceDiagram.Message, y: Int)?

  init(_ diagram: SequenceDiagram, _ spans: SequenceSpans, top: Int) {
    self.diagram = diagram
    self.spans = spans
    self.top = top
    let all = spans.columns.heads
    let created = Self.created(in: diagram.steps)
    let atTop = all.indices.filter { !created.contains($0) }
    y = top + (atTop.map { all[$0].height }.max() ?? 0)
    bottom = y
    beginnings = Array(repeating: nil, count: all.count)
    ends = Array(repeating: nil, count: all.count)
    open = Array(repeating: [], count: all.count)
    for column in atTop {
      beginnings[column] = y
      let height = all[column].height
      heads.append(head(column, top: y - height, height: height, isFoot: false))
    }
    y += 8
  }

  private static func created(in steps: [SequenceDiagram.Step]) -> Set<Int> {
    steps.reduce(into: []) { found, step in
      switch step {
      case .message(let message) where message.effect == .creates: found.insert(message.to)
      case .block(let block): for section in block.sections { found.formUnion(created(in: section.steps)) }
      case .message, .note, .activate, .deactivate: break
      }
    }
  }

  private func head(_ column: Int, top: Int, height: Int, isFoot: Bool) -> SequenceLayout.Head {
    let content = spans.columns.heads[column]
    let left = spans.place(column) - content.width / 2
    return SequenceLayout.Head(
      participant: column, content: content,
      frame: SequenceRect(left: left, top: top, right: left + content.width, bottom: top + height), isFoot: isFoot)
  }

  mutating func place(_ steps: [SequenceDiagram.Step]) {
    for step in steps {
      let before = previous
      previous = nil
      switch step {
      case .message(let message) where message.from == message.to: placeOwn(message)
      case .message(let message): place(message)
      case .note(let note): place(note)
      case .block(let block): place(block)
      case .activate(let column): activate(column, before)
      case .deactivate(let column): deactivate(column, before)
      }
    }
  }

  private mutating func place(_ message: SequenceDiagram.Message) {
    let (text, left) = spans.text(message)
    let isCreated = message.effect == .creates && beginnings[message.to] == nil
    let half = isCreated ? (spans.columns.heads[message.to].height + 1) / 2 : 0
    let arrow = max(y + 8 + text.height + 4, y + 6 + half)
    let label = SequenceLayout.Label(text, left: left, top: arrow - 4 - text.height)
    texts.append(label.frame)
    // The ends move once it is known who is active.
    let from = SequencePoint(x: spans.place(message.from), y: arrow)
    var to = SequencePoint(x: spans.place(message.to), y: arrow)
    if message.effect == .creates {
      to.x = from.x < to.x ? spans.ends(of: message).right : spans.ends(of: message).left
    }
    arrows.append(SequenceLayout.Arrow(message: message, from: from, to: to, label: label))
    y = arrow + 6
    if isCreated {
      let height = spans.columns.heads[message.to].height
      heads.append(head(message.to, top: arrow - half, height: height, isFoot: false))
      beginnings[message.to] = arrow - half + height
      y = arrow - half + height + 4
    }
    end(message, at: arrow)
    previous = (message, arrow)
  }

  private mutating func placeOwn(_ message: SequenceDiagram.Message) {
    let (text, left) = spans.text(message)
    let loop = SequenceSize.loop
    let height = max(text.height, loop.height)
    let middle = y + 8 + height / 2
    let label = SequenceLayout.Label(text, left: left, top: middle - text.height / 2)
    texts.append(label.frame)
    let x = spans.place(message.from)
    let (upper, lower) = (middle - loop.height / 2, middle + loop.height / 2)
    arrows.append(
      SequenceLayout.Arrow(
        message: message, from: SequencePoint(x: x, y: upper), to: SequencePoint(x: x, y: lower), label: label))
    y = max(lower, label.frame.bottom) + 6
    end(message, at: lower)
    previous = (message, lower)
  }

  /// Ends the lifeline that a message destroys.
  private mutating func end(_ message: SequenceDiagram.Message, at arrow: Int) {
    guard message.effect == .destroys, ends[message.to] == nil else { return }
    let isOwn = message.from == message.to
    let end = isOwn ? arrow + 12 : arrow
    while let bar = open[message.to].popLast() { close(bar, at: arrow) }
    ends[message.to] = end
    endings.append(SequencePoint(x: spans.place(message.to), y: end))
    y = max(y, end + SequenceSize.cross + 4)
  }

  private mutating func place(_ note: SequenceDiagram.Note) {
    let box = spans.note(note)
    if box.text.isEmpty { return }
    y += 8
    notes.append(
      SequenceLayout.Note(
        note: note, text: box.text,
        frame: SequenceRect(left: box.left, top: y, right: box.left + box.width, bottom: y + box.height)))
    y += box.height + 2
  }

  private mutating func place(_ block: SequenceDiagram.Block) {
    let span = spans.span(of: block)
    y += 10
    let position = frames.count
    let tabWidth = SequenceSpans.tabWidth(block.kind)
    var tab: SequenceRect?
    if block.kind.word != nil {
      tab = SequenceRect(left: span.left, top: y, right: span.left + tabWidth, bottom: y + SequenceSize.tabHeight)
    }
    if let tab { texts.append(tab) }
    frames.append(
      SequenceLayout.Frame(
        block: block, frame: SequenceRect(left: span.left, top: y, right: span.right, bottom: y), tab: tab, labels: [],
        dividers: []))
    for (number, section) in block.sections.enumerated() {
      if number > 0 {
        y += 8
        frames[position].dividers.append(y)
      }
      // All labels begin after the word, where no lifeline is near.
      let start = span.left + tabWidth + 8
      let text = SequenceText(section.label, size: SequenceSize.small, room: max(span.right - start - 6, 40), most: 3)
      let label = SequenceLayout.Label(text, left: start, top: y + 3)
      frames[position].labels.append(label)
      if !text.isEmpty { texts.append(label.frame) }
      y = max(number == 0 ? tab?.bottom ?? y : y, text.isEmpty ? y : label.frame.bottom)
      previous = nil
      place(section.steps)
    }
    y += 8
    frames[position].frame.bottom = y
    y += 2
    previous = nil
  }

  private mutating func activate(_ column: Int, _ before: (message: SequenceDiagram.Message, y: Int)?) {
    let isStart = before.map { $0.message.to == column || $0.message.from == column } ?? false
    var start = isStart ? before?.y ?? y : y + 2
    if let beginning = beginnings[column] { start = max(start, beginning) }
    open[column].append(Bar(participant: column, level: open[column].count, top: start, bottom: start))
    previous = before
  }

  private mutating func deactivate(_ column: Int, _ before: (message: SequenceDiagram.Message, y: Int)?) {
    guard let bar = open[column].popLast() else { return }
    let isEnd = before.map { $0.message.to == column || $0.message.from == column } ?? false
    close(bar, at: isEnd ? before?.y ?? y : y)
    previous = before
  }

  private mutating func close(_ bar: Bar, at end: Int) {
    var bar = bar
    bar.bottom = max(end, bar.top + 12)
    y = max(y, bar.bottom + 2)
    worked.append(bar)
  }

  /// Ends lifelines, repeats the participants below a tall picture, and moves the ends of arrows to the bars.
  mutating func finish() {
    for column in open.indices { while let bar = open[column].popLast() { close(bar, at: y) } }
    y += 10
    let hasFeet = y - top > SequenceSize.tall
    bottom = y
    for head in heads.sorted(by: { $0.participant < $1.participant }) {
      let column = head.participant
      guard let beginning = beginnings[column] else { continue }
      let end = ends[column] ?? y
      lifelines.append(
        SequenceLayout.Line(
          participant: column, x: spans.place(column), pieces: end > beginning ? [beginning...end] : []))
      if hasFeet, ends[column] == nil {
        let foot = self.head(column, top: y, height: head.frame.height, isFoot: true)
        heads.append(foot)
        bottom = max(bottom, foot.frame.bottom)
      }
    }
    worked.sort { ($0.participant, $0.level, $0.top) < ($1.participant, $1.level, $1.top) }
    bars = worked.map {
      SequenceLayout.Line(
        participant: $0.participant, x: spans.place($0.participant) + $0.level * SequenceSize.bar,
        pieces: [$0.top...$0.bottom])
    }
    for position in arrows.indices { arrows[position] = atBars(arrows[position]) }
  }

  private func atBars(_ arrow: SequenceLayout.Arrow) -> SequenceLayout.Arrow {
    var arrow = arrow
    let (from, to) = (arrow.message.from, arrow.message.to)
    let isToRight = from == to || from < to
    arrow.from.x = edge(of: from, at: arrow.from.y, isRight: isToRight)
    if arrow.message.effect == .creates { return arrow }
    arrow.to.x = edge(of: to, at: arrow.to.y, isRight: from == to || !isToRight)
    if arrow.message.effect == .destroys, from != to {
      arrow.to.x += (isToRight ? -1 : 1) * (SequenceSize.cross + 2)
    }
    return arrow
  }

  /// The side of the lifeline, or of the bars on it.
  private func edge(of column: Int, at y: Int, isRight: Bool) -> Int {
    let here = worked.filter { $0.participant == column && $0.top <= y && y <= $0.bottom }
    guard let highest = here.map(\.level).max() else { return spans.place(column) }
    return spans.place(column) + (isRight ? SequenceSize.bar * (highest + 1) : -SequenceSize.bar)
  }
}
