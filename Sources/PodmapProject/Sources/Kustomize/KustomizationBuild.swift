internal import PodmapManifests

/// Applies the kustomizations of a tree to its objects.
struct KustomizationBuild {
  private let tree: KustomizationTree
  private let manifests: KustomizationManifests
  var report: KustomizationReport

  /// The objects of kustomizations that are done.
  private var done: [Int: [KustomizedObject]] = [:]
  /// The kustomizations that lead to the current one.
  private var current: Set<Int> = []
  private var count = 0

  init(_ tree: KustomizationTree) {
    self.tree = tree
    var report = KustomizationReport()
    manifests = KustomizationManifests(tree, &report)
    self.report = report
  }

  /// The objects of the root.
  mutating func run() -> [KustomizedObject] {
    guard tree.root != nil else { return [] }
    var objects: [KustomizedObject] = []
    accumulate(0, &objects)
    NameReferences(objects).update(&objects)
    return objects.filter { !$0.isLocal }
  }

  /// Adds the objects of a kustomization, and changes all: those of a component's user too.
  private mutating func accumulate(_ number: Int, _ objects: inout [KustomizedObject]) {
    let kustomization = tree.all[number]
    guard let document = kustomization.document, current.insert(number).inserted else { return }
    defer { current.remove(number) }
    for entry in kustomization.entries where entry.role == .resource {
      if entry.isRemote {
        report.add(.remote(entry.text), at: entry.place)
      } else if entry.isFolder {
        if let base = tree.position(of: entry.path) { append(result(of: base), to: &objects, at: entry.place) }
      } else {
        append(manifests.objects(in: entry.path), to: &objects, at: entry.place)
      }
    }
    var generator = KustomizationGenerator(kustomization, document)
    generator.run(&objects)
    for diagnostic in generator.diagnostics { report.add(diagnostic) }
    for entry in kustomization.entries where entry.role == .component {
      if entry.isRemote {
        report.add(.remote(entry.text), at: entry.place)
      } else if let component = tree.position(of: entry.path) {
        accumulate(component, &objects)
      }
    }
    for change in KustomizationChange.all {
      if let value = document[change.field] { change.apply(value, &objects) }
    }
  }

  private mutating func result(of number: Int) -> [KustomizedObject] {
    if let known = done[number] { return known }
    var objects: [KustomizedObject] = []
    accumulate(number, &objects)
    // Within a circle, the objects depend on where it was entered.
    if current.isEmpty || !current.contains(number) { done[number] = objects }
    return objects
  }

  private mutating func append(_ more: [KustomizedObject], to objects: inout [KustomizedObject], at place: Place) {
    let room = Limit.kustomizationObjects.value - count
    if more.count > room { report.addOnce(.tooMany, at: place) }
    objects += more.prefix(room)
    count += min(room, more.count)
  }
}

extension String {
  fileprivate static func remote(_ text: String) -> String {
    "'\(text.shortened())' is fetched from elsewhere and was not read; only kubectl or kustomize can read it"
  }

  fileprivate static let tooMany =
    "more than \(Limit.kustomizationObjects.text) pass through the kustomizations; further ones are not read"
}
