import PodmapManifests

/// What is in a diagram, in one sentence.
package struct Summary {
  let text: String

  init(_ cards: some Sequence<FlowDiagram.Card>) {
    var counts: [String: Int] = [:]
    var containers = 0
    for card in cards {
      counts[card.kind.isBlank ? "box" : card.kind, default: 0] += 1
      containers += card.pod?.containers.count ?? 0
    }
    guard !counts.isEmpty else {
      text = "Nothing to draw."
      return
    }
    // "Service · headless" is a Service.
    let kinds = Dictionary(counts.map { (Self.kind($0.key), $0.value) }, uniquingKeysWith: +)
    // An order that doesn't depend on that of the cards: the most frequent first.
    let sorted = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var words = sorted.prefix(Limit.summaryKinds.value).map { Self.count($0.value, $0.key) }
    let rest = sorted.dropFirst(Limit.summaryKinds.value).reduce(0) { $0 + $1.value }
    if rest > 0 { words.append("\(rest) other") }
    text = words.joined(separator: ", ") + (containers > 0 ? " with \(Self.count(containers, "container"))" : "") + "."
  }

  /// "1 Ingress", "2 Ingresses".
  package static func count(_ number: Int, _ noun: String) -> String {
    if number == 1 { return "1 \(noun)" }
    if noun.hasSuffix("ss") || noun.hasSuffix("x") { return "\(number) \(noun)es" }
    // "2 NetworkPolicies", "2 ServiceEntries", but "2 Gateways".
    if let last = noun.dropLast().last, noun.hasSuffix("y"), !"aeiou".contains(last) {
      return "\(number) \(noun.dropLast())ies"
    }
    return noun.hasSuffix("s") ? "\(number) \(noun)" : "\(number) \(noun)s"
  }

  private static func kind(_ heading: String) -> String {
    guard let dot = heading.firstRange(of: " · ") else { return heading }
    return String(heading[..<dot.lowerBound])
  }
}
