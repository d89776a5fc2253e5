internal import PodmapManifests
internal import PodmapTopology

/// Chooses among applications.
struct ApplicationChoice {
  private(set) var remarks: [Diagnostic] = []
  private let found: [FoundApplication]
  private let tree: PlainFolder
  /// The folders that can't be an input as a whole.
  private let mixed: Set<String>

  /// One diagram of each application comes before further ones of the same objects.
  init(_ found: [FoundApplication], in tree: PlainFolder, mixed: Set<String>) {
    var (first, further): ([FoundApplication], [FoundApplication]) = ([], [])
    var known = Repetitions()
    let main = MainApplication()
    let found = found.map { application in
      var application = application
      application.isMain = main.isMain(application)
      return application
    }
    for application in found.sorted(by: FoundApplication.isBefore) {
      if known.first(with: application) != nil {
        further.append(application)
      } else {
        first.append(application)
        known.add(application)
      }
    }
    self.found = first + further
    (self.tree, self.mixed) = (tree, mixed)
  }

  mutating func draft() -> ProjectDraft {
    var draft = ProjectDraft()
    var names = DiagramNames()
    var chosen = Repetitions()
    var left: [FoundApplication] = []
    for application in found {
      // Plain files that define the same objects are kept apart; what renders to them is another way to install them.
      if let other = chosen.first(with: application, where: { application.rendered != nil || $0.rendered != nil }) {
        remarks.append(.repeats(application, other))
        continue
      }
      guard draft.count < Limit.draftFolders.value else {
        left.append(application)
        continue
      }
      guard let inputs = readable(application) else { continue }
      let (name, title) = names.name(for: application.namePath, own: application.ownName, label: inputs.label)
      draft.add(application, name: name, title: title, inputs: inputs.paths, &names)
      chosen.add(application)
    }
    if !left.isEmpty { remarks.append(.tooMany(left)) }
    return draft
  }

  /// The first inputs of an application that are read without errors; `publish` writes nothing of others.
  private mutating func readable(_ application: FoundApplication) -> (paths: [ProjectPath], label: String?)? {
    var problem: Diagnostic?
    for inputs in application.inputs(in: tree, mixed: mixed) {
      let paths = inputs.compactMap { ProjectPath($0) }
      guard paths.count == inputs.count else { continue }
      let read = LinkedInput(reading: paths.map(\.text))
      let label = ApplicationName(read.topology, subject: nil, variants: []).text
      problem = read.refused.first ?? read.diagnostics.first { $0.severity == .error }
      if problem == nil, read.runningWorkloads > 0 { return (paths, label) }
    }
    if let problem { remarks.append(.notProposed([application.path], problem)) }
    return nil
  }
}
