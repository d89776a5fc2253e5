extension [DiagramDocument] {
  /// Keeps only the last of several diagrams with the same name, as for objects.
  mutating func keepLastOfEachName(_ diagnostics: inout [Diagnostic]) {
    var last: [[String?]: Int] = [:]
    var superseded: Set<Int> = []
    for position in indices {
      let diagram = self[position]
      guard let earlier = last.updateValue(position, forKey: [diagram.namespace, diagram.name]) else { continue }
      superseded.insert(earlier)
      let isSame = self[earlier].root.means(diagram.root)
      diagnostics.append(.duplicate(diagram, self[earlier].place, differs: !isSame))
    }
    self = indices.filter { !superseded.contains($0) }.map { self[$0] }
  }
}

extension Diagnostic {
  fileprivate static func duplicate(_ diagram: DiagramDocument, _ other: Place, differs: Bool) -> Diagnostic {
    let what = "Diagram '\(diagram.name.shortened())'"
    return Diagnostic(
      differs ? .warning : .note, at: diagram.place, topic: .duplicateObject,
      differs
        ? "\(what) is defined differently at \(other); only this one is used: give one of them another metadata.name"
        : "\(what) is defined identically at \(other); they are treated as one diagram")
  }
}
