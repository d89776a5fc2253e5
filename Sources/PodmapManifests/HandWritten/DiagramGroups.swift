extension DiagramDocument {
  /// How deep groups may lie in each other; layouts take long over frames in frames, and pages have no room.
  private static let maximumDepth = 20

  /// Reads the groups, and puts each node into the one that names it.
  mutating func readGroups(_ value: Value, _ fields: inout StrictFields) {
    let entries = fields.entries(of: value, "groups", ifTwice: "give one of them another id")
    if value.isMapping, entries.isEmpty { fields.add(.empty("groups"), at: value) }
    var written: [WrittenGroup] = []
    for (key, value) in entries {
      let id = key.written
      let what = "the group '\(id.shortened(to: 40))'"
      guard !id.isEmpty else {
        fields.add(.noGroupID, at: key)
        continue
      }
      let group = fields.fields(of: value, what, known: ["label", "kind", "nodes", "groups"])
      guard value.isMapping else { continue }
      let nodes = group["nodes"].map { fields.items(of: $0, "nodes of \(what)") } ?? []
      let groups = group["groups"].map { fields.items(of: $0, "groups of \(what)") } ?? []
      if group["nodes"] == nil, group["groups"] == nil { fields.add(.holdsNothing(what), at: key) }
      written.append(
        WrittenGroup(
          group: Group(
            id: id, label: fields.text(group["label"], "the label of \(what)") ?? id,
            kind: fields.choice(group["kind"], "the kind of \(what)", of: GroupKind.self)),
          nodes: nodes, groups: groups))
    }
    place(written, &fields)
  }

  /// A group as it stands in the document, with the ids of what it holds.
  private struct WrittenGroup {
    var group: Group
    var nodes: [Value]
    var groups: [Value]
  }

  /// Where a group is named as a part of another.
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
    // What no outermost group leads to lies in a circle, or in a group of one.
    for position in written.indices where newPosition[position] == nil {
      var seen: Set<Int> = []
      var member = position
      while seen.insert(member).inserted, let parent = parents[member] { member = parent.position }
      if let parent = parents[member] { fields.add(.inItself(written[member].group.id), at: parent.value) }
      parents[member] = nil
      place(member, of: written, inner, &newPosition, &tooDeep)
    }
    if let first = tooDeep.first { fields.add(.tooDeep(Self.maximumDepth), at: first) }
    placeNodes(written, newPosition, &fields)
  }

  /// Takes a group and all groups in it, from the outside in.
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
      let isDeepest = next.depth == Self.maximumDepth
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
        let what = "a node of the group '\(entry.group.id.shortened(to: 40))'"
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
        let what = "a group of the group '\(entry.group.id.shortened(to: 40))'"
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

  fileprivate static func holdsNothing(_ what: String) -> Self {
    Self("\(what) holds nothing; list its nodes or groups")
  }

  fileprivate static func unknownNode(_ id: String, _ ids: [String]) -> Self {
    let hint = Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
    return Self(
      "there is no node '\(id.shortened())'; \(hint ?? "a group holds nodes of its own diagram, each written below 'nodes:'")"
    )
  }

  fileprivate static func unknownGroup(_ id: String, _ ids: [String]) -> Self {
    let hint = Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
    return Self("there is no group '\(id.shortened())'; \(hint ?? "write it below 'groups:'")")
  }

  fileprivate static func inTwoGroups(_ what: String, _ id: String, _ one: String, _ other: String) -> Self {
    Self(
      "the \(what) '\(id.shortened(to: 40))' lies in '\(one.shortened(to: 40))' and in "
        + "'\(other.shortened(to: 40))'; name it in one group")
  }

  fileprivate static func inItself(_ id: String) -> Self {
    Self("the group '\(id.shortened())' lies in itself; take it out")
  }

  fileprivate static func tooDeep(_ limit: Int) -> Self {
    Self("groups nest deeper than \(limit) levels; flatten them")
  }
}
