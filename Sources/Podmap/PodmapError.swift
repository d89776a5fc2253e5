import PodmapManifests
import PodmapProject

/// Why there is no result: nothing could be read, selected or drawn.
public struct PodmapError: Error, Sendable {
  /// At least one diagnostic; all are errors.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [PodmapManifests.Diagnostic]) {
    self.diagnostics = diagnostics.map { Diagnostic($0) }
  }
}

extension PodmapError {
  init(_ error: RequestError) {
    self.init([PodmapManifests.Diagnostic(.error, error.textForKeys)])
  }

  /// Runs `body`, and turns an error in a request into a `PodmapError`.
  static func checked<Result>(_ body: () throws(RequestError) -> Result) throws(PodmapError) -> Result {
    do throws(RequestError) {
      return try body()
    } catch {
      throw PodmapError(error)
    }
  }
}

extension PodmapError: CustomStringConvertible {
  /// One line for each diagnostic.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
