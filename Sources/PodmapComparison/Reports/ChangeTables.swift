import PodmapTopology

/// Matches, changes and calls.
extension ComparisonReport {
  var changes: ReportTable {
    ReportTable(
      title: "Changes", header: ["", "change", "object", "left", "right"],
      rows: comparison.changes.map { change in
        let subject = change.target.map { "\(change.subject) → \($0)" } ?? change.subject
        return [change.signCell, .words(change.kind.words), .text(subject), change.cell(.left), change.cell(.right)]
      })
  }

  var matches: ReportTable {
    let listed = comparison.matches.filter {
      comparison.left.containers[$0.left].id != comparison.right.containers[$0.right].id
    }
    return ReportTable(
      title: "Matches", header: ["left", "right", "strength", "why"],
      rows: listed.map { match in
        [
          .text(comparison.left.containers[match.left].id), .text(comparison.right.containers[match.right].id),
          .text(match.strength.rawValue), .data(match.reasons),
        ]
      }, same: comparison.matches.count - listed.count, isFolded: true)
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

extension Change {
  /// What one side has; whether it has the object at all, if the change says nothing else.
  fileprivate func cell(_ side: Side) -> ReportCell {
    if !from.isEmpty || !to.isEmpty { return .data(side == .left ? from : to) }
    switch sign {
    case "+": return side == .left ? .data([]) : .words("present")
    case "-": return side == .left ? .words("present") : .data([])
    default: return .data([])
    }
  }

  fileprivate var signCell: ReportCell {
    switch sign {
    case "+": .words("+")
    // A minus sign: in some places, Markdown takes a hyphen for the beginning of a list.
    case "-": .words("−")
    default: .words("~")
    }
  }
}
