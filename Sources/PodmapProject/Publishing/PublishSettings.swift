internal import PodmapManifests

/// What `podmap.yaml` names, as far as its words are understood.
struct PublishSettings: Sendable {
  let diagrams: [DiagramSettings]
  let comparisons: [ComparisonSettings]
  let documents: [PlannedDocument]
  let look: PublishedLook

  init(_ project: ProjectFile, _ diagnostics: inout [Diagnostic]) {
    diagrams = project.diagrams.compactMap { DiagramSettings($0, &diagnostics) }
    comparisons = project.comparisons.compactMap { ComparisonSettings($0, &diagnostics) }
    documents = project.documents.compactMap { PlannedDocument($0, &diagnostics) }
    look = PublishedLook(project, &diagnostics)
    let names = project.comparisons.map(\.name)
    for document in project.documents {
      guard let name = document.comparison, !names.contains(name) else { continue }
      diagnostics.append(.noComparison(name, names, at: document.place(of: "comparison")))
    }
  }
}

extension Diagnostic {
  fileprivate static func noComparison(_ name: String, _ names: [String], at place: Place) -> Diagnostic {
    let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "name one from 'comparisons'"
    return Diagnostic(.error, at: place, "there is no comparison '\(name.shortened())'; \(hint)")
  }
}
