import PodmapManifests
import PodmapProject

/// What a run of `podmap publish` says: messages, then what has changed, then one line for the whole run.
///
/// What the last run in this checkout has said about the same input is only counted.
struct PublishMessages {
  let report: PublishReport
  let isVerbose: Bool
  /// Whether a message makes the run fail.
  let isFailure: Bool
  /// The command that updates what a check finds.
  let command: String

  /// The messages, and the files that were written.
  func showChanges(_ console: Console) {
    for failure in report.failures { console.say(failure) }
    console.report(report.diagnostics.filter { !isRepeated($0) })
    for file in report.written {
      let change = file.change.isEmpty ? "" : ": \(file.change)"
      console.tell("\(file.isNew ? "created" : "changed") \(file.name)\(change)")
    }
  }

  /// What a check has found, and the last line.
  func showSummary(_ console: Console) {
    for finding in report.findings { console.say(finding) }
    if let summary = report.summary { console.tell("podmap: \(words(summary))\(repeated)") }
  }

  /// Whether the last run has said it. A warning is said again as long as there is anything else to say.
  private func isRepeated(_ diagnostic: Diagnostic) -> Bool {
    guard !isVerbose, !isFailure, report.ending == .done, report.known.contains(diagnostic) else { return false }
    return diagnostic.severity == .note || isUnchanged
  }

  /// Whether nothing was written, and there is nothing new to say.
  private var isUnchanged: Bool {
    report.written.isEmpty && report.index == nil && report.known.isSuperset(of: report.diagnostics)
  }

  /// "; 2 warnings and 1 note as before, which --verbose prints"
  private var repeated: String {
    let left = report.diagnostics.filter { isRepeated($0) && !($0.severity == .note && $0.topic.isRoutine) }
    let counts = [Diagnostic.Severity.warning, .note].compactMap { severity in
      let count = left.count { $0.severity == severity }
      return count == 0 ? nil : count.counted(severity.rawValue)
    }
    return counts.isEmpty ? "" : "; \(counts.joined(separator: " and ")) as before, which --verbose prints"
  }

  private func words(_ summary: PublishReport.Summary) -> String {
    switch summary {
    case .written(let count, let upToDate, let failed):
      let written = count == 0 && failed == 0 ? "" : "\(count) written, "
      let index = report.index.map { "; the index is \($0)" } ?? ""
      return written + "\(upToDate) up to date" + (failed > 0 ? ", \(failed) failed" : "") + index
    case .upToDate(let count, let unjudged):
      return "\(count) up to date" + (unjudged == 0 ? "" : ", and \(unjudged) can't be judged: see the errors above")
    case .outOfDate(let count, let upToDate):
      return "\(count) out of date, \(upToDate) up to date; to update them, run: \(command)"
    }
  }
}
