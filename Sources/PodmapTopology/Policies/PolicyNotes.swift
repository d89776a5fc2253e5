import PodmapManifests

/// Says once which policies, or which parts of policies, aren't judged.
enum PolicyNotes {
  static func notes(_ nodes: [Node]) -> [Diagnostic] {
    let policies = nodes.filter { $0.networkPolicy != nil }
    let unread = policies.filter { $0.networkPolicy?.isUnread == true }
    let partly = policies.compactMap { node -> (node: Node, forms: [String])? in
      let forms = node.networkPolicy?.unjudgedForms ?? []
      return forms.isEmpty ? nil : (node, forms)
    }
    return [
      unread.first.map { .unread($0, unread.map(\.id.kindAndName).briefList) },
      partly.first.map {
        .partly($0.node, partly.map { "\($0.node.id.kindAndName) (\($0.forms.joined(separator: ", ")))" }.briefList)
      },
    ].compactMap(\.self)
  }
}

extension NetworkPolicy {
  /// The parts of its rules that manifests can't decide.
  fileprivate var unjudgedForms: [String] {
    all.flatMap { $0.ingress + $0.egress }.flatMap { rule in
      rule.peers.compactMap { if case .unjudged(let field) = $0 { field } else { nil } }
        + (rule.condition.map { [$0] } ?? [])
    }.uniqued
  }
}

extension Diagnostic {
  fileprivate static func unread(_ first: Node, _ names: String) -> Diagnostic {
    Diagnostic(
      .note, at: first.places.last,
      "policies of other kinds are in the input: \(names); Podmap doesn't judge them, so it can't tell which calls "
        + "they deny")
  }

  fileprivate static func partly(_ first: Node, _ names: String) -> Diagnostic {
    Diagnostic(
      .note, at: first.places.last,
      "rules ask for what Podmap doesn't judge: \(names); where they decide, it can't tell whether a call is allowed")
  }
}
