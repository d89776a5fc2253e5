extension DiagramDocument {
  /// Reads the groups, and assigns each node to the group that lists it.
  mutating func readGroups(_ value: Value, _ fields: inout StrictFields) {
    let entries = fields.entries(of: value, "groups", ifTwice: "give one of them another id")
    if value.isMapping, entries.isEmpty { fields.add(.empty("groups"), at: value) }
    var written: [WrittenGroup] = []
    for (key, value) in entries {
      let id = key.written
      let what = "the group '\(id.shortened(to: .quotedName))'"
      guard !id.isEmpty else {
        fields.add(.noGroupID, at: key)
        continue
      }
      let group = fields.fields(of: value, what, known: ["label", "kind", "nodes", "groups"])
      guard value.isMapping else { continue }
      let nodes = group["nodes"].map { fields.items(of: $0, "nodes of \(what)") } ?? []
      let groups = group["groups"].map { fields.items(of: $0, "groups of \(what)") } ?? []
      if group["nodes"] == nil, group["groups"] == nil { fields.add(.isEmptyGroup(what), at: key) }
      written.append(
        WrittenGroup(
          group: Group(
            id: id, label: fields.text(group["label"], "the label of \(what)") ?? id,
            kind: fields.choice(group["kind"], "the kind of \(what)", of: GroupKind.self)),
          nodes: nodes, groups: groups))
    }
    place(written, &fields)
  }

  /// A group as written in the document, with the ids of its members.
  private struct WrittenGroup {
    var group: Group
    var nodes: [Value]
    var groups: [Value]
  }

  /// The group that lists another, and where.
  private struct Parent {
    var position: Int
    var value: Value
  }

  private mutating func place(_ written: [WrittenGroup], _ fields: inout StrictFields) {
    var parents = parents(of: written, &fields)
    var inner = [[Int]](repeating: [], count: written.count)
    for (position, parent) in parents.enumerated() { if let parent { inner[parent.position].append(position) } }
    var newPosition = [Int?](repeating: nil, count: written.count)
    var tooDeep: [Value] = []
    for position in written.indices where parents[position] == nil {
      place(position, of: written, inner, &newPosition, &tooDeep)
    }
    // Groups that no outermost group leads to are in a cycle, or below one.
    for position in written.indices where newPosition[position] == nil {
      var seen: Set<Int> = []
      var member = position
      while seen.insert(member).inserted, let parent = parents[member] { member = parent.position }
      if let parent = parents[member] { fields.add(.inItself(written[member].group.id), at: parent.value) }
      parents[member] = nil
      place(member, of: written, inner, &newPosition, &tooDeep)
    }
    if let first = tooDeep.first { fields.add(.tooDeep, at: first) }
    placeNodes(written, newPosition, &fields)
  }

  /// Adds a group and all groups inside it, from the outside in.
  private mutating func place(
    _ outermost: Int, of written: [WrittenGroup], _ inner: [[Int]], _ newPosition: inout [Int?],
    _ tooDeep: inout [Value]
  ) {
    var waiting: [(position: Int, parent: Int?, depth: Int)] = [(outermost, nil, 1)]
    while let next = waiting.popLast() {
      guard newPosition[next.position] == nil else { continue }
      newPosition[next.position] = groups.count
      var group = written[next.position].group
      group.parent = next.parent
      groups.append(group)
      let isDeepest = next.depth == Limit.groupDepth.value
      for child in inner[next.position].reversed() {
        if isDeepest { tooDeep += written[next.position].groups.prefix(1) }
        waiting.append((child, isDeepest ? next.parent : groups.count - 1, isDeepest ? next.depth : next.depth + 1))
      }
    }
  }

  private mutating func placeNodes(
    _ written: [WrittenGroup], _ newPosition: [Int?], _ fields: inout StrictFields
  ) {
    let known = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { $1 }
    for (position, entry) in written.enumerated() {
      for value in entry.nodes {
        let what = "a node of the group '\(entry.group.id.shortened(to: .quotedName))'"
        guard let id = fields.text(value, what) else { continue }
        guard let node = known[id] else {
          fields.add(.unknownNode(id, nodes.map(\.id)), at: value)
          continue
        }
        if let other = nodes[node].group {
          fields.add(.inTwoGroups("node", id, groups[other].id, entry.group.id), at: value)
        } else {
          nodes[node].group = newPosition[position]
        }
      }
    }
  }

  /// The group around each group.
  private func parents(of written: [WrittenGroup], _ fields: inout StrictFields) -> [Parent?] {
    let known = Dictionary(written.enumerated().map { ($1.group.id, $0) }) { $1 }
    var parents = [Parent?](repeating: nil, count: written.count)
    for (position, entry) in written.enumerated() {
      for value in entry.groups {
        let what = "a group of the group '\(entry.group.id.shortened(to: .quotedName))'"
        guard let id = fields.text(value, what) else { continue }
        guard let child = known[id] else {
          fields.add(.unknownGroup(id, written.map(\.group.id)), at: value)
          continue
        }
        if let other = parents[child] {
          fields.add(.inTwoGroups("group", id, written[other.position].group.id, entry.group.id), at: value)
        } else {
          parents[child] = Parent(position: position, value: value)
        }
      }
    }
    return parents
  }
}

extension StrictFields.Message {
  fileprivate static let noGroupID = Self("a group has no id; write 'id: {label: …, nodes: […]}'")

  fileprivate static func isEmptyGroup(_ what: String) -> Self {
    Self("\(what) is empty; list its nodes or groups")
  }

  fileprivate static func unknownNode(_ id: String, _ ids: [String]) -> Self {
    let hint = Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
    return Self(
      "there is no node '\(id.shortened())'; \(hint ?? "define it below 'nodes:' of the same diagram")"
    )
  }

  fileprivate static func unknownGroup(_ id: String, _ ids: [String]) -> Self {
    let hint = Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
    return Self("there is no group '\(id.shortened())'; \(hint ?? "define it below 'groups:'")")
  }

  fileprivate static func inTwoGroups(_ what: String, _ id: String, _ one: String, _ other: String) -> Self {
    Self(
      "the \(what) '\(id.shortened(to: .quotedName))' is in both '\(one.shortened(to: .quotedName))' and "
        + "'\(other.shortened(to: .quotedName))'; list it in one group only")
  }

  fileprivate static func inItself(_ id: String) -> Self {
    Self("the group '\(id.shortened())' contains itself; remove it from its own groups")
  }

  fileprivate static let tooDeep = Self("groups nest deeper than \(Limit.groupDepth.text); flatten them")
}
