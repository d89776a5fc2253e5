import PodmapManifests
import PodmapDiagrams

/// Sequence diagrams by chance, the same ones on every run.
struct RandomSequence {
  private var state: UInt64
  private var count = 0

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func text(_ words: Int) -> String {
    let vocabulary = [
      "starts", "the", "readiness-probe", "GET", "/api/v1/products?page=2", "of", "a", "container", ":8080", "SIGTERM",
      "waits", "recommendation-service", "日本語", "and", "pulls", "x",
      "registry.example.com/team/image@sha256:0123456789",
    ]
    return (0..<(1 + number(below: words))).map { _ in vocabulary[number(below: vocabulary.count)] }
      .joined(separator: " ")
  }

  mutating func diagram() -> SequenceDiagram {
    count = 1 + number(below: 7)
    let styles = FlowDiagram.Card.Style.allCases
    let participants = (0..<count).map { _ in
      (
        style: styles[number(below: styles.count)], icon: Icon.pod, name: text(2),
        detail: number(below: 2) == 0 ? "" : text(3)
      )
    }
    var boxes: [SequenceDiagram.Box] = []
    var next = 0
    while next < count {
      let last = min(count - 1, next + number(below: 3))
      if number(below: 2) == 0 { boxes.append(SequenceDiagram.Box(name: text(4), participants: next...last)) }
      next = last + 1
    }
    return SequencePictures.diagram(text(8), participants, boxes: boxes, steps(1 + number(below: 10), depth: 0))
  }

  private mutating func steps(_ most: Int, depth: Int) -> [SequenceDiagram.Step] {
    var steps: [SequenceDiagram.Step] = []
    var working: [Int] = []
    for _ in 0..<most {
      let (from, to) = (number(below: count), number(below: count))
      switch number(below: 10) {
      case 0 where depth < 4:
        let kinds = SequenceDiagram.Block.Kind.allCases
        let sections = (0..<(1 + number(below: 3))).map { _ in
          SequenceDiagram.Block.Section(
            number(below: 3) == 0 ? "" : text(6), self.steps(1 + number(below: 4), depth: depth + 1))
        }
        steps.append(.block(SequenceDiagram.Block(kinds[number(below: kinds.count)], sections)))
      case 1: steps.append(SequencePictures.note(.left(of: from), text(8)))
      case 2: steps.append(SequencePictures.note(.right(of: from), text(8)))
      case 3: steps.append(SequencePictures.note(.over(min(from, to)...max(from, to)), text(12)))
      case 4:
        working.append(from)
        steps.append(.activate(from))
      case 5:
        if let last = working.popLast() { steps.append(.deactivate(last)) }
      default:
        let heads: [SequenceDiagram.Message.Head] = [.arrow, .open, .cross]
        steps.append(
          SequencePictures.send(from, to, text(6), number(below: 2) == 0 ? .solid : .dashed, heads[number(below: 3)]))
      }
    }
    if steps.isEmpty { steps.append(SequencePictures.send(0, count - 1, text(3))) }
    return steps + working.reversed().map { .deactivate($0) }
  }
}
