import PodmapDiagrams

/// A comparison in words and tables, for a terminal and as Markdown.
///
/// What is the same on both sides is counted and not listed; JSON has everything.
package struct ComparisonReport: Sendable {
  private struct Table {
    var title: StaticString
    var header: [StaticString]
    var rows: [[ReportCell]]
    /// How many are the same on both sides and left out.
    var same = 0

    var sameText: String { "\(same)\(rows.isEmpty ? "" : " more"), the same on both sides" }
  }

  private let comparison: Comparison
  private let properties: LayoutProperties
  private let names: (left: String, right: String)

  /// A report in which the sides have these names.
  package init(_ comparison: Comparison, left: String, right: String) {
    self.comparison = comparison
    properties = LayoutProperties(comparison)
    names = (left, right)
  }

  /// For a terminal.
  package var text: String {
    var text = "left   \(ReportCell.text(names.left).plain)\nright  \(ReportCell.text(names.right).plain)\n"
    text += "\n\(summary)\n"
    for table in tables {
      text += "\n\(table.title.description.uppercased())\n"
      if !table.rows.isEmpty {
        text += TextColumns.text(table.header.map { $0.description.uppercased() }, table.rows.map { $0.map(\.plain) })
      }
      if table.same > 0 { text += "\(table.sameText)\n" }
    }
    return text
  }

  /// For a page or a comment: GitHub's Markdown.
  package var markdown: String { markdown(picture: nil) }

  /// The same with the fence of a diagram, where there is one.
  package func markdown(picture: String?) -> String {
    var text = "# Comparison\n\nLeft: \(ReportCell.code(names.left)), right: \(ReportCell.code(names.right)).\n"
    text += "\n\(summary).\n"
    if let picture { text += "\n\(picture)" }
    for table in tables {
      text += "\n## \(table.title)\n\n"
      if !table.rows.isEmpty {
        text += Self.row(table.header.map(\.description)) + Self.row(table.header.map { _ in "---" })
        for row in table.rows { text += Self.row(row.map(\.markdown)) }
      }
      if table.same > 0 { text += "\(table.rows.isEmpty ? "" : "\n")\(table.sameText).\n" }
    }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// "3 of 3 containers matched, 17 changes"
  private var summary: String {
    let (left, right) = (comparison.left.containers.count, comparison.right.containers.count)
    let of = left == right ? "\(left)" : "\(left) (left) and \(right) (right)"
    let changes = comparison.changes.count
    let count = changes == 0 ? "no change" : changes == 1 ? "1 change" : "\(changes) changes"
    return "\(comparison.matches.count) of \(of) containers matched, \(count)"
  }

  private var tables: [Table] {
    [changes, matches, whole, pods, containers, calls].filter { !$0.rows.isEmpty || $0.same > 0 }
  }

  private var changes: Table {
    Table(
      title: "Changes", header: ["", "change", "of", "left", "right"],
      rows: comparison.changes.map { change in
        let entry = ChangeEntry(change)
        let subject = entry.target.map { "\(entry.subject) → \($0)" } ?? entry.subject
        return [entry.signCell, .words(entry.words), .text(subject), .data(entry.from), .data(entry.to)]
      })
  }

  private var matches: Table {
    let telling = comparison.matches.filter {
      comparison.left.containers[$0.left].id != comparison.right.containers[$0.right].id
    }
    return Table(
      title: "Matches", header: ["left", "right", "strength", "why"],
      rows: telling.map { match in
        [
          .text(comparison.left.containers[match.left].id), .text(comparison.right.containers[match.right].id),
          .text(match.strength.rawValue), .data(match.reasons),
        ]
      }, same: comparison.matches.count - telling.count)
  }

  private var whole: Table {
    let (left, right) = (properties.left, properties.right)
    func loss(_ count: Int?) -> ReportCell { count.map { .number($0) } ?? .data([]) }
    return Table(
      title: "Layouts", header: ["", "left", "right"],
      rows: [
        [.words("pods in all"), .text(left.pods.text), .text(right.pods.text)],
        [.words("containers, as written"), .number(left.containers), .number(right.containers)],
        [.words("most containers lost with one pod"), loss(left.largestLoss), loss(right.largestLoss)],
        [.words("containers that scale by themselves"), .number(left.scaledAlone), .number(right.scaledAlone)],
      ])
  }

  private var pods: Table {
    let (left, right) = (Set(properties.left.each), Set(properties.right.each))
    func rows(_ side: ReportCell, _ pods: [PodProperties], besides others: Set<PodProperties>) -> [[ReportCell]] {
      pods.filter { !others.contains($0) }.map { pod in
        let count = pod.autoscalers.isEmpty ? pod.scale.text : "\(pod.scale.text), autoscaled"
        return [
          side, .text(pod.id), .text(count), .data(pod.containers), .text(pod.cpuText), .text(pod.memoryText),
          .text(pod.lossText),
        ]
      }
    }
    return Table(
      title: "Pods", header: ["side", "pod", "number", "containers", "cpu request", "memory request", "lost with one"],
      rows: rows(.words("left"), properties.left.each, besides: right)
        + rows(.words("right"), properties.right.each, besides: left), same: left.intersection(right).count)
  }

  private var containers: Table {
    let different = properties.containers.filter { !$0.isSame }
    func shared(_ place: ContainerPlace?) -> ReportCell {
      guard let place else { return .data([]) }
      return place.sharesPodWith.isEmpty ? .words("nothing") : .data(place.sharesPodWith)
    }
    return Table(
      title: "Containers",
      header: ["container", "left: shares its pod with", "scales", "right: shares its pod with", "scales"],
      rows: different.map { container in
        [
          .text(container.id), shared(container.left), .text(container.left?.scaling.text), shared(container.right),
          .text(container.right?.scaling.text),
        ]
      }, same: properties.containers.count - different.count)
  }

  private var calls: Table {
    let different = comparison.calls.filter { !$0.isSame }
    return Table(
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
