import PodmapManifests

/// Something to tell about the input: what it is, where it is, and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, CaseIterable, Sendable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Probably not what the author means; the drawing is complete.
    case warning
    /// A part of the input could not be used.
    case error

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
    /// The path as it was given, joined with the path below it; an absolute one from its last component on.
    public let file: String
    /// Counts from 1.
    public let line: Int
    /// Counts characters from 1.
    public let column: Int
  }

  public let severity: Severity
  /// In lower case, without a full stop: the fact, and behind a semicolon what to do about it.
  public let message: String
  /// Nothing for what concerns no file.
  public let place: Place?

  private let text: String

  init(_ diagnostic: PodmapManifests.Diagnostic) {
    severity =
      switch diagnostic.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    message = diagnostic.message
    place = diagnostic.place.map { Place(file: $0.file, line: $0.line, column: $0.column) }
    text = diagnostic.description
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, the form that editors and CI systems read; no control character is in it.
  public var description: String { text }
}
