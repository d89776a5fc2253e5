package import PodmapManifests

extension SequenceView.Result {
  /// Draws a hand-written sequence diagram exactly as written.
  package init(_ document: DiagramDocument, _ sequence: DiagramDocument.SequenceBody, title: String? = nil) {
    var names = ElementNames()
    let participants = sequence.participants.map { node in
      SequenceDiagram.Participant(
        id: names.name(for: node.id), style: FlowDiagram.Card.Style(node.kind), icon: Icon(node.kind), name: node.label)
    }
    self.init(
      name: document.name,
      diagram: SequenceDiagram(
        title: title ?? document.title,
        summary: document.description.isBlank ? sequence.summary : document.description, participants: participants,
        steps: sequence.steps.map { SequenceDiagram.Step($0) }))
  }
}

extension SequenceDiagram.Step {
  fileprivate init(_ step: DiagramDocument.SequenceStep) {
    switch step {
    case .message(let message):
      self = .message(
        SequenceDiagram.Message(
          from: message.from, to: message.to, message.text, line: message.line == .dashed ? .dashed : .solid))
    case .note(let note):
      let place: SequenceDiagram.Note.Place =
        switch note.place {
        case .over: .over(note.participants)
        case .left: .left(of: note.participants.lowerBound)
        case .right: .right(of: note.participants.upperBound)
        }
      self = .note(SequenceDiagram.Note(place, note.text))
    case .block(let block):
      self = .block(
        SequenceDiagram.Block(
          SequenceDiagram.Block.Kind(block.kind),
          block.sections.map { section in
            SequenceDiagram.Block.Section(section.label, section.steps.map { SequenceDiagram.Step($0) })
          }))
    }
  }
}

extension SequenceDiagram.Block.Kind {
  fileprivate init(_ kind: DiagramDocument.SequenceBlock.Kind) {
    self =
      switch kind {
      case .loop: .loop
      case .opt: .optional
      case .alt: .alternatives
      case .par: .parallel
      case .critical: .critical
      case .group: .group
      }
  }
}

extension DiagramDocument.SequenceBody {
  /// The messages in words: "User to Kubernetes API: Create Pod, …".
  fileprivate var summary: String {
    let messages = messages(in: steps)
    let shown = messages.prefix(Limit.summaryLines.value).map { message in
      let ends = [message.from, message.to].map { Shortened(participants[$0].label, limit: 60).text }
      return "\(ends[0]) to \(ends[1]): \(Shortened(message.text, limit: 60).text)"
    }
    let rest = messages.count - shown.count
    if shown.isEmpty { return "No messages." }
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ") + "."
  }

  private func messages(in steps: [DiagramDocument.SequenceStep]) -> [DiagramDocument.SequenceMessage] {
    steps.flatMap { step -> [DiagramDocument.SequenceMessage] in
      switch step {
      case .message(let message): [message]
      case .note: []
      case .block(let block): block.sections.flatMap { messages(in: $0.steps) }
      }
    }
  }
}
