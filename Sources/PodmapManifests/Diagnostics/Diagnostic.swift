/// Something to tell the user about the input: what it is, where, and what to do.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably not what the author means; the drawing is complete.
    case warning
    /// A part of the input could not be used; the exit code is 1.
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What a message is about, so that many of one kind can be told in one line.
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    /// A file or document that a directory scan found and that is no manifest.
    case notAManifest
    /// A template that must be rendered first.
    case template
    /// A folder with a source of its own: a kustomization, a chart.
    case ownSource
    /// The same object several times.
    case duplicate
    /// Something refers to an object that the input does not hold.
    case missingObject
    /// A Service that leads to no pod.
    case emptyService
    /// A port that leads nowhere, or that two containers want.
    case port
    /// A claim that more pods want than can have it.
    case sharedClaim
    /// A reference into another namespace that nothing there permits.
    case grant
    /// Everything that is told one by one.
    case other
  }

  package var severity: Severity
  package var topic: Topic
  package var place: Place?
  /// Lower case, the specific fact first, then what to do.
  package var message: String

  package init(_ severity: Severity, at place: Place? = nil, topic: Topic = .other, _ message: String) {
    self.severity = severity
    self.topic = topic
    self.place = place
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: what, and what to do`, the form that editors and CI systems read.
  package var description: String {
    // A message may quote the input; a control character in it must not reach a terminal.
    let safe = "\(severity.rawValue): \(message)".withoutControlCharacters
    guard let place else { return safe }
    return "\(place.file.withoutControlCharacters):\(place.line):\(place.column): \(safe)"
  }
}

extension String {
  /// The text with each control character replaced by `?`, for terminals.
  package var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "?" : $0 }))
  }

  /// The text, shortened in the middle to at most `limit` characters, for messages.
  package func shortened(to limit: Int = 80) -> String {
    guard utf8.count > limit, count > limit else { return self }
    let half = (limit - 1) / 2
    return prefix(half) + "…" + suffix(half)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    // `format` holds the marks that turn the direction of text round, which can disguise a message.
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
