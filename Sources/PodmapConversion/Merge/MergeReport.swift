import PodmapManifests

/// The messages about a merge, and whether it is refused.
struct MergeReport {
  private let isForced: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(isForced: Bool) {
    self.isForced = isForced
  }

  var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

  /// A decision that the user has to make: an error, or with `--force` a warning that says what was done.
  ///
  /// `outcome` is what `--force` does, as in "takes the largest"; `other` is what the user can do instead.
  mutating func conflict(at place: Place, _ fact: String, _ outcome: String, or other: String? = nil) {
    if isForced {
      say(.warning, at: place, "\(fact); --force \(outcome)")
    } else {
      say(.error, at: place, "\(fact); \(other.map { "\($0), or " } ?? "")use --force, which \(outcome)")
    }
  }

  mutating func warn(at place: Place?, _ message: String) { say(.warning, at: place, message) }
  mutating func note(at place: Place?, _ message: String) { say(.note, at: place, message) }

  fileprivate mutating func say(_ severity: Diagnostic.Severity, at place: Place?, _ message: String) {
    let diagnostic = Diagnostic(severity, at: place, message)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

extension MergeReport {
  /// A problem that `--force` doesn't settle.
  mutating func refuse(at place: Place?, _ message: String) {
    say(.error, at: place, message)
  }
}
