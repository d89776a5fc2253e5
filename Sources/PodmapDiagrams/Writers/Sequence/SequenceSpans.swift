/// The horizontal positions in a sequence diagram, which depend only on the columns.
struct SequenceSpans: Sendable {
  let columns: SequenceColumns
  /// The heads of all participants, from side to side.
  private let heads: [ClosedRange<Int>]

  /// From left to right, in points.
  typealias Span = (left: Int, right: Int)

  init(_ columns: SequenceColumns) {
    self.columns = columns
    heads = zip(columns.places, columns.heads).map { ($0 - $1.width / 2)...($0 + $1.width / 2) }
  }

  func place(_ column: Int) -> Int { columns.places[column] }

  /// The text of a message, and where it begins.
  func text(_ message: SequenceDiagram.Message) -> (text: SequenceText, left: Int) {
    let (from, to) = (message.from, message.to)
    if from == to {
      return (SequenceFit.own(message, columns.room), place(from) + SequenceFit.ownOffset)
    }
    let ends = ends(of: message)
    let text = SequenceFit.message(message, ends.right - ends.left - 24)
    let centred = (ends.left + ends.right - text.width) / 2
    let crossed = columns.places.filter { ends.left < $0 && $0 < ends.right }
    guard crossed.contains(where: { centred - 4 < $0 && $0 < centred + text.width + 4 }) else { return (text, centred) }
    // If the text would hide lifelines in the middle of its arrow, it goes between two of them, in two lines if
    // it must.
    let borders = [ends.left] + crossed + [ends.right]
    let gaps = zip(borders, borders.dropFirst()).map { (left: $0, right: $1) }
    if let left = between(gaps, centred, text.width, isFromLeft: from < to) { return (text, left) }
    let widest = gaps.map { $0.right - $0.left }.max() ?? 0
    let narrow = SequenceFit.message(message, widest - Self.air)
    let middle = (ends.left + ends.right - narrow.width) / 2
    if narrow.lines.count == 2, let left = between(gaps, middle, narrow.width, isFromLeft: from < to) {
      return (narrow, left)
    }
    return (text, centred)
  }

  /// From lifeline to lifeline, or to the head that the message creates.
  func ends(of message: SequenceDiagram.Message) -> Span {
    var from = place(message.from)
    var to = place(message.to)
    if message.effect == .creates { to += (message.from < message.to ? -1 : 1) * columns.heads[message.to].width / 2 }
    if from > to { swap(&from, &to) }
    return (from, to)
  }

  /// The start of a text that is centred in the nearest gap that it fits into; `nil` if it fits into none.
  private func between(_ gaps: [Span], _ centred: Int, _ width: Int, isFromLeft: Bool) -> Int? {
    let middles = gaps.filter { $0.right - $0.left >= width + Self.air }.map { ($0.left + $0.right - width) / 2 }
    return (isFromLeft ? middles : middles.reversed()).min { abs($0 - centred) < abs($1 - centred) }
  }

  /// The room that a text between two lifelines leaves, including room for bars.
  private static let air = 10

  /// A note, and where its box begins.
  func note(_ note: SequenceDiagram.Note) -> (text: SequenceText, left: Int, width: Int, height: Int) {
    let fit = SequenceFit.note(note, columns.room)
    switch note.place {
    case .left(let column): return (fit.text, place(column) - 10 - fit.width, fit.width, fit.height)
    case .right(let column): return (fit.text, place(column) + 10, fit.width, fit.height)
    case .over(let covered) where covered.count == 1:
      return (fit.text, place(covered.lowerBound) - fit.width / 2, fit.width, fit.height)
    case .over(let covered):
      let (first, last) = (place(covered.lowerBound), place(covered.upperBound))
      let wide = SequenceFit.note(note, max(last - first + 40, 90))
      let width = max(wide.width, last - first + 40)
      return (wide.text, (first + last - width) / 2, width, wide.height)
    }
  }

  /// From the left of the first part to the right of the last; `nil` if there are none.
  func span(of steps: [SequenceDiagram.Step]) -> Span? {
    var whole: Span?
    func add(_ left: Int, _ right: Int) {
      whole = (min(left, whole?.left ?? left), max(right, whole?.right ?? right))
    }
    for step in steps {
      switch step {
      case .message(let message):
        let (text, left) = text(message)
        add(left, left + text.width)
        add(place(message.from), place(message.from))
        add(place(message.to), place(message.to))
        if message.effect == .creates { add(heads[message.to].lowerBound, heads[message.to].upperBound) }
      case .note(let written):
        let box = note(written)
        add(box.left, box.left + box.width)
      case .block(let block):
        let frame = span(of: block)
        add(frame.left, frame.right)
      case .activate(let column), .deactivate(let column): add(place(column), place(column))
      }
    }
    return whole
  }

  /// The frame of a block: around its steps, and wide enough for its word and a few words of its label.
  func span(of block: SequenceDiagram.Block) -> Span {
    let inner = span(of: block.sections.flatMap(\.steps)) ?? (left: 0, right: 0)
    let inset = SequenceSize.frameInset
    let label = block.sections.map { TextWidth.points(Shortened($0.label, limit: 60).text, size: SequenceSize.small) }
    let least = Self.tabWidth(block.kind) + min(label.max() ?? 0, 130) + 16
    let left = inner.left - inset
    return (left, max(inner.right + inset, left + least))
  }

  static func tabWidth(_ kind: SequenceDiagram.Block.Kind) -> Int {
    guard let word = kind.word else { return 0 }
    return TextWidth.points(word, size: SequenceSize.small) + 14
  }
}

extension SequenceDiagram.Block.Kind {
  /// The word in the corner of the frame; `nil` for a background that only has a heading.
  var word: String? {
    switch self {
    case .loop: "loop"
    case .optional: "opt"
    case .alternatives: "alt"
    case .parallel: "par"
    case .critical: "critical"
    case .group: nil
    }
  }
}
