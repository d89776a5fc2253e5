package import PodmapManifests

/// What happens between participants, in order, before it is written in any format.
///
/// Views make it from a topology; writers turn it into Mermaid or DOT. Nothing in it is escaped, and every text may
/// contain anything that a manifest may contain, except in `ElementID`s.
///
/// Participants are identified by their positions in `participants`.
package struct SequenceDiagram: Sendable, Hashable {
  /// The heading of the picture.
  package var title: String
  /// One sentence for readers who can't see the picture.
  package var summary: String
  /// From left to right.
  package var participants: [Participant]
  /// Frames around neighbours; no participant is in two.
  package var boxes: [Box]
  /// From top to bottom.
  package var steps: [Step]

  package init(
    title: String, summary: String, participants: [Participant] = [], boxes: [Box] = [], steps: [Step] = []
  ) {
    self.title = title
    self.summary = summary
    self.participants = participants
    self.boxes = boxes
    self.steps = steps
  }
}

extension SequenceDiagram {
  /// Who sends and receives: a column of the picture.
  package struct Participant: Sendable, Hashable {
    package var id: ElementID
    /// The family that decides the look.
    package var style: FlowDiagram.Card.Style
    package var icon: Icon
    package var name: String
    /// What it is, in a second line: "Deployment · 3 replicas". May be empty.
    package var detail: String

    package init(
      id: ElementID, style: FlowDiagram.Card.Style, icon: Icon = .custom, name: String, detail: String = ""
    ) {
      self.id = id
      self.style = style
      self.icon = icon
      self.name = name
      self.detail = detail
    }

    /// Whether it is drawn as a person.
    package var isPerson: Bool { style == .user }
  }

  /// A frame around neighbouring participants: a pod around its containers.
  package struct Box: Sendable, Hashable {
    package var name: String
    package var participants: ClosedRange<Int>

    package init(name: String, participants: ClosedRange<Int>) {
      self.name = name
      self.participants = participants
    }
  }

  /// One thing that happens, or several that belong together.
  package indirect enum Step: Sendable, Hashable {
    case message(Message)
    case note(Note)
    case block(Block)
    /// The participant is active from here until `deactivate`; activations nest.
    case activate(Int)
    case deactivate(Int)
  }

  /// An arrow from one participant to another, or to itself.
  package struct Message: Sendable, Hashable {
    package enum Line: Sendable {
      case solid
      /// An answer.
      case dashed
    }

    package enum Head: Sendable {
      case arrow
      /// An arrow that the sender doesn't wait for.
      case open
      /// It never arrives.
      case cross
    }

    /// What it does to the lifeline of its receiver.
    package enum Effect: Sendable {
      case none
      /// The receiver's lifeline begins here. A participant is created at most once, and nothing happens to it before.
      case creates
      /// The receiver's lifeline ends here, and nothing happens to it later.
      case destroys
    }

    package var from: Int
    package var to: Int
    /// Never empty.
    package var text: String
    package var line: Line
    package var head: Head
    package var effect: Effect

    package init(
      from: Int, to: Int, _ text: String, line: Line = .solid, head: Head = .arrow, effect: Effect = .none
    ) {
      self.from = from
      self.to = to
      self.text = text
      self.line = line
      self.head = head
      self.effect = effect
    }
  }

  /// A text at one lifeline, or across those of two participants and all between them.
  package struct Note: Sendable, Hashable {
    package enum Place: Sendable, Hashable {
      case over(ClosedRange<Int>)
      case left(of: Int)
      case right(of: Int)
    }

    package var place: Place
    /// Line breaks are kept.
    package var text: String

    package init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Steps in a frame that says when they happen.
  package struct Block: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Repeated steps.
      case loop
      /// Steps that happen under a condition.
      case optional
      /// One of several sections.
      case alternatives
      /// All sections at the same time.
      case parallel
      /// Steps that must work; other sections are what happens if they don't.
      case critical
      /// A background that groups steps under a heading.
      case group
    }

    /// A part of a block. Its label may be empty.
    package struct Section: Sendable, Hashable {
      package var label: String
      /// Never empty.
      package var steps: [Step]

      package init(_ label: String, _ steps: [Step]) {
        self.label = label
        self.steps = steps
      }
    }

    package var kind: Kind
    /// At least one; `loop`, `optional` and `group` have exactly one.
    package var sections: [Section]

    package init(_ kind: Kind, _ sections: [Section]) {
      self.kind = kind
      self.sections = sections
    }

    package init(_ kind: Kind, _ label: String, _ steps: [Step]) {
      self.init(kind, [Section(label, steps)])
    }
  }
}
