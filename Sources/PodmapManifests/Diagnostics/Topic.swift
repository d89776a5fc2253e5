extension Diagnostic {
  /// What diagnostics are about: one row of a list, from which `docs/findings.md` and the rules of a SARIF log are
  /// written, and by whose code `podmap.yaml` accepts findings.
  package struct Topic: Sendable {
    /// Who is to act on it.
    package enum Family: Sendable, CaseIterable {
      /// The application: something in its manifests is probably wrong.
      case application
      /// What was read, and how.
      case reading
      /// Podmap itself: its settings and outputs.
      case program
    }

    /// Kebab-case and stable, because settings and other programs refer to it.
    package let code: String
    package let family: Family
    /// What is reported, as a sentence without a full stop: "a selector matches nothing".
    package let summary: String
    /// What to do about it, as one or more sentences.
    package let remedy: String
    /// What many of them are about, after "3 more messages".
    package let plural: String
    /// Whether its notes are to be expected, so that only `--verbose` prints them.
    package let isRoutine: Bool

    init(
      _ code: String, _ family: Family, _ summary: String, plural: String, isRoutine: Bool = false, _ remedy: String
    ) {
      self.isRoutine = isRoutine
      self.code = code
      self.family = family
      self.summary = summary
      self.plural = plural
      self.remedy = remedy
    }
  }
}

extension Diagnostic.Topic: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.code == right.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Diagnostic.Topic {
  /// Every topic, in the order in which documents list them.
  package static let all = application + reading + program

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// `nil` if no topic has the code.
  package init?(code: String) {
    guard let topic = Self.byCode[code] else { return nil }
    self = topic
  }
}
