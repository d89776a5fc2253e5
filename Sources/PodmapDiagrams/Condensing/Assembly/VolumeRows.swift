import PodmapManifests

// Rows that stand for several volumes.

extension Assembly {
  /// Volumes of one source with similar names are one row, and so are very many that the same containers mount.
  func folded(
    _ rows: [CondensedDiagram.Row], _ volumes: [ElementID: PodContent.Volume]
  ) -> [CondensedDiagram.Row] {
    guard rows.count > 4 else { return rows }
    let groups = NameGroups.grouped(rows.map { $0.items.first?.text ?? "" }, namesAll: false)
    var result: [CondensedDiagram.Row] = []
    var rest: [CondensedDiagram.Row] = []
    for group in groups {
      guard group.positions.count >= 4, group.more == 0 else {
        rest += group.positions.map { rows[$0] }
        continue
      }
      result.append(joined(group.positions.map { rows[$0] }, group.items, volumes))
    }
    let alike = Dictionary(grouping: rest.indices) { position in
      rest[position].id.flatMap { volumes[$0] }.map(\.useKey) ?? "\(position)"
    }
    let many = alike.values.filter { $0.count >= Limit.volumeRows.value }.sorted { $0[0] < $1[0] }
    let taken = Set(many.joined())
    result += rest.indices.filter { !taken.contains($0) }.map { rest[$0] }
    for positions in many {
      let names = positions.map { rest[$0].items.first?.text ?? "" }
      var row = joined(positions.map { rest[$0] }, Array(names.prefix(2)), volumes)
      row.more = names.count - 2
      result.append(row)
    }
    return result
  }

  private func joined(
    _ rows: [CondensedDiagram.Row], _ items: [String], _ volumes: [ElementID: PodContent.Volume]
  ) -> CondensedDiagram.Row {
    var row = CondensedDiagram.Row(
      subject: .volume, tag: "volumes", items: items.map { CondensedDiagram.Item($0) })
    let mounts = rows.compactMap { $0.id.flatMap { volumes[$0] } }.flatMap(\.mounts)
    if let folder = NameGroups.commonFolder(mounts.map(\.path)), !row.items.isEmpty {
      row.items[0].quiet = "under \(folder)"
    }
    row.tooltip = rows.map(\.tooltip).joined(separator: "; ")
    for other in rows { row.represents += other.represents }
    return row
  }

  /// Volumes that the same containers share are one row if they are many.
  func sharedRows(_ rows: [CondensedDiagram.Row]) -> [CondensedDiagram.Row] {
    let alike = Dictionary(grouping: rows.indices.filter { rows[$0].tag == "shared" && rows[$0].mark == nil }) {
      rows[$0].items.first?.quiet ?? ""
    }.filter { $0.value.count > 4 }
    guard !alike.isEmpty else { return rows }
    let taken = Set(alike.values.joined())
    var result: [CondensedDiagram.Row] = []
    for position in rows.indices {
      guard taken.contains(position) else {
        result.append(rows[position])
        continue
      }
      let quiet = rows[position].items.first?.quiet ?? ""
      guard let members = alike[quiet], members.first == position else { continue }
      let groups = NameGroups.grouped(members.map { rows[$0].items.first?.text ?? "" }, namesAll: false)
      var row = CondensedDiagram.Row(
        subject: .volume, tag: "shared", items: groups.flatMap { $0.items.map { CondensedDiagram.Item($0) } })
      row.more = groups.reduce(0) { $0 + $1.more }
      if let last = row.items.indices.last { row.items[last].quiet = quiet }
      row.tooltip = members.map { rows[$0].tooltip }.joined(separator: "; ")
      for member in members { row.represents += rows[member].represents }
      result.append(row)
    }
    return result
  }
}

extension PodContent.Volume {
  /// Equal for volumes of one kind of source that the same containers mount.
  fileprivate var useKey: String {
    "\(source.prefix { $0 != " " }) \(Set(mounts.map(\.container)).sorted())"
  }
}
