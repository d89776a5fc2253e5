import PodmapTopology
/// What belongs together, and what differs.
extension ComparisonReport {
  var changes: ReportTable {
    ReportTable(
      title: "Changes", header: ["", "change", "of", "left", "right"],
      rows: comparison.changes.map { change in
        let entry = ChangeEntry(change)
        let subject = entry.target.map { "\(entry.subject) → \($0)" } ?? entry.subject
        return [entry.signCell, .words(entry.words), .text(subject), .data(entry.from), .data(entry.to)]
      })
  }

  var matches: ReportTable {
    let telling = comparison.matches.filter {
      comparison.left.containers[$0.left].id != comparison.right.containers[$0.right].id
    }
    return ReportTable(
      title: "Matches", header: ["left", "right", "strength", "why"],
      rows: telling.map { match in
        [
          .text(comparison.left.containers[match.left].id), .text(comparison.right.containers[match.right].id),
          .text(match.strength.rawValue), .data(match.reasons),
        ]
      }, same: comparison.matches.count - telling.count, isFolded: true)
  }

  var calls: ReportTable {
    let different = comparison.calls.filter { !$0.isSame }
    return ReportTable(
      title: "Calls", header: ["caller", "called", "left", "right"],
      rows: different.map { call in
        [.text(call.caller), .text(call.target), .data(call.left.map(\.text)), .data(call.right.map(\.text))]
      }, same: comparison.calls.count - different.count)
  }
}

extension ChangeEntry {
  fileprivate var signCell: ReportCell {
    switch sign {
    case "+": .words("+")
    // A minus sign: Markdown takes a hyphen for the beginning of a list in some places.
    case "-": .words("−")
    default: .words("~")
    }
  }
}
