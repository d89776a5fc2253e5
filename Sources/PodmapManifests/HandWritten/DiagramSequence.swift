extension DiagramDocument {
  /// Messages between participants, in a document that has these instead of nodes and edges.
  package struct SequenceBody: Sendable {
    /// From left to right.
    package var participants: [Node]
    /// From top to bottom.
    package var steps: [SequenceStep]
  }

  /// One item of `messages`.
  package indirect enum SequenceStep: Sendable {
    case message(SequenceMessage)
    case note(SequenceNote)
    case block(SequenceBlock)
  }

  /// A message, drawn as an arrow.
  package struct SequenceMessage: Sendable {
    /// The position of the sender; `to` is that of the receiver.
    package var from: Int
    package var to: Int
    package var text: String
    package var line: Line
  }

  /// A note next to or over lifelines.
  package struct SequenceNote: Sendable {
    package enum Place: String, CaseIterable, Sendable {
      case over, left, right
    }

    package var place: Place
    /// One participant, or for `over` the first and the last.
    package var participants: ClosedRange<Int>
    package var text: String
  }

  /// A block of messages, drawn as a frame.
  package struct SequenceBlock: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      case loop, opt, alt, par, critical, group
    }

    package struct Section: Sendable {
      package var label: String
      package var steps: [SequenceStep]
    }

    package var kind: Kind
    /// At least one section, each with at least one step.
    package var sections: [Section]
  }
}
