/// How far apart the columns of a sequence diagram must be for its texts, at one line width.
struct SequenceNeeds {
  /// The minimum distance between two columns.
  private(set) var distances: [(columns: ClosedRange<Int>, points: Int)] = []
  /// The room to the left and to the right of each lifeline.
  private(set) var left: [Int]
  private(set) var right: [Int]

  private let room: Int
  private let heads: [SequenceHead]

  init(_ diagram: SequenceDiagram, _ heads: [SequenceHead], room: Int) {
    self.room = room
    self.heads = heads
    left = heads.map { $0.width / 2 }
    right = heads.map { $0.width / 2 }
    visit(diagram.steps, depth: 0)
    let starts = Set(diagram.boxes.map(\.participants.lowerBound))
    let ends = Set(diagram.boxes.map(\.participants.upperBound))
    for column in heads.indices.dropLast() {
      let next = column + 1
      let isBorder = ends.contains(column) || starts.contains(next)
      // Notes on opposite sides are seldom in the same row, so they may share the room; a border
      // between them must not cross them.
      let (before, after) = (heads[column].width / 2, heads[next].width / 2)
      var points = before + after + 14
      points = max(points, right[column] + 14, left[next] + 14)
      if isBorder {
        let outer =
          (ends.contains(column) ? SequenceSize.boxInset : 0) + (starts.contains(next) ? SequenceSize.boxInset : 0)
        points = max(points, right[column] + left[next] + outer + 12)
      }
      distances.append((column...next, points))
    }
  }

  private mutating func visit(_ steps: [SequenceDiagram.Step], depth: Int) {
    // Frames of blocks around it should stay within the frame around participants.
    let outer = depth * SequenceSize.frameInset
    for step in steps {
      switch step {
      case .message(let message): visit(message, outer)
      case .note(let note): visit(note, outer)
      case .block(let block):
        for section in block.sections { visit(section.steps, depth: depth + 1) }
      case .activate, .deactivate: break
      }
    }
  }

  private mutating func visit(_ message: SequenceDiagram.Message, _ outer: Int) {
    let (from, to) = (message.from, message.to)
    if from == to {
      let text = SequenceFit.own(message, room)
      right[from] = max(right[from], SequenceFit.ownOffset + text.width + outer)
      return
    }
    // What crosses other lifelines has the room of all columns between; it is fitted to that in the end.
    let text = SequenceFit.message(message, room * abs(from - to))
    let ends = 30 + (message.effect == .creates ? heads[to].width / 2 : 0)
    distances.append((min(from, to)...max(from, to), text.width + ends))
  }

  private mutating func visit(_ note: SequenceDiagram.Note, _ outer: Int) {
    switch note.place {
    case .left(let column): left[column] = max(left[column], SequenceFit.note(note, room).width + 12 + outer)
    case .right(let column): right[column] = max(right[column], SequenceFit.note(note, room).width + 12 + outer)
    case .over(let columns) where columns.count == 1:
      let half = SequenceFit.note(note, room).width / 2 + outer
      left[columns.lowerBound] = max(left[columns.lowerBound], half)
      right[columns.lowerBound] = max(right[columns.lowerBound], half)
    case .over: break
    }
  }
}

/// How the texts of a sequence diagram are fitted into the room; columns and rows must agree on it.
enum SequenceFit {
  /// Where the text of a participant's message to itself begins.
  static let ownOffset = SequenceSize.loop.width + 3 * SequenceSize.bar

  static func message(_ message: SequenceDiagram.Message, _ room: Int) -> SequenceText {
    SequenceText(shown(message.text), size: SequenceSize.message, room: room)
  }

  /// A participant's message to itself, next to its arrow.
  static func own(_ message: SequenceDiagram.Message, _ room: Int) -> SequenceText {
    SequenceText(shown(message.text), size: SequenceSize.message, room: max(room - 20, 70))
  }

  /// A note and the size of its box.
  static func note(_ note: SequenceDiagram.Note, _ room: Int) -> (text: SequenceText, width: Int, height: Int) {
    let inset = SequenceSize.noteInset
    let text = SequenceText(note.text, size: SequenceSize.small, room: max(room - 2 * inset.across, 60), most: 12)
    return (text, text.width + 2 * inset.across + 2, max(text.height, 12) + 2 * inset.along)
  }

  /// A message without a text would leave a bare arrow; a dash shows that there is none.
  private static func shown(_ text: String) -> String { text.isBlank ? "…" : text }
}
