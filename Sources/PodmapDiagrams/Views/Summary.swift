import PodmapManifests

/// What is in a diagram, in one sentence: the objects of the input, those that run something first.
package struct Summary {
  let text: String

  init(_ cards: some Sequence<FlowDiagram.Card>) {
    var counts: [String: Int] = [:]
    var workloads: Set<String> = []
    var (containers, isEmpty) = (0, true)
    for card in cards {
      isEmpty = false
      guard card.presence == .present, card.style != .outside else { continue }
      let kind = card.kindWord.isBlank ? "box" : card.kindWord
      counts[kind, default: 0] += card.isFurther ? 0 : 1
      containers += card.pod?.containers.count ?? 0
      if card.runsPods { workloads.insert(kind) }
    }
    // A part of a picture may show only further pods of an object.
    counts = counts.mapValues { max(1, $0) }
    guard !counts.isEmpty else {
      text = isEmpty ? "Nothing to draw." : "Only objects that are not in the input."
      return
    }
    // An order that doesn't depend on that of the cards: the most frequent first, of workloads and of others.
    func rank(_ kind: String) -> (Int, Int, String) {
      (workloads.contains(kind) ? 0 : 1, -counts[kind, default: 0], kind)
    }
    let sorted = counts.keys.sorted { rank($0) < rank($1) }
    let (shown, rest) = (sorted.prefix(Limit.summaryKinds.value), sorted.dropFirst(Limit.summaryKinds.value))
    var words = shown.map { Self.count(counts[$0, default: 0], $0) }
    if !rest.isEmpty {
      let objects = Self.count(rest.reduce(0) { $0 + counts[$1, default: 0] }, "object")
      words.append("\(objects) of \(Self.count(rest.count, "further kind"))")
    }
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
}

extension FlowDiagram.Card {
  fileprivate var runsPods: Bool { style == .workload || style == .job || pod != nil }
}
