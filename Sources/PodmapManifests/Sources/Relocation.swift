extension ManifestSet {
  /// Replaces the lines of a rendered text by those of the file that it was made from.
  mutating func relocate(to lines: [Int]) {
    func line(_ rendered: Int) -> Int {
      lines.indices.contains(rendered - 1) ? lines[rendered - 1] : lines.last ?? 1
    }
    func place(_ place: Place) -> Place {
      Place(file: place.file, line: line(place.line), column: place.column)
    }
    resources = resources.map { resource in
      Resource(
        kind: resource.kind, name: resource.name, isGeneratedName: resource.isGeneratedName,
        namespace: resource.namespace, root: resource.root.relocated(line), place: place(resource.place))
    }
    diagnostics = diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.place = diagnostic.place.map(place)
      return diagnostic
    }
  }
}

extension ManifestSet {
  /// Gives each object a place of its own: a template can make several objects out of the same lines.
  mutating func separatePlaces() {
    var taken: Set<Place> = []
    for index in resources.indices {
      var place = resources[index].place
      while !taken.insert(place).inserted { place.column += 1 }
      guard place != resources[index].place else { continue }
      let resource = resources[index]
      resources[index] = Resource(
        kind: resource.kind, name: resource.name, isGeneratedName: resource.isGeneratedName,
        namespace: resource.namespace, root: resource.root, place: place)
    }
  }
}

extension Value {
  /// The same value with other lines.
  fileprivate func relocated(_ line: (Int) -> Int) -> Value {
    var nodes = tree.nodes
    for position in nodes.indices { nodes[position].line = line(nodes[position].line) }
    return Value(ValueTree(nodes: nodes, text: tree.text), at: index)
  }
}
