import PodmapManifests

extension Pass {
  /// Adds an edge for every field of a custom resource that looks like a reference and names an object of the input.
  static let guessReferences = Pass("guess references") { builder in
    guard builder.objects.contains(where: { !$0.guesses.isEmpty }) else { return }
    let kinds = Set(builder.nodes.lazy.filter { $0.presence == .present && $0.parent == nil }.map(\.kind))
    let byName = Dictionary(grouping: kinds, by: { $0.name.lowercased() }).mapValues {
      $0.sorted { $0.rawValue < $1.rawValue }
    }
    for object in builder.objects where !object.guesses.isEmpty {
      // A row of a table that covers the field overrules the guess.
      let known = Set(object.references.map(\.evidence.path))
      for guess in object.guesses where !known.contains(guess.evidence.path) {
        let targets = guess.kinds(byName).compactMap { builder.target(of: guess, kind: $0, from: object) }
        // If the name fits two objects, neither is chosen.
        guard targets.count == 1, targets[0] != object.positions.object else { continue }
        builder.connect(
          object.positions.object, targets[0], .uses, certainty: .inferred, evidence: [guess.evidence])
      }
    }
  }
}

extension GuessedReference {
  fileprivate func kinds(_ byName: [String: [ResourceKind]]) -> [ResourceKind] {
    switch kind {
    case .exact(let kind): return [kind]
    case .named(let name): return byName[name.lowercased()] ?? []
    case .ending(let stem):
      // The name of the longest kind with which the stem ends, from a capital letter on.
      for start in stem.indices where start == stem.startIndex || stem[start].isUppercase {
        if let kinds = byName[stem[start...].lowercased()] { return kinds }
      }
      return []
    }
  }
}

extension TopologyBuilder {
  fileprivate func target(of guess: GuessedReference, kind: ResourceKind, from object: ObjectDescription) -> Int? {
    let home = guess.namespace ?? object.namespace
    // A name without a namespace doesn't refer to another namespace.
    return [home, nil, home == nil ? defaultNamespace.name : nil].lazy
      .compactMap { position(of: NodeID(kind, guess.name, in: $0)) }
      .first { nodes[$0].presence == .present && nodes[$0].parent == nil }
  }
}
