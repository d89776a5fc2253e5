internal import PodmapManifests
internal import PodmapTopology

/// Applies the kustomizations of a tree to its objects.
struct KustomizationBuild {
  private let tree: KustomizationTree
  private let manifests: KustomizationManifests
  var report: KustomizationReport

  /// The objects of kustomizations that are done.
  private var done: [Int: [KustomizedObject]] = [:]
  /// The kustomizations that lead to the current one.
  private var current: Set<Int> = []
  /// How many objects have passed through kustomizations.
  private var count = 0
  /// How often fields have changed objects.
  private var changeCount = 0
  /// How many bytes generators may still read.
  private var generatorRoom = Limit.generatedTotal.value

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
    var references = NameReferences(objects)
    references.update(&objects)
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
    generate(for: kustomization, document, &objects)
    for entry in kustomization.entries where entry.role == .component {
      if entry.isRemote {
        report.add(.remote(entry.text), at: entry.place)
      } else if let component = tree.position(of: entry.path) {
        // Components can use each other again and again.
        let cost = objects.count + (tree.all[component].document?.count ?? 0)
        guard spend(cost, at: entry.place) == cost else { break }
        accumulate(component, &objects)
      }
    }
    for change in KustomizationChange.all {
      guard let value = document[change.field] else { continue }
      if permits(value.count, for: objects, at: value.place(in: kustomization.file)) { change.apply(value, &objects) }
    }
  }

  private mutating func generate(
    for kustomization: Kustomization, _ document: Value, _ objects: inout [KustomizedObject]
  ) {
    for (field, kind) in [("configMapGenerator", ResourceKind.configMap), ("secretGenerator", .secret)] {
      guard let rows = document[field] else { continue }
      // Those that merge look for their object.
      let searches = rows.items.count { $0["behavior"] != nil }
      guard permits(searches, for: objects, at: rows.place(in: kustomization.file)) else { continue }
      var generator = KustomizationGenerator(kustomization, document, room: generatorRoom)
      generator.run(rows, kind, &objects)
      generatorRoom = generator.room
      for diagnostic in generator.diagnostics { report.add(diagnostic) }
    }
  }

  /// Counts changes of all objects, unless there would be too many.
  private mutating func permits(_ number: Int, for objects: [KustomizedObject], at place: Place) -> Bool {
    let (cost, isTooLarge) = number.multipliedReportingOverflow(by: objects.count)
    guard !isTooLarge, cost <= Limit.kustomizationChanges.value - changeCount else {
      report.addOnce(.tooManyChanges, at: place)
      return false
    }
    changeCount += cost
    return true
  }

  private mutating func result(of number: Int) -> [KustomizedObject] {
    if let known = done[number] { return known }
    var objects: [KustomizedObject] = []
    accumulate(number, &objects)
    done[number] = objects
    return objects
  }

  private mutating func append(_ more: [KustomizedObject], to objects: inout [KustomizedObject], at place: Place) {
    objects += more.prefix(spend(more.count, at: place))
  }

  /// Counts objects, and returns how many of them are within the limit.
  private mutating func spend(_ number: Int, at place: Place) -> Int {
    let allowed = min(number, Limit.kustomizationObjects.value - count)
    if allowed < number { report.addOnce(.tooMany, at: place) }
    count += allowed
    return allowed
  }
}

extension String {
  fileprivate static func remote(_ text: String) -> String {
    "'\(text.quotable)' is fetched from elsewhere and was not read; only kubectl or kustomize can read it"
  }

  fileprivate static let tooMany =
    "more than \(Limit.kustomizationObjects.text) pass through the kustomizations; further ones are not read"

  fileprivate static let tooManyChanges =
    "the kustomizations change objects more than \(Limit.kustomizationChanges.text); further fields are not applied"
}

extension Value {
  /// The number of scalars in it.
  fileprivate var count: Int {
    isSequence
      ? items.reduce(0) { $0 + $1.count } : isMapping ? fields.reduce(0) { $0 + $1.value.count } : 1
  }
}
