import PodmapManifests

/// The lines of one row of a card.
struct RowText: Sendable, Equatable {
  var row: CondensedDiagram.Row
  /// The word at the start.
  var tag: String
  var lines: [[TextRun]]
  /// In points.
  var height: Int

  /// `width` is the widest line in points.
  /// `isHub` says whether the card has no lines, so that its rows are all that says what it does.
  init(_ row: CondensedDiagram.Row, width: Int, isHub: Bool = false) {
    self.row = row
    tag = row.tag
    var lines: [[TextRun]] = []
    let isMissing = row.presence == .missing
    let plain: TextRun.Look = isMissing || row.isAlarm ? .alarm : .plain
    let limit = isMissing ? Int.max : isHub ? Limit.hubRowLines.value : Limit.rowLines.value
    var stated = 0
    for (position, item) in row.items.enumerated() {
      let (count, end) = (lines.count, lines.last)
      Self.add(item, position: position, plain, mark: row.mark, row.subject, width, to: &lines)
      if lines.count > limit, position > 0, row.subject.mayOmit {
        // What was added begins in the last line.
        lines.removeLast(lines.count - count)
        if let end { lines[count - 1] = end }
        break
      }
      stated += 1
    }
    let more = row.items.count - stated + row.more
    if more > 0 { Self.append("+\(more) more", .quiet, width, to: &lines) }
    if let word = row.presence.word, !row.items.isEmpty {
      Self.append(word, isMissing ? .alarm : .quiet, width, to: &lines)
    }
    self.lines = lines
    height = lines.isEmpty ? 0 : lines.count * CardSize.line + 2 * CardSize.rowPadding
  }

  private static func add(
    _ item: CondensedDiagram.Item, position: Int, _ look: TextRun.Look, mark: ChangeMark?,
    _ subject: CondensedDiagram.Row.Subject, _ width: Int, to lines: inout [[TextRun]]
  ) {
    let text = subject.isSigned && position == 0 ? mark.signed(item.text) : item.text
    if text.isEmpty {
      lines += TextBreaking.lines(item.quiet, width: width, limit: 3).map { [TextRun(text: $0, look: .quiet)] }
      return
    }
    let parts = TextBreaking.lines(text, width: width, limit: 2)
    if let last = lines.last, let end = last.last, end.look == look, parts.count == 1, item.quiet.isEmpty,
      last.width + TextWidth.room(", " + parts[0], size: CardSize.text) <= width
    {
      lines[lines.count - 1][last.count - 1].text += ", " + parts[0]
    } else {
      if let last = lines.last, last.last?.look == look, !parts.isEmpty, !end(of: last).hasSuffix(",") {
        lines[lines.count - 1][last.count - 1].text += ","
      }
      lines += parts.map { [TextRun(text: $0, look: look)] }
    }
    if !item.quiet.isEmpty { append(item.quiet, .quiet, width, to: &lines) }
  }

  private static func end(of line: [TextRun]) -> String { line.last?.text ?? "" }

  /// Adds words to the last line if there is room, otherwise below it.
  private static func append(_ words: String, _ look: TextRun.Look, _ width: Int, to lines: inout [[TextRun]]) {
    let runs = [TextRun.gap, TextRun(text: words, look: look)]
    if let last = lines.last, (last + runs).width <= width {
      lines[lines.count - 1] += runs
    } else {
      lines += TextBreaking.lines(words, width: width, limit: 2).map { [TextRun(text: $0, look: look)] }
    }
  }
}

extension CondensedDiagram.Row.Subject {
  /// Whether the mark of a change precedes its first item; containers have it before their role.
  fileprivate var isSigned: Bool {
    if case .container = self { false } else { true }
  }

  /// Whether the row may count items instead of naming them.
  fileprivate var mayOmit: Bool {
    switch self {
    case .container, .volume, .service: false
    case .object, .calls, .fact, .foot: true
    }
  }
}
