import PodmapManifests

extension Pass {
  /// The same object several times is one object: the last one counts, and all places are kept.
  static let mergeDuplicates = Pass("merge duplicates") { builder in
    var last: [NodeID: Int] = [:]
    var generated: [NodeID: Int] = [:]
    var kept: [ObjectDescription?] = []
    kept.reserveCapacity(builder.objects.count)
    // Objects that differ are told of once, at the one that counts.
    var differing: [NodeID: Place] = [:]
    for var object in builder.objects {
      if object.resource.isGeneratedName {
        // Each creation makes another object, so these are never the same one.
        generated[object.id, default: 0] += 1
        let number = generated[object.id] ?? 1
        if number > 1 { object.number = number }
      }
      let id = object.id
      if let position = last[id], let earlier = kept[position] {
        builder.otherPlaces[id, default: []].append(earlier.resource.place)
        if !earlier.resource.root.means(object.resource.root) { differing[id] = earlier.resource.place }
        kept[position] = nil
      }
      last[id] = kept.count
      kept.append(object)
    }
    builder.objects = kept.compactMap(\.self)
    for object in builder.objects {
      guard let places = builder.otherPlaces[object.id], let first = places.first else { continue }
      let differs = differing[object.id]
      builder.diagnostics.append(.duplicate(object, differs ?? first, differs: differs != nil))
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicate(_ object: ObjectDescription, _ other: Place, differs: Bool) -> Diagnostic {
    let what = "\(object.resource.kind.name) '\(object.resource.name.shortened())'"
    return Diagnostic(
      differs ? .warning : .note, at: object.resource.place, topic: .duplicate,
      differs
        ? "\(what) is defined differently at \(other); this one counts, name one of the two files to choose"
        : "\(what) is defined identically at \(other); both are one object")
  }
}
