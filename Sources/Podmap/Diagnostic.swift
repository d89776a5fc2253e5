import PodmapManifests

/// A message about the input: what is wrong or worth knowing, where, and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// How serious a diagnostic is.
  public enum Severity: String, CaseIterable, Sendable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably not what the author meant; the diagram is complete.
    case warning
    /// Part of the input could not be used.
    case error

    /// Orders notes before warnings, and warnings before errors.
    public static func < (left: Severity, right: Severity) -> Bool {
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

  /// A position in a file.
  public struct Place: Sendable, Hashable {
    /// The path as given, joined with the path below it. An absolute path is shown from its last component on.
    public let file: String
    /// Counts from 1; 0 if the message is about the whole file.
    public let line: Int
    /// Counts characters from 1; 0 if the message is about the whole file.
    public let column: Int
  }

  /// How serious it is.
  public let severity: Severity
  /// In lower case and without a full stop: the fact and, after a semicolon, what to do about it.
  public let message: String
  /// Where it is, or `nil` if it concerns no file.
  public let place: Place?

  private let text: String

  init(_ diagnostic: PodmapManifests.Diagnostic) {
    severity =
      switch diagnostic.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    message = diagnostic.wholeMessage
    place = diagnostic.place.map { Place(file: $0.file, line: $0.line, column: $0.column) }
    text = diagnostic.description
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, the form that editors and CI systems read, without control characters. There
  /// is no line or column if the message is about the whole file.
  public var description: String { text }
}
