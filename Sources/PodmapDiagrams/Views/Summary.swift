/// What is in a picture, in one sentence.
struct Summary {
  let text: String

  init(_ cards: [FlowDiagram.Card]) {
    guard !cards.isEmpty else {
      text = "Nothing to draw."
      return
    }
    var counts: [(name: String, count: Int)] = []
    var positions: [String: Int] = [:]
    for card in cards {
      let kind = String(card.kind.prefix { $0 != "·" }.reversed().drop { $0 == " " }.reversed())
      if let position = positions[kind] {
        counts[position].count += 1
      } else {
        positions[kind] = counts.count
        counts.append((kind, 1))
      }
    }
    let containers = cards.reduce(0) { $0 + ($1.pod?.containers.count ?? 0) }
    // A stable order whatever the order of the cards: the most frequent first.
    let sorted = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    var words = sorted.prefix(6).map { "\($0.count) \($0.name)" }
    let rest = sorted.dropFirst(6).reduce(0) { $0 + $1.count }
    if rest > 0 { words.append("\(rest) other") }
    text = words.joined(separator: ", ") + (containers > 0 ? " with \(containers) containers" : "") + "."
  }
}
