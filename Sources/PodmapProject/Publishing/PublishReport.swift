package import PodmapManifests

/// The result of a run of `podmap publish`, for the user.
package struct PublishReport: Sendable {
  /// What could not be written, and why.
  package var failures: [Diagnostic] = []
  /// About `podmap.yaml`, the inputs and the pictures.
  package var diagnostics: [Diagnostic] = []
  /// Those of them that the last run in this checkout has reported too.
  package var known: Set<Diagnostic> = []
  /// The diagnostics that decide whether the run fails.
  package var judged: [Diagnostic] = []
  /// The files that were written, without the index.
  package var written: [PublishedFile] = []
  /// The index, if it was written.
  package var index: String?
  /// A check: what differs, as text for standard output.
  package var differences = ""
  /// A check: which files are out of date.
  package var findings: [Diagnostic] = []
  package var summary: Summary?

  package enum Summary: Sendable {
    case written(Int, upToDate: Int, failed: Int)
    case upToDate(Int, unjudged: Int)
    case outOfDate(Int, upToDate: Int)
  }

  /// How the run ended, apart from what is in `judged`.
  package enum Ending: Sendable {
    case done
    /// `podmap.yaml` is not understood, or something is out of date.
    case refused
    /// Something could not be drawn or written.
    case failed
  }

  package var ending = Ending.done
}
