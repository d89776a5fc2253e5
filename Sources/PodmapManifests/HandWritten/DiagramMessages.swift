extension DiagramDocument {
  /// Reads `messages` between known participants.
  mutating func readSequence(_ participants: [Node], _ messages: Value?, _ fields: inout StrictFields) {
    let reader = MessageReader(participants)
    sequence = SequenceBody(
      participants: participants, steps: messages.map { reader.steps($0, path: "messages", depth: 0, &fields) } ?? [])
  }
}

/// Reads the items of `messages`: messages, notes and blocks.
private struct MessageReader {
  private typealias Document = DiagramDocument

  private let positions: [String: Int]

  init(_ participants: [DiagramDocument.Node]) {
    positions = Dictionary(participants.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func steps(
    _ value: Value, path: String, depth: Int, _ fields: inout StrictFields
  ) -> [DiagramDocument.SequenceStep] {
    guard depth < Limit.blockDepth.value else {
      fields.add(.tooDeep, at: value)
      return []
    }
    return fields.items(of: value, path).enumerated().compactMap { number, item in
      step(item, path: "\(path)[\(number)]", depth: depth, &fields)
    }
  }

  private func step(
    _ item: Value, path: String, depth: Int, _ fields: inout StrictFields
  ) -> DiagramDocument.SequenceStep? {
    if item.isMapping {
      if item["note"] != nil { return note(item, &fields).map { .note($0) } }
      for kind in DiagramDocument.SequenceBlock.Kind.allCases where item[kind.rawValue] != nil {
        return block(item, kind, path: path, depth: depth, &fields).map { .block($0) }
      }
    }
    guard let edge = EdgeReader(item, path: path, word: "message").edge(&fields),
      let from = position(edge.from.text, at: item, &fields), let to = position(edge.to.text, at: item, &fields)
    else { return nil }
    guard !edge.label.isEmpty else {
      fields.add(.noText, at: item)
      return nil
    }
    return .message(DiagramDocument.SequenceMessage(from: from, to: to, text: edge.label, line: edge.line))
  }

  private func position(_ id: String, at value: Value, _ fields: inout StrictFields) -> Int? {
    if let position = positions[id] { return position }
    fields.add(.noParticipant(id, positions.keys.sorted()), at: value)
    return nil
  }

  /// `note: text` with one of `over`, `left` and `right`; `over` may name two participants.
  private func note(_ item: Value, _ fields: inout StrictFields) -> DiagramDocument.SequenceNote? {
    let places = DiagramDocument.SequenceNote.Place.allCases
    let values = fields.fields(of: item, "the note", known: ["note"] + places.map(\.rawValue))
    let given = places.filter { values[$0.rawValue] != nil }
    guard let text = fields.text(values["note"], "the note") else { return nil }
    guard given.count == 1, let place = given.first, let value = values[place.rawValue] else {
      fields.add(.noPlace, at: item)
      return nil
    }
    let ends = place == .over && value.isSequence ? value.items : [value]
    let found = ends.compactMap { end in
      fields.text(end, "'\(place.rawValue)' of the note").flatMap { position($0, at: end, &fields) }
    }
    guard found.count == ends.count, let first = found.min(), let last = found.max() else { return nil }
    if ends.count > 2 { fields.add(.manyOver, at: value) }
    return DiagramDocument.SequenceNote(place: place, participants: first...last, text: text)
  }

  /// `loop: label` with `messages`; `alt`, `par` and `critical` may have `sections` in their place.
  private func block(
    _ item: Value, _ kind: DiagramDocument.SequenceBlock.Kind, path: String, depth: Int, _ fields: inout StrictFields
  ) -> DiagramDocument.SequenceBlock? {
    let what = "the block '\(kind.rawValue)'"
    let hasSections = [.alt, .par, .critical].contains(kind)
    let values = fields.fields(
      of: item, what, known: [kind.rawValue, "messages"] + (hasSections ? ["sections"] : []))
    var sections: [DiagramDocument.SequenceBlock.Section] = []
    func add(_ label: Value?, _ messages: Value, _ path: String) {
      let label = label.flatMap { $0.isNull ? nil : fields.text($0, "the label of \(what)") } ?? ""
      let steps = steps(messages, path: path, depth: depth + 1, &fields)
      if !steps.isEmpty { sections.append(DiagramDocument.SequenceBlock.Section(label: label, steps: steps)) }
    }
    if let messages = values["messages"] { add(values[kind.rawValue], messages, "\(path).messages") }
    if let list = values["sections"] {
      if let label = values[kind.rawValue], !label.isNull { fields.add(.labelBesideSections(what), at: label) }
      for (number, section) in fields.items(of: list, "the sections of \(what)").enumerated() {
        let parts = fields.fields(of: section, "a section of \(what)", known: ["label", "messages"])
        guard let messages = parts["messages"] else {
          fields.add(.noMessages("a section of \(what)"), at: section)
          continue
        }
        add(parts["label"], messages, "\(path).sections[\(number)].messages")
      }
    }
    if values["messages"] == nil, values["sections"] == nil { fields.add(.noMessages(what), at: item) }
    return sections.isEmpty ? nil : DiagramDocument.SequenceBlock(kind: kind, sections: sections)
  }
}

extension StrictFields.Message {
  fileprivate static let noText = Self("a message has no text; write 'from -> to: text'")
  fileprivate static let noPlace = Self("the note has no position; add one of over, left, right with a participant")
  fileprivate static let manyOver = Self("a note can be over one participant or a range; name one or two participants")

  fileprivate static let tooDeep = Self("blocks nest deeper than \(Limit.blockDepth.text); flatten them")

  fileprivate static func labelBesideSections(_ what: String) -> Self {
    Self("\(what) has both a label and sections; label each section instead")
  }

  fileprivate static func noMessages(_ what: String) -> Self { Self("\(what) has no messages; add some below it") }

  fileprivate static func noParticipant(_ id: String, _ ids: [String]) -> Self {
    let hint = Spelling.nearest(to: id, among: ids).map { "did you mean '\($0.shortened())'?" }
    return Self("there is no participant '\(id.shortened())'; \(hint ?? "add it below 'participants:'")")
  }
}
