import PodmapManifests
import PodmapTopology

/// The steps of a pod's life while they are written down, and who has a part in them.
struct LifecycleScript {
  typealias Step = SequenceDiagram.Step
  typealias Block = SequenceDiagram.Block

  let pod: LifecyclePod
  let cast: LifecycleCast
  private(set) var steps: [Step] = []
  /// How many blocks the next step stands in.
  private var depth = 0
  /// Whose lifelines show that they are at work.
  private var working: [Int] = []
  /// What began or ended inside of blocks: lifelines change behind them, since a block must leave them as it found
  /// them.
  private var turns: [(participant: Int, isBegin: Bool)] = []

  init(_ pod: LifecyclePod, _ cast: LifecycleCast? = nil) {
    self.pod = pod
    self.cast = cast ?? LifecycleCast(pod)
  }

  // MARK: - Steps

  /// A request, or a thing done to somebody; to oneself where no receiver is given.
  mutating func say(
    _ text: String, from sender: Int, to receiver: Int? = nil, head: SequenceDiagram.Message.Head = .arrow,
    effect: SequenceDiagram.Message.Effect = .none
  ) {
    steps.append(.message(.init(from: sender, to: receiver ?? sender, text, head: head, effect: effect)))
  }

  /// A status or an answer.
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

  /// A block with those of its sections in which something happens.
  mutating func sections(_ kind: Block.Kind, _ sections: [(label: String, write: (inout Self) -> Void)]) {
    var written: [Block.Section] = []
    for section in sections {
      var inner = Self(pod, cast)
      inner.depth = depth + 1
      section.write(&inner)
      turns += inner.turns
      if !inner.steps.isEmpty { written.append(.init(section.label, inner.steps)) }
    }
    if !written.isEmpty {
      // One of one, or one beside none.
      let isAlone = written.count == 1 && kind == .alternatives
      steps.append(.block(.init(isAlone ? .optional : kind, written)))
    }
    guard depth == 0 else { return }
    for turn in turns { turn.isBegin ? begin(turn.participant) : end(turn.participant) }
    turns = []
  }

  /// From here on the participant is at work.
  mutating func begin(_ participant: Int) {
    guard depth == 0 else { return turns.append((participant, true)) }
    guard !working.contains(participant) else { return }
    working.append(participant)
    steps.append(.activate(participant))
  }

  mutating func end(_ participant: Int) {
    guard depth == 0 else { return turns.append((participant, false)) }
    guard let position = working.firstIndex(of: participant) else { return }
    working.remove(at: position)
    steps.append(.deactivate(participant))
  }

  /// The participant is at work during some steps.
  mutating func during(_ participant: Int, _ write: (inout Self) -> Void) {
    steps.append(.activate(participant))
    write(&self)
    steps.append(.deactivate(participant))
  }

  /// Whoever still works does so to the end of the picture.
  mutating func finish() {
    for participant in working.reversed() { end(participant) }
  }

  // MARK: - The picture

  /// How many have a part in the steps.
  var participantCount: Int { SequenceDiagram.taking(part: steps).count }

  /// The steps with those who have a part in them.
  func diagram(title: String, summary: String) -> SequenceDiagram {
    let present = SequenceDiagram.taking(part: steps).sorted()
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
  /// Everybody who has a part in some steps.
  fileprivate static func taking(part steps: [Step]) -> Set<Int> {
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
      case .block(let block): for section in block.sections { found.formUnion(taking(part: section.steps)) }
      }
    }
    return found
  }
}

extension SequenceDiagram.Step {
  /// The step with other positions for its participants; their order stays.
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
