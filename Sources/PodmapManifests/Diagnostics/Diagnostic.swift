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

  package var severity: Severity
  /// What it is about; its code is what `podmap.yaml` accepts findings by.
  package var topic: Topic
  /// The IDs of the objects that it is about, the one to correct first; empty if it is about no object.
  package var objects: [String]
  package var place: Place?
  /// Lower case, the specific fact first, then what to do.
  package var message: String
  /// What another program says about it, line by line.
  package var details: [String] = []

  package init(
    _ severity: Severity, at place: Place? = nil, topic: Topic = .other, about objects: [String] = [],
    _ message: String
  ) {
    self.severity = severity
    self.topic = topic
    self.objects = objects
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
