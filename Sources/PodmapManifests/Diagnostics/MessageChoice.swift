/// The messages that a terminal shows without being asked for all: each error, and of the others the few that say most.
package struct MessageChoice: Sendable {
  package private(set) var shown: [Diagnostic] = []
  /// Says how many others there are, and what they are about.
  package private(set) var rest: Diagnostic?

  /// `topics` are those whose notes are shown although they are to be expected.
  package init(_ diagnostics: [Diagnostic], showing topics: Set<Diagnostic.Topic> = []) {
    let isMixed = diagnostics.contains { $0.topic == .alternatives }
    var counts: [Diagnostic.Topic: Int] = [:]
    var errors: Set<Int> = []
    // The first message about each topic says more than the second about one.
    var candidates: [(rank: Int, position: Int)] = []
    for (position, diagnostic) in diagnostics.enumerated() {
      if diagnostic.isAlwaysShown {
        errors.insert(position)
      } else if !diagnostic.isRoutine || topics.contains(diagnostic.topic),
        !(isMixed && diagnostic.topic == .duplicateObject)
      {
        candidates.append((counts[diagnostic.topic, default: 0], position))
        counts[diagnostic.topic, default: 0] += 1
      }
    }
    let order = candidates.sorted { left, right in
      let (one, other) = (diagnostics[left.position].severity, diagnostics[right.position].severity)
      return one != other ? one > other : (left.rank, left.position) < (right.rank, right.position)
    }
    let chosen = Set(order.prefix(Limit.shownMessages.value).map(\.position))
    shown = diagnostics.indices.filter { errors.contains($0) || chosen.contains($0) }.map { diagnostics[$0] }
    rest = Self.rest(candidates.map(\.position).filter { !chosen.contains($0) }.map { diagnostics[$0] })
  }

  private static func rest(_ hidden: [Diagnostic]) -> Diagnostic? {
    guard let severity = hidden.map(\.severity).max() else { return nil }
    var counts: [Diagnostic.Topic: Int] = [:]
    for diagnostic in hidden { counts[diagnostic.topic, default: 0] += 1 }
    let topics = hidden.map(\.topic).uniqued
    let words =
      topics.count == 1
      ? " \(topics[0].plural)" : ": " + topics.map { "\(counts[$0] ?? 0) \($0.plural)" }.joined(separator: ", ")
    return Diagnostic(severity, "\(hidden.count.counted("more message"))\(words); use --verbose to print them")
  }
}

extension Diagnostic {
  /// Whether it is printed however many there are: an error has to be corrected, unless it is only about a file that
  /// somebody named by mistake.
  fileprivate var isAlwaysShown: Bool {
    severity == .error && ![.notAManifest, .template, .ownSource].contains(topic)
  }

  /// Whether it only says what is to be expected.
  fileprivate var isRoutine: Bool { severity == .note && topic.isRoutine }
}
