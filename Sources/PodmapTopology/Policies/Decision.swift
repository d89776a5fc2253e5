import PodmapManifests

/// What policies decide about a call at one of its ends.
enum Decision: Sendable {
  /// No policy says anything.
  case open
  case allowed([NodeID])
  /// `byRule` if a rule denies it, rather than none letting it through.
  case denied([NodeID], byRule: Bool)
  case unknown(String)

  /// What is certain if one of several decisions applies; the last one if all agree.
  static func either(_ candidates: [(decision: Decision, doubt: String?)]) -> Decision {
    guard let last = candidates.last?.decision else { return .open }
    if let doubt = candidates.firstNonNil({ $0.decision.doubt }) { return .unknown(doubt) }
    if candidates.allSatisfy({ $0.decision.isDenied == last.isDenied }) { return last }
    return .unknown(candidates.firstNonNil(\.doubt) ?? "the policies contradict each other")
  }

  /// What two groups of policies decide that must both let the call through.
  static func both(_ one: Decision, _ other: Decision) -> Decision {
    switch (one, other) {
    case (.denied(let first, let byRule), .denied(let second, _)): .denied(first + second, byRule: byRule)
    case (.denied, _): one
    case (_, .denied): other
    case (.unknown, _): one
    case (_, .unknown): other
    case (.allowed(let first), .allowed(let second)): .allowed(first + second)
    case (.allowed, .open): one
    case (.open, _): other
    }
  }

  private var doubt: String? { if case .unknown(let reason) = self { reason } else { nil } }

  var isDenied: Bool { if case .denied = self { true } else { false } }

  var isOpen: Bool { if case .open = self { true } else { false } }
}

extension Verdict {
  /// Both ends must let a call through.
  init(egress: Decision, ingress: Decision, _ wanted: String) {
    switch (egress, ingress) {
    case (.denied(let out, let outByRule), .denied(let inward, let inByRule)):
      let reason =
        outByRule || inByRule
        ? "the policies of both ends deny it (\(wanted))"
        : "no egress rule lets the caller out and no ingress rule lets it in (\(wanted))"
      self.init(
        .denied, policies: Set(out + inward).sorted(), end: .both, reason: reason, isByRule: outByRule || inByRule)
    case (.denied(let out, let byRule), _):
      self.init(
        .denied, policies: Set(out).sorted(), end: .egress,
        reason: byRule ? "an egress rule denies it (\(wanted))" : "no egress rule lets it out (\(wanted))",
        isByRule: byRule)
    case (_, .denied(let inward, let byRule)):
      self.init(
        .denied, policies: Set(inward).sorted(), end: .ingress,
        reason: byRule ? "an ingress rule denies it (\(wanted))" : "no ingress rule lets it in (\(wanted))",
        isByRule: byRule)
    case (.unknown(let reason), _), (_, .unknown(let reason)):
      self.init(.cannotTell, reason: reason)
    case (.open, .open):
      self.init(.noPolicy)
    case (.allowed(let out), .allowed(let inward)):
      self.init(.allowed, policies: Set(out + inward).sorted(), reason: "egress and ingress rules let it through")
    case (.allowed(let out), .open):
      self.init(.allowed, policies: Set(out).sorted(), reason: "an egress rule lets it out")
    case (.open, .allowed(let inward)):
      self.init(.allowed, policies: Set(inward).sorted(), reason: "an ingress rule lets it in")
    }
  }
}
