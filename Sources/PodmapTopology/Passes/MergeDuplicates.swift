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
    for object in builder.objects {
      guard let first = builder.otherPlaces[object.id]?.first else { continue }
      let other = differing[object.id]
      builder.diagnostics.append(.duplicate(object, other ?? first, differs: other != nil))
    }
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
      differs ? .warning : .note, at: object.resource.place, topic: .duplicate,
      differs
        ? "\(what) is defined differently at \(other); this definition is used; name one of the two files to choose"
        : "\(what) is defined identically at \(other); they are treated as one object")
  }
}
