import PodmapManifests

/// Writes a sequence diagram as Mermaid text that Mermaid 10.6 and later draw with the same content.
///
/// Theme and colours are left to the page, so that the diagram reads well on light and dark ones.
package struct MermaidSequenceWriter: Sendable {
  package init() {}

  /// The whole text, which ends with a line break.
  package func text(of diagram: SequenceDiagram) -> String {
    var sequence = MermaidSequence(diagram)
    sequence.write()
    return sequence.out.text
  }

  /// Whether Mermaid draws a text with its default limit, which a page can't raise on GitHub: `maxTextSize` counts
  /// UTF-16 units. There is no limit for messages.
  package static func fits(_ text: String) -> Bool {
    text.utf16.count <= Limit.mermaidCharacters.value
  }
}

/// One run of the writer: the diagram and the text so far.
struct MermaidSequence {
  let diagram: SequenceDiagram
  /// Participants that a message creates.
  private let created: Set<Int>
  var out = MermaidOutput()

  /// The approximate number of letters that fit between two neighbours.
  private static let columnWidth = 26

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    created = Self.created(in: diagram.steps)
  }

  mutating func write() {
    out.line("---")
    if !diagram.title.isBlank { out.line("title: \(MermaidTitle(diagram.title))") }
    out.line("config:")
    out.line("  sequence:")
    // Notes are as wide as their texts, which are broken here.
    out.line("    wrap: false")
    out.line("---")
    out.line("sequenceDiagram")
    out.depth = 1
    if !diagram.title.isBlank { out.line("accTitle: \(MermaidSentence(diagram.title))") }
    if !diagram.summary.isBlank { out.line("accDescr: \(MermaidSentence(diagram.summary))") }
    writeParticipants()
    if diagram.participants.isEmpty { writeNothingToDraw() }
    write(diagram.steps)
  }

  private mutating func writeNothingToDraw() {
    out.line("participant nothing as Nothing to draw")
  }

  // MARK: - Participants

  private mutating func writeParticipants() {
    var boxes = diagram.boxes.sorted { $0.participants.lowerBound < $1.participants.lowerBound }[...]
    for position in diagram.participants.indices {
      if let box = boxes.first, box.participants.lowerBound == position {
        // A first word that is a colour would be read as one.
        out.line("box transparent \(MermaidSequenceText(box.name, limit: 60))")
        out.depth += 1
      }
      if !created.contains(position) { out.line("\(declaration(of: position))") }
      if let box = boxes.first, box.participants.upperBound == position {
        out.depth -= 1
        out.line("end")
        boxes = boxes.dropFirst()
      }
    }
  }

  private func declaration(of position: Int) -> MermaidLine {
    let participant = diagram.participants[position]
    let name = participant.name.isBlank ? "(no name)" : participant.name
    let alias = MermaidSequenceText(lines: [
      MermaidSequenceText(name, width: 22, limit: 60), MermaidSequenceText(participant.detail, width: 26, limit: 80),
    ])
    return participant.isPerson
      ? "actor \(participant.id) as \(alias)" : "participant \(participant.id) as \(alias)"
  }

  private static func created(in steps: [SequenceDiagram.Step]) -> Set<Int> {
    var found: Set<Int> = []
    for step in steps {
      switch step {
      case .message(let message): if message.effect == .creates { found.insert(message.to) }
      case .block(let block): for section in block.sections { found.formUnion(created(in: section.steps)) }
      case .note, .activate, .deactivate: continue
      }
    }
    return found
  }

  private func id(_ position: Int) -> ElementID { diagram.participants[position].id }

  // MARK: - Steps

  private mutating func write(_ steps: [SequenceDiagram.Step]) {
    for step in steps {
      switch step {
      case .message(let message): write(message)
      case .note(let note): write(note)
      case .block(let block): write(block)
      case .activate(let participant): out.line("activate \(id(participant))")
      case .deactivate(let participant): out.line("deactivate \(id(participant))")
      }
    }
  }

  private mutating func write(_ message: SequenceDiagram.Message) {
    switch message.effect {
    case .none: break
    case .creates: out.line("create \(declaration(of: message.to))")
    case .destroys: out.line("destroy \(id(message.to))")
    }
    let columns = max(1, abs(message.to - message.from))
    let text = MermaidSequenceText(message.text.isBlank ? "…" : message.text, width: Self.columnWidth * columns)
    out.line("\(id(message.from))\(message.arrow)\(id(message.to)): \(text)")
  }

  private mutating func write(_ note: SequenceDiagram.Note) {
    let raw = note.text.isBlank ? "…" : note.text
    switch note.place {
    case .over(let range):
      let text = MermaidSequenceText(raw, width: Self.columnWidth * max(1, range.count - 1) + 4, limit: 600)
      if range.count == 1 {
        out.line("Note over \(id(range.lowerBound)): \(text)")
      } else {
        out.line("Note over \(id(range.lowerBound)),\(id(range.upperBound)): \(text)")
      }
    case .left(let participant):
      out.line(
        "Note left of \(id(participant)): \(MermaidSequenceText(raw, width: Self.columnWidth, limit: Limit.noteText.value))"
      )
    case .right(let participant):
      out.line(
        "Note right of \(id(participant)): \(MermaidSequenceText(raw, width: Self.columnWidth, limit: Limit.noteText.value))"
      )
    }
  }

  private mutating func write(_ block: SequenceDiagram.Block) {
    for (number, section) in block.sections.enumerated() {
      let label = MermaidBlockLabel(section.label, fallback: number == 0 ? block.kind.fallback : "else")
      if number == 0 {
        out.line(block.kind == .group ? block.kind.opening : "\(block.kind.opening) \(label)")
        out.depth += 1
        if block.kind == .group { writeHeading(section) }
      } else {
        out.depth -= 1
        out.line("\(block.kind.divider) \(label)")
        out.depth += 1
      }
      write(section.steps)
    }
    out.depth -= 1
    out.line("end")
  }

  /// A coloured background has no label in Mermaid.
  private mutating func writeHeading(_ section: SequenceDiagram.Block.Section) {
    guard !section.label.isBlank, let range = diagram.range(of: section.steps) else { return }
    write(SequenceDiagram.Note(.over(range), section.label))
  }
}

extension SequenceDiagram.Message {
  fileprivate var arrow: MermaidLine {
    switch (line, head) {
    case (.solid, .arrow): "->>"
    case (.dashed, .arrow): "-->>"
    case (.solid, .open): "-)"
    case (.dashed, .open): "--)"
    case (.solid, .cross): "-x"
    case (.dashed, .cross): "--x"
    }
  }
}

extension SequenceDiagram.Block.Kind {
  fileprivate var opening: MermaidLine {
    switch self {
    case .loop: "loop"
    case .optional: "opt"
    case .alternatives: "alt"
    case .parallel: "par"
    case .critical: "critical"
    case .group: "rect rgba(128, 128, 128, 0.12)"
    }
  }

  fileprivate var divider: MermaidLine {
    switch self {
    case .alternatives: "else"
    case .parallel: "and"
    case .critical, .loop, .optional, .group: "option"
    }
  }

  /// The label of a block without one: Mermaid has no empty labels.
  fileprivate var fallback: String {
    switch self {
    case .loop: "again and again"
    case .optional: "if it is so"
    case .alternatives: "either"
    case .parallel: "at the same time"
    case .critical: "must work"
    case .group: ""
    }
  }
}

extension SequenceDiagram {
  /// From the leftmost to the rightmost participant of some steps.
  func range(of steps: [Step]) -> ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    func join(_ position: Int) {
      range = range.map { min($0.lowerBound, position)...max($0.upperBound, position) } ?? position...position
    }
    for step in steps {
      switch step {
      case .message(let message):
        join(message.from)
        join(message.to)
      case .note(let note):
        switch note.place {
        case .over(let places):
          join(places.lowerBound)
          join(places.upperBound)
        case .left(let position), .right(let position): join(position)
        }
      case .block(let block):
        for section in block.sections {
          if let inner = self.range(of: section.steps) {
            join(inner.lowerBound)
            join(inner.upperBound)
          }
        }
      case .activate(let position), .deactivate(let position): join(position)
      }
    }
    return range
  }
}
