import PodmapManifests

/// Why there is no result: nothing was read, chosen or drawn.
public struct PodmapError: Error, Sendable {
  /// Never empty; each is an error.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [PodmapManifests.Diagnostic]) {
    self.diagnostics = diagnostics.map { Diagnostic($0) }
  }
}

extension PodmapError: CustomStringConvertible {
  /// A line for each diagnostic.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
