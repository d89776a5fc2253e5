/// A message about the input: what is wrong or worth knowing, where, and what to do.
package struct Diagnostic: Hashable, Sendable {
  /// How serious a diagnostic is.
  package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably not what the author meant; the diagram is complete.
    case warning
    /// Part of the input could not be used; the exit code is 1.
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

  /// What a diagnostic is about, so that one line can summarise many on the same topic.
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    /// A file or YAML document in a directory that is not a manifest.
    case notAManifest
    /// A template that must be rendered first.
    case template
    /// A folder with a source of its own: a kustomization, a chart.
    case ownSource
    /// An object that is defined several times.
    case duplicate
    /// A reference to an object that the input does not contain.
    case missingObject
    /// A Service that selects no pods.
    case emptyService
    /// A port that leads nowhere, or that two containers use.
    case port
    /// A claim that more pods use than can mount it.
    case sharedClaim
    /// A reference to another namespace where nothing permits it.
    case grant
    /// The program that has rendered a source; for those who want to know exactly.
    case rendering
    /// A route that its Gateway does not accept.
    case refusedRoute
    /// Anything else; always printed one by one.
    case other
  }

  package var severity: Severity
  package var topic: Topic
  package var place: Place?
  /// Lower case, the specific fact first, then what to do.
  package var message: String
  /// What another program says about it, line by line.
  package var details: [String] = []

  package init(_ severity: Severity, at place: Place? = nil, topic: Topic = .other, _ message: String) {
    self.severity = severity
    self.topic = topic
    self.place = place
    self.message = message
  }
}

extension Diagnostic {
  /// The message with its details, in one line.
  package var wholeMessage: String { details.isEmpty ? message : "\(message): \(details.joined(separator: "; "))" }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: what, and what to do`, the form that editors and CI systems read; `file: error: …` if it
  /// is about the whole file.
  package var description: String {
    // A message may quote the input, whose control characters must not reach a terminal.
    let safe = "\(severity.rawValue): \(wholeMessage)".withoutControlCharacters
    guard let place else { return safe }
    return "\(place.description.withoutControlCharacters): \(safe)"
  }
}

extension String {
  /// The text with each control character replaced by `?`, for terminals.
  package var withoutControlCharacters: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "?" : $0 }))
  }

  /// The text, shortened in the middle for messages.
  package func shortened(to limit: Limit = .quotedText) -> String { shortened(to: limit.value) }

  /// The text, shortened in the middle to at most `limit` characters.
  package func shortened(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    let half = (limit - 1) / 2
    return prefix(half) + "…" + suffix(half)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    // `format` includes the marks that change the direction of text, which can disguise a message.
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
