@testable import PodmapDiagrams

/// What a sequence diagram breaks of the rules that every view keeps; empty where it keeps them all.
struct SequenceRules {
  private(set) var broken: [String] = []
  private let diagram: SequenceDiagram
  private var created: Set<Int> = []
  private var used: Set<Int> = []
  private var destroyed: Set<Int> = []

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    let ids = diagram.participants.map(\.id.text)
    if Set(ids).count != ids.count { broken.append("two participants have one id") }
    let boxed = diagram.boxes.flatMap { Array($0.participants) }
    if Set(boxed).count != boxed.count { broken.append("boxes overlap") }
    if boxed.contains(where: { !diagram.participants.indices.contains($0) }) { broken.append("a box of nobody") }
    check(diagram.steps)
  }

  private mutating func check(_ steps: [SequenceDiagram.Step]) {
    var active: [Int: Int] = [:]
    for step in steps {
      switch step {
      case .message(let message): check(message)
      case .note(let note):
        if note.text.isBlank { broken.append("an empty note") }
        switch note.place {
        case .over(let range): [range.lowerBound, range.upperBound].forEach { use($0) }
        case .left(let place), .right(let place): use(place)
        }
      case .block(let block):
        if block.sections.isEmpty { broken.append("a block without sections") }
        let isSingle = [.loop, .optional, .group].contains(block.kind)
        if isSingle && block.sections.count != 1 { broken.append("a \(block.kind) with several sections") }
        for section in block.sections {
          if section.steps.isEmpty { broken.append("an empty section") }
          check(section.steps)
        }
      case .activate(let place):
        use(place)
        active[place, default: 0] += 1
      case .deactivate(let place):
        use(place)
        active[place, default: 0] -= 1
        if active[place, default: 0] < 0 { broken.append("\(place) is deactivated without being active") }
      }
    }
    for (place, count) in active where count > 0 { broken.append("\(place) stays active") }
  }

  private mutating func check(_ message: SequenceDiagram.Message) {
    if message.text.isBlank { broken.append("an empty message") }
    if message.text.contains(where: \.isNewline) { broken.append("a message of several lines") }
    use(message.from)
    if message.effect == .creates, used.contains(message.to) || !created.insert(message.to).inserted {
      broken.append("\(message.to) is created late")
    }
    use(message.to)
    if message.effect == .destroys { destroyed.insert(message.to) }
  }

  private mutating func use(_ place: Int) {
    if !diagram.participants.indices.contains(place) { broken.append("there is no participant \(place)") }
    if destroyed.contains(place) { broken.append("\(place) acts after its end") }
    used.insert(place)
  }
}
