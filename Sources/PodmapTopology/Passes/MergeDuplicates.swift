import PodmapManifests

extension Pass {
  /// Merges objects that are defined several times: the last definition is used, and all locations are kept.
  static let mergeDuplicates = Pass("merge duplicates") { builder in
    builder.numberGeneratedNames()
    var last: [NodeID: Int] = [:]
    last.reserveCapacity(builder.objects.count)
    var superseded: Set<Int> = []
    // Differing definitions are reported once, at the definition that counts.
    var differing: [NodeID: Place] = [:]
    for position in builder.objects.indices {
      let id = builder.objects[position].id
      guard let earlier = last.updateValue(position, forKey: id) else { continue }
      let (old, new) = (builder.objects[earlier].resource, builder.objects[position].resource)
      superseded.insert(earlier)
      builder.otherPlaces[id, default: []].append(old.place)
      if !old.means(new) { differing[id] = old.place }
    }
    guard !superseded.isEmpty else { return }
    builder.objects = builder.objects.indices.filter { !superseded.contains($0) }.map { builder.objects[$0] }
    for position in builder.objects.indices where differing[builder.objects[position].id] != nil {
      builder.objects[position].isContested = true
    }
    for object in builder.objects {
      guard let first = builder.otherPlaces[object.id]?.first else { continue }
      let other = differing[object.id]
      builder.diagnostics.append(.duplicate(object, other ?? first, differs: other != nil))
    }
    let pairs = builder.objects.compactMap { object in
      differing[object.id].map { [$0.file, object.resource.file] }
    }
    if let mixture = Diagnostic.mixture(pairs) { builder.diagnostics.append(mixture) }
  }
}

extension TopologyBuilder {
  /// Each creation from a generated name makes another object, so these are never merged.
  fileprivate mutating func numberGeneratedNames() {
    var counts: [NodeID: Int] = [:]
    for position in objects.indices where objects[position].resource.isGeneratedName {
      let count = counts[objects[position].id, default: 0] + 1
      counts[objects[position].id] = count
      if count > 1 { objects[position].number(count) }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicate(_ object: ObjectDescription, _ other: Place, differs: Bool) -> Diagnostic {
    let what = "\(object.resource.kind.name) '\(object.resource.name.shortened())'"
    return Diagnostic(
      differs ? .warning : .note, at: object.resource.place, topic: .duplicateObject, about: [object.id.text],
      differs
        ? "\(what) is defined differently at \(other); this definition is used"
        : "\(what) is defined identically at \(other); they are treated as one object")
  }

  /// A warning that what is drawn may be a mixture of alternatives; `pairs` are the files that define each object twice.
  fileprivate static func mixture(_ pairs: [[String]]) -> Diagnostic? {
    guard pairs.count >= Limit.mixedObjects.value else { return nil }
    // Folders say more than files, unless all files are in the same one.
    let byFolder = pairs.map { $0.map(\.folder) }
    let named = byFolder.contains { Set($0).count > 1 } ? byFolder : pairs
    var counts: [String: Int] = [:]
    for names in named { for name in Set(names) { counts[name, default: 0] += 1 } }
    guard counts.count > 1 else { return nil }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = order.prefix(Limit.listedNames.value).map { $0.key.shortened() }.joined(separator: ", ")
    let more = order.count > Limit.listedNames.value ? ", …" : ""
    return Diagnostic(
      .warning, topic: .alternatives,
      "\(pairs.count) objects are defined differently in several places, as if these were alternatives: \(shown)\(more); "
        + "the result mixes them; draw each alone")
  }
}

extension String {
  /// The folder that a file is in.
  fileprivate var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }
}
