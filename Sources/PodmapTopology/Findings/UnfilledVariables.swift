import PodmapManifests

extension Finding {
  /// Variables of a template in names, which whoever applies the manifests has to fill in first.
  static let unfilledVariables = Finding("unfilled variables") { builder in
    let nodes = builder.nodes
    let unfilled = nodes.indices.filter { nodes[$0].drawnByHand == nil && UnfilledName.isUnfilled(nodes[$0].name) }
    guard !unfilled.isEmpty else { return [] }
    let wanted = Set(unfilled)
    let places = builder.edges.filter { wanted.contains($0.to) }.flatMap(\.evidence).map(\.place)
    let own = unfilled.compactMap { nodes[$0].places.last }
    let names = Set(unfilled.map { nodes[$0].name }).sorted()
    return [.unfilled(names, (places + own).min())]
  }
}

extension Diagnostic {
  fileprivate static func unfilled(_ names: [String], _ place: Place?) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "variables that nobody has filled in: \(names.listed); render the template first to see what they stand for")
  }
}
