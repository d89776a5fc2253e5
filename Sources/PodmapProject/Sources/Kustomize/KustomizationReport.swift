internal import PodmapManifests

/// Collects what is wrong with a kustomization; beyond a limit, errors are only counted.
struct KustomizationReport {
  private var found: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var hidden = 0

  var diagnostics: [Diagnostic] {
    guard hidden > 0 else { return found }
    return found + [Diagnostic(.error, at: found.last?.place, "\(hidden.grouped) more errors; fix the first ones")]
  }

  mutating func add(_ message: String, at place: Place?) { add(Diagnostic(.error, at: place, message)) }

  /// Each diagnostic is reported once, even if two kustomizations use what it is about.
  mutating func add(_ diagnostic: Diagnostic) {
    guard !seen.contains(diagnostic) else { return }
    guard found.count < Limit.documentErrors.value else {
      hidden += 1
      return
    }
    seen.insert(diagnostic)
    found.append(diagnostic)
  }

  /// Reports something of which one place is enough.
  mutating func addOnce(_ message: String, at place: Place?) {
    if !found.contains(where: { $0.message == message }) { add(message, at: place) }
  }
}
