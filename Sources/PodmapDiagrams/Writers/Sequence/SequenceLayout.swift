/// The position of everything in a sequence diagram, in points from its left and top edges.
struct SequenceLayout: Sendable {
  /// A participant at the top of its lifeline, or repeated at the bottom.
  struct Head: Sendable {
    var participant: Int
    var content: SequenceHead
    var frame: SequenceRect
    var isFoot: Bool
  }

  /// A vertical line, in pieces: texts interrupt it.
  struct Line: Sendable {
    var participant: Int
    var x: Int
    var pieces: [ClosedRange<Int>]
  }

  /// A text and its position.
  struct Label: Sendable {
    var text: SequenceText
    var frame: SequenceRect

    init(_ text: SequenceText, left: Int, top: Int) {
      self.text = text
      frame = SequenceRect(left: left, top: top, right: left + text.width, bottom: top + text.height)
    }
  }

  struct Arrow: Sendable {
    var message: SequenceDiagram.Message
    var from: SequencePoint
    /// The tip. If it is below `from`, the arrow leads around and back.
    var to: SequencePoint
    var label: Label
  }

  struct Note: Sendable {
    var note: SequenceDiagram.Note
    var text: SequenceText
    var frame: SequenceRect
  }

  /// A block. Those around it precede it.
  struct Frame: Sendable {
    var block: SequenceDiagram.Block
    var frame: SequenceRect
    /// The corner with its word; `nil` for groups.
    var tab: SequenceRect?
    /// The label of each section; an empty one has an empty frame.
    var labels: [Label]
    /// Above each section except the first.
    var dividers: [Int]
  }

  struct Box: Sendable {
    var box: SequenceDiagram.Box
    var frame: SequenceRect
    var label: Label
    /// Its sides, interrupted by texts.
    var sides: [Line]
  }

  var title: Label?
  var boxes: [Box] = []
  var heads: [Head] = []
  var lifelines: [Line] = []
  /// While participants are active.
  var bars: [Line] = []
  /// Where a lifeline ends with a cross.
  var endings: [SequencePoint] = []
  var arrows: [Arrow] = []
  var notes: [Note] = []
  var frames: [Frame] = []
  var bottom = 0

  init(_ diagram: SequenceDiagram, hasIcons: Bool) {
    let columns = SequenceColumns(diagram, hasIcons: hasIcons)
    let spans = SequenceSpans(columns)
    var top = 0
    if !diagram.title.isBlank {
      let right = (columns.places.last ?? 0) + (columns.right.last ?? 0)
      let text = SequenceText(diagram.title, size: SequenceSize.title, room: max(right, 360), most: 2)
      let label = Label(text, left: 0, top: 0)
      title = label
      top = label.frame.bottom + 14
    }
    if columns.heads.isEmpty {
      bottom = top
      return
    }
    boxes = diagram.boxes.map { Self.box($0, columns, top: top) }
    if let left = boxes.map(\.frame.left).min(), left < 0, let text = title?.text {
      title = Label(text, left: left, top: 0)
    }
    top = boxes.map { $0.label.frame.bottom + 6 }.max() ?? top

    var rows = SequenceRows(diagram, spans, top: top)
    rows.place(diagram.steps)
    rows.finish()
    heads = rows.heads
    endings = rows.endings
    arrows = rows.arrows
    notes = rows.notes
    frames = rows.frames
    bottom = rows.bottom
    let texts = rows.texts
    lifelines = rows.lifelines.map { Self.interrupted($0, by: texts) }
    bars = rows.bars.map { Self.interrupted($0, by: texts) }
    guard !boxes.isEmpty else { return }
    bottom += SequenceSize.boxInset
    for position in boxes.indices {
      boxes[position].frame.bottom = bottom
      let frame = boxes[position].frame
      boxes[position].sides = [frame.left, frame.right].map { x in
        Self.interrupted(
          Line(participant: boxes[position].box.participants.lowerBound, x: x, pieces: [frame.top...frame.bottom]),
          by: texts)
      }
    }
  }

  /// Its bottom edge is known later.
  private static func box(_ box: SequenceDiagram.Box, _ columns: SequenceColumns, top: Int) -> Box {
    let (first, last) = (box.participants.lowerBound, box.participants.upperBound)
    let left = columns.places[first] - columns.left[first] - SequenceSize.boxInset
    let right = columns.places[last] + columns.right[last] + SequenceSize.boxInset
    let text = SequenceText(box.name, size: SequenceSize.name, room: max(right - left - 16, 20), most: 2)
    return Box(
      box: box, frame: SequenceRect(left: left, top: top, right: right, bottom: top),
      label: Label(text, left: left + 8, top: top + 5), sides: [])
  }

  /// The line without the parts that would run through a text.
  private static func interrupted(_ line: Line, by texts: [SequenceRect]) -> Line {
    var line = line
    for text in texts where text.left - 3 < line.x && line.x < text.right + 3 {
      line.pieces = line.pieces.flatMap { piece -> [ClosedRange<Int>] in
        let (above, below) = (text.top - 1, text.bottom + 1)
        if above >= piece.upperBound || below <= piece.lowerBound { return [piece] }
        var rest: [ClosedRange<Int>] = []
        if above > piece.lowerBound { rest.append(piece.lowerBound...above) }
        if below < piece.upperBound { rest.append(below...piece.upperBound) }
        return rest
      }
    }
    return line
  }
}
