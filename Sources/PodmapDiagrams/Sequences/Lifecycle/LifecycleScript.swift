import PodmapManifests
import PodmapTopology

/// Collects the steps of a pod's life, and the participants that they involve.
struct LifecycleScript {
  typealias Step = SequenceDiagram.Step
  typealias Block = SequenceDiagram.Block

  let pod: LifecyclePod
  let cast: LifecycleCast
  private(set) var steps: [Step] = []
  /// How many blocks surround the next step, apart from those whose sections all happen.
  private var depth = 0
  /// The participants whose lifelines are active.
  private var active: [Int] = []
  /// Activations that began or ended inside blocks: lifelines change after the block, because a block whose steps may
  /// not happen must leave them unchanged.
  private var activationChanges: [(participant: Int, isBegin: Bool)] = []

  init(_ pod: LifecyclePod, _ cast: LifecycleCast? = nil) {
    self.pod = pod
    self.cast = cast ?? LifecycleCast(pod)
  }

  // MARK: - Steps

  /// Adds a request or an action; without a receiver, the sender acts on itself.
  mutating func say(
    _ text: String, from sender: Int, to receiver: Int? = nil, head: SequenceDiagram.Message.Head = .arrow,
    effect: SequenceDiagram.Message.Effect = .none
  ) {
    steps.append(.message(.init(from: sender, to: receiver ?? sender, text, head: head, effect: effect)))
  }

  /// Adds a status or a reply.
  mutating func report(
    _ text: String, from sender: Int, to receiver: Int, head: SequenceDiagram.Message.Head = .arrow
  ) {
    steps.append(.message(.init(from: sender, to: receiver, text, line: .dashed, head: head)))
  }

  mutating func note(_ text: String, over first: Int, to last: Int? = nil) {
    let last = last ?? first
    steps.append(.note(.init(.over(min(first, last)...max(first, last)), text)))
  }

  mutating func heading(_ text: String) {
    note(text, over: cast.controlPlane, to: cast.containers.last ?? cast.kubelet)
  }

  mutating func block(_ kind: Block.Kind, _ label: String, _ write: @escaping (inout Self) -> Void) {
    sections(kind, [(label, write)])
  }

  /// Adds a block with those of its sections that aren't empty.
  mutating func sections(_ kind: Block.Kind, _ sections: [(label: String, write: (inout Self) -> Void)]) {
    var written: [Block.Section] = []
    for section in sections {
      var inner = Self(pod, cast)
      inner.depth = kind == .parallel ? depth : depth + 1
      inner.active = active
      section.write(&inner)
      active = inner.active
      activationChanges += inner.activationChanges
      if !inner.steps.isEmpty { written.append(.init(section.label, inner.steps)) }
    }
    if !written.isEmpty {
      // A single alternative is an option.
      let isAlone = written.count == 1 && kind == .alternatives
      steps.append(.block(.init(isAlone ? .optional : kind, written)))
    }
    guard depth == 0 else { return }
    for turn in activationChanges { turn.isBegin ? begin(turn.participant) : end(turn.participant) }
    activationChanges = []
  }

  /// Activates the participant from here on.
  mutating func begin(_ participant: Int) {
    guard depth == 0 else { return activationChanges.append((participant, true)) }
    guard !active.contains(participant) else { return }
    active.append(participant)
    steps.append(.activate(participant))
  }

  mutating func end(_ participant: Int) {
    guard depth == 0 else { return activationChanges.append((participant, false)) }
    guard let position = active.firstIndex(of: participant) else { return }
    active.remove(at: position)
    steps.append(.deactivate(participant))
  }

  /// Activates the participant during some steps.
  mutating func during(_ participant: Int, _ write: (inout Self) -> Void) {
    steps.append(.activate(participant))
    write(&self)
    steps.append(.deactivate(participant))
  }

  /// Deactivates the participants that are still active at the end of the diagram.
  mutating func finish() {
    for participant in active.reversed() { end(participant) }
  }

  // MARK: - The diagram

  /// How many participants the steps involve.
  var participantCount: Int { SequenceDiagram.participants(in: steps).count }

  /// The steps with the participants that they involve.
  func diagram(title: String, summary: String) -> SequenceDiagram {
    let present = SequenceDiagram.participants(in: steps).sorted()
    var diagram = SequenceDiagram(title: title, summary: summary)
    diagram.participants = present.map { cast.participants[$0] }
    let position = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
    diagram.steps = steps.map { $0.renumbered { position[$0] ?? 0 } }
    let inside = cast.containers.compactMap { position[$0] }
    if let first = inside.first, let last = inside.last, cast.hasBox {
      diagram.boxes = [.init(name: cast.boxName, participants: first...last)]
    }
    return diagram
  }
}

extension SequenceDiagram {
  /// The participants that some steps involve.
  fileprivate static func participants(in steps: [Step]) -> Set<Int> {
    var found: Set<Int> = []
    for step in steps {
      switch step {
      case .message(let message): found.formUnion([message.from, message.to])
      case .note(let note):
        switch note.place {
        case .over(let range): found.formUnion([range.lowerBound, range.upperBound])
        case .left(let participant), .right(let participant): found.insert(participant)
        }
      case .activate(let participant), .deactivate(let participant): found.insert(participant)
      case .block(let block): for section in block.sections { found.formUnion(participants(in: section.steps)) }
      }
    }
    return found
  }
}

extension SequenceDiagram.Step {
  /// The step with its participants renumbered; their order stays the same.
  fileprivate func renumbered(_ number: (Int) -> Int) -> Self {
    switch self {
    case .message(var message):
      message.from = number(message.from)
      message.to = number(message.to)
      return .message(message)
    case .note(var note):
      switch note.place {
      case .over(let range): note.place = .over(number(range.lowerBound)...number(range.upperBound))
      case .left(let participant): note.place = .left(of: number(participant))
      case .right(let participant): note.place = .right(of: number(participant))
      }
      return .note(note)
    case .activate(let participant): return .activate(number(participant))
    case .deactivate(let participant): return .deactivate(number(participant))
    case .block(var block):
      for position in block.sections.indices {
        block.sections[position].steps = block.sections[position].steps.map { $0.renumbered(number) }
      }
      return .block(block)
    }
  }
}
