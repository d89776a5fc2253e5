import PodmapDiagrams
import PodmapTopology

/// The reasons and the fields that they are based on, as JSON.
extension ComparisonJSON {
  static func describe(_ ruling: Ruling, _ object: inout JSONBuffer) {
    object.add("reason", ruling.reason.rawValue)
    object.add("for", ruling.reason.speaksFor.rawValue)
    object.add("verdict", ruling.verdict.rawValue)
    object.add("finding", ruling.finding)
    object.add("evidence", ruling.evidence) { describe($0, &$1) }
  }

  static func describe(_ evidence: SidedEvidence, _ object: inout JSONBuffer) {
    object.add("side", evidence.side.rawValue)
    describe(evidence.evidence, &object)
  }

  static func describe(_ evidence: Evidence, _ object: inout JSONBuffer) {
    object.add("file", evidence.file)
    object.add("line", evidence.line)
    object.add("path", evidence.path)
    object.add("value", evidence.value)
  }
}
