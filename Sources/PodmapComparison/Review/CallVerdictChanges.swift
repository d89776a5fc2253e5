import PodmapTopology

/// Calls, and requests from outside, on which the NetworkPolicies of both sides decide differently.
struct CallVerdictChanges {
  private let comparison: Comparison
  private let names: ObjectWords

  init(_ comparison: Comparison) {
    self.comparison = comparison
    names = ObjectWords(comparison.left, comparison.right)
  }

  var all: [PolicyChange] {
    comparison.calls.compactMap(change) + ExposurePairs(comparison).judgedDifferently.map(change)
  }

  // MARK: - Calls

  private func change(_ call: CallComparison) -> PolicyChange? {
    guard let path = call.right.first else { return nil }
    let (old, new) = (Self.worst(call.left), Self.worst(call.right))
    let before = call.left.isEmpty ? nil : Passage(old)
    let now = Passage(new)
    // A new call is expected to get through.
    guard now != before ?? .passes else { return nil }
    let caller = names.end(path.caller, of: comparison.right)
    let port: Sentence = path.port.map { " on port \($0)" } ?? ""
    let called = names.end(path.target, of: comparison.right) + port
    let sentence: Sentence
    let kind: PolicyChange.Kind
    switch now {
    case .passes:
      kind = .nowAllowed
      sentence =
        before == .denied
        ? "\(caller) may now call \(called), which \(policies(old, comparison.left)) denied"
        : "\(caller) may now certainly call \(called)"
    case .denied:
      kind = .nowDenied
      let verb: Sentence = before == nil ? "has a new call to" : "may no longer call"
      let link: Sentence = before == nil ? ", but" : ":"
      sentence =
        "\(caller) \(verb) \(called)\(link) \(policies(new, comparison.right)) denies it \(Self.place(new))"
    case .unclear:
      kind = .nowUnclear
      let was: Sentence = before == .denied ? "denied" : "allowed"
      let end: Sentence = before == nil ? "" : "; before, it was \(was)"
      sentence = "whether \(caller) may call \(called) can't be determined: \(new?.reason ?? "")\(end)"
    }
    return PolicyChange(
      kind: kind, left: call.callerOnLeft, right: call.caller, called: call.target,
      policies: (now == .passes ? old : new)?.policies.map(\.text) ?? [], sentence: sentence,
      evidence: callerEvidence(path) + (now == .passes ? evidence(old, .left) : evidence(new, .right)))
  }

  private enum Passage: Equatable {
    case passes, denied, unclear

    init(_ verdict: Verdict?) {
      switch verdict?.state {
      case .denied: self = .denied
      case .cannotTell: self = .unclear
      case .allowed, .noPolicy, nil: self = .passes
      }
    }
  }

  /// The verdict that matters if a caller has several ways to what it calls.
  private static func worst(_ paths: [CallPath]) -> Verdict? {
    let verdicts = paths.compactMap(\.verdict)
    return verdicts.first { $0.state == .denied } ?? verdicts.first { $0.state == .cannotTell } ?? verdicts.first
  }

  private static func place(_ verdict: Verdict?) -> Sentence {
    switch verdict?.end {
    case .egress: "(egress)"
    case .both: "(egress and ingress)"
    case .ingress, nil: "(ingress)"
    }
  }

  // MARK: - Requests from outside

  private func change(_ pair: (left: Opening, right: Opening)) -> PolicyChange {
    let isDenied = pair.right.denial != nil
    let (layout, verdict) = isDenied ? (comparison.right, pair.right.denial) : (comparison.left, pair.left.denial)
    let entry = names.object(comparison.right.topology.owner(of: pair.right.entry.node), of: comparison.right)
    let request: Sentence = "requests from outside for \(pair.right.door.words), through \(entry)"
    return PolicyChange(
      kind: isDenied ? .nowDenied : .nowAllowed,
      left: comparison.left.topology.nodes[pair.left.entry.node].id.text,
      right: comparison.right.topology.nodes[pair.right.entry.node].id.text,
      policies: verdict?.policies.map(\.text) ?? [],
      sentence: isDenied
        ? "\(request), no longer get through: \(policies(verdict, layout)) denies them"
        : "\(request), now get through; before, \(policies(verdict, layout)) denied them",
      evidence: pair.right.evidence.map { SidedEvidence(side: .right, evidence: $0) }
        + evidence(verdict, isDenied ? .right : .left))
  }

  // MARK: - Policies and evidence

  private func policies(_ verdict: Verdict?, _ layout: Layout) -> Sentence {
    (verdict?.policies ?? []).compactMap { layout.topology.position(of: $0) }.map { names.object($0, of: layout) }
      .enumerated()
  }

  private func evidence(_ verdict: Verdict?, _ side: Side) -> [SidedEvidence] {
    let layout = comparison[side]
    return (verdict?.policies ?? []).compactMap { layout.topology.position(of: $0) }
      .flatMap { layout.nameEvidence(of: $0) }.map { SidedEvidence(side: side, evidence: $0) }
  }

  private func callerEvidence(_ path: CallPath) -> [SidedEvidence] {
    guard case .container(let position) = path.caller else { return [] }
    let member = comparison.right.containers[position]
    let written = comparison.right.pods[member.pod].written?.container(member.container.key)
    return [written?["name"]?.evidence].compactMap(\.self).map { SidedEvidence(side: .right, evidence: $0) }
  }
}
