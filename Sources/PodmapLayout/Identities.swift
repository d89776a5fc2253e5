/// Numbers that stand for what the nodes of a graph are: the same in every picture that has them.
struct Identities {
  /// The number of each node.
  let ofNode: [UInt64]

  init(of graph: LayerGraph, _ part: Part, _ input: LayoutInput, _ runs: Runs) {
    func card(_ index: Int) -> UInt64 { Self.number(of: input.cards[index].id) }
    ofNode = graph.nodes.map { node in
      switch node {
      case .card(let index): return card(part.cards[index])
      case .bend(let number):
        let trunk = runs.trunks[number]
        return SplitMix64.mixed(card(trunk.card) &+ UInt64(truncatingIfNeeded: trunk.net + 1))
      case .label(let run):
        let line = input.lines[runs.runs[run].line]
        return SplitMix64.mixed(card(line.from) &+ SplitMix64.mixed(card(line.to)))
      }
    }
  }

  /// FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
  private static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
