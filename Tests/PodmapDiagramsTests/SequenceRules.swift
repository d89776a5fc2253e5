@testable import PodmapDiagrams

/// Looks for what breaks the rules of the model in a sequence diagram.
struct SequenceRules {
  private(set) var broken: [String] = []
  private let diagram: SequenceDiagram
  private var isTouched: Set<Int> = []
  private var isCreated: Set<Int> = []
  private var isDestroyed: Set<Int> = []
  private var working: [Int: Int] = [:]

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    let ids = diagram.participants.map(\.id.text)
    if Set(ids).count != ids.count { broken.append("two participants have one id") }
    for participant in diagram.participants where participant.name.isEmpty { broken.append("a name is empty") }
    var covered: Set<Int> = []
    for box in diagram.boxes {
      if !diagram.participants.indices.contains(box.participants.upperBound) { broken.append("a box has no end") }
      if !covered.isDisjoint(with: box.participants) { broken.append("two boxes overlap") }
      covered.formUnion(box.participants)
    }
    check(diagram.steps)
  }

  /// `mayChangeWork` says whether work may begin or end in the steps, because they certainly happen.
  private mutating func check(_ steps: [SequenceDiagram.Step], mayChangeWork: Bool = false) {
    let before = working
    for step in steps {
      switch step {
      case .message(let message): check(message)
      case .note(let note):
        if note.text.isEmpty { broken.append("a note is empty") }
        switch note.place {
        case .over(let range):
          touch(range.lowerBound)
          touch(range.upperBound)
        case .left(let participant), .right(let participant): touch(participant)
        }
      case .activate(let participant):
        touch(participant)
        working[participant, default: 0] += 1
      case .deactivate(let participant):
        touch(participant)
        working[participant, default: 0] -= 1
        if working[participant, default: 0] < (mayChangeWork ? 0 : before[participant, default: 0]) {
          broken.append("\(participant) ends work that began elsewhere")
        }
      case .block(let block):
        if block.sections.isEmpty { broken.append("a block has no section") }
        if [.loop, .optional, .group].contains(block.kind), block.sections.count != 1 {
          broken.append("\(block.kind) has \(block.sections.count) sections")
        }
        for section in block.sections {
          if section.steps.isEmpty { broken.append("the section '\(section.label)' is empty") }
          check(section.steps, mayChangeWork: block.kind == .parallel)
        }
      }
    }
    if !mayChangeWork, working.filter({ $0.value != 0 }) != before.filter({ $0.value != 0 }) {
      broken.append("work has no end")
    }
  }

  private mutating func check(_ message: SequenceDiagram.Message) {
    if message.text.isEmpty || message.text.contains(where: \.isNewline) {
      broken.append("the text '\(message.text)' isn't a line")
    }
    if message.text.count > 90 { broken.append("the text '\(message.text)' is long") }
    if message.effect == .creates {
      if isTouched.contains(message.to) { broken.append("\(message.to) was there before it is created") }
      if !isCreated.insert(message.to).inserted { broken.append("\(message.to) is created twice") }
    }
    touch(message.from)
    touch(message.to)
    if message.effect == .destroys { isDestroyed.insert(message.to) }
  }

  private mutating func touch(_ participant: Int) {
    if !diagram.participants.indices.contains(participant) { broken.append("there is no participant \(participant)") }
    if isDestroyed.contains(participant) { broken.append("\(participant) acts after its end") }
    isTouched.insert(participant)
  }
}
