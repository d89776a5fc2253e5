/// Exchanges neighbouring exits of a card, and neighbouring trunks that end at it, as long as that removes crossings.
///
/// Source: the exchange of neighbours, E. R. Gansner et al., "A Technique for Drawing Directed Graphs", 1993, with the
/// crossings that the nets of a channel cause instead of those of straight lines.
extension PartDrawing {
  /// A vertical that meets a channel, and the nets it belongs to.
  private struct Vertical {
    var place: Int
    var nets: [Int]
  }

  mutating func exchangeNeighbours() {
    for channel in channels.indices {
      var nets = channels[channel].nets
      for net in nets.indices { nets[net].measure() }
      for _ in 0..<3 {
        var isChanged = false
        if channel > 0 {
          for node in graph.layers[channel - 1] where graph.isCard(node) && exits.slots[node].count > 1 {
            if exchangeExits(of: node, channel, &nets) { isChanged = true }
          }
        }
        if channel < graph.layers.count {
          for node in graph.layers[channel] where graph.isCard(node) && ports.order[node].count > 1 {
            if exchangeEnds(of: node, channel, &nets) { isChanged = true }
          }
        }
        if !isChanged { break }
      }
    }
  }

  private mutating func exchangeExits(of card: Int, _ channel: Int, _ nets: inout [Channel.Net]) -> Bool {
    var isChanged = false
    for index in 0..<(exits.slots[card].count - 1) {
      let (one, other) = (exits.slots[card][index], exits.slots[card][index + 1])
      guard one.fixed == nil, other.fixed == nil else { continue }
      let verticals = [one, other].map { slot in
        Vertical(
          place: exits.ofRun[slot.runs[0]] ?? 0,
          nets: Set(slot.runs.compactMap { channels[channel].number(of: upperKey(of: $0)) }).sorted())
      }
      if exchange(verticals[0], verticals[1], isAbove: true, &nets) {
        exits.exchange(index, of: card)
        isChanged = true
      }
    }
    return isChanged
  }

  private mutating func exchangeEnds(of card: Int, _ channel: Int, _ nets: inout [Channel.Net]) -> Bool {
    var isChanged = false
    for index in 0..<(ports.order[card].count - 1) {
      let (one, other) = (ports.order[card][index], ports.order[card][index + 1])
      guard ports.canExchange(one, other) else { continue }
      let verticals = [one, other].map { trunk in
        Vertical(place: portPlace(of: trunk, card: card), nets: lowerNets(of: trunk, card: card, channel))
      }
      if exchange(verticals[0], verticals[1], isAbove: false, &nets) {
        ports.exchange(index, of: card)
        isChanged = true
      }
    }
    return isChanged
  }

  /// The key of the net that a run enters when it leaves its card.
  private func upperKey(of run: Int) -> Channel.Key {
    if let edge = graph.edgesDown[runs.runs[run].source].first(where: { graph.edges[$0].run == run }) {
      return key(of: edge)
    }
    if let lane = lanes.ofRun[run] { return .lane(lane) }
    return leavingKey(of: run)
  }

  private func lowerNets(of trunk: Int, card: Int, _ channel: Int) -> [Int] {
    let keys = graph.edgesUp[card].filter { graph.edges[$0].trunk == trunk }.map { key(of: $0) }
    return Set((keys + [.trunk(trunk)]).compactMap { channels[channel].number(of: $0) }).sorted()
  }

  /// Exchanges two verticals if that is better.
  private func exchange(
    _ one: Vertical, _ other: Vertical, isAbove: Bool, _ nets: inout [Channel.Net]
  ) -> Bool {
    let changed = Set(one.nets + other.nets).sorted()
    let before = changed.map { nets[$0] }
    let old = cost(of: changed, nets)
    for net in one.nets where !other.nets.contains(net) {
      nets[net].move(from: one.place, to: other.place, isUp: isAbove)
    }
    for net in other.nets where !one.nets.contains(net) {
      nets[net].move(from: other.place, to: one.place, isUp: isAbove)
    }
    if cost(of: changed, nets) < old { return true }
    for (net, value) in zip(changed, before) { nets[net] = value }
    return false
  }

  private func cost(of changed: [Int], _ nets: [Channel.Net]) -> Int {
    var result = 0
    for (index, net) in changed.enumerated() {
      if !nets[net].isStraight { result += 1 }
      for other in nets.indices where !changed[...index].contains(other) {
        result += 4 * nets[net].crossings(with: nets[other])
      }
    }
    return result
  }
}
