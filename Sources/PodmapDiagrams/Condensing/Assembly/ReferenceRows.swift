import PodmapManifests

extension Assembly {
  /// Lines to other parts of the picture, one row for each word and part.
  func references(of card: Int) -> [CondensedDiagram.Row] {
    // What has become a row of the card has its references there too.
    let members = referring[card] ?? []
    var rows: [CondensedDiagram.Row] = []
    for reference in members.flatMap({ diagram.cards[$0].references }) {
      let item = CondensedDiagram.Item(reference.name)
      let tag = reference.isDenied ? "\(FlowDiagram.Link.deniedSign) \(reference.word)" : reference.word
      if let known = rows.firstIndex(where: {
        $0.tag == tag && $0.part == reference.part && $0.presence == reference.presence
      }) {
        if !rows[known].items.contains(item) { rows[known].items.append(item) }
        continue
      }
      var row = CondensedDiagram.Row(
        subject: reference.isOut ? .calls : .fact, tag: tag, items: [item], presence: reference.presence)
      row.part = reference.part
      row.isAlarm = reference.isDenied
      row.tooltip = "in the part \(reference.part)" + (reference.source.isEmpty ? "" : " · \(reference.source)")
      rows.append(row)
    }
    for position in rows.indices {
      if let part = rows[position].part, let last = rows[position].items.indices.last {
        rows[position].items[last].quiet = "in \(part)"
      }
    }
    return rows
  }
}
