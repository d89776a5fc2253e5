import PodmapManifests

/// Everything that one object alone shows: its parts, and what it refers to by name.
///
/// Objects are described independently of each other, on all cores; then the passes link the descriptions.
struct ObjectDescription: Sendable {
  /// Passes go through all objects many times, and each time would retain and release everything that an object has.
  private var shared: Shared<Fields>

  private struct Fields: Sendable {
    let resource: Resource
    var lender: Resource?
    var kind: ResourceKind
    var namespace: String?
    var innerNamespace: String
    var isNamespaceKnown: Bool
    var name: String
    var id: NodeID
    var labels: [Label]
    var controller: Rare<Controller>
    var templates: [PodTemplate] = []
    var references: [Reference] = []
    var guesses: [GuessedReference] = []
    var facts = Node.Facts.none
    var isContested = false
    var injected: [InjectedContainer] = []
    var diagnostics: [Diagnostic] = []
    var podAddresses: [String] = []
    var failingPlace: Place?
    var positions = Positions()
    var isShaped = false
    /// The number of pods that a custom kind has in a field of its own.
    var shapedCount: Int?
  }

  var resource: Resource { shared.value.resource }
  /// The object whose pod template this one runs, if that isn't its own.
  var lender: Resource? {
    get { shared.value.lender }
    _modify { yield &shared.value.lender }
  }
  /// The kind of its node: that of the manifest, or for pods of a controller that is not in the input, the controller's.
  var kind: ResourceKind { shared.value.kind }
  /// `nil` for cluster-scoped objects, and for objects of unknown kinds that name none.
  var namespace: String? { shared.value.namespace }
  /// The namespace of its pods, and of everything that it names without a namespace.
  var innerNamespace: String { shared.value.innerNamespace }
  /// Whether the manifest, the settings or the rest of the input give that namespace.
  var isNamespaceKnown: Bool { shared.value.isNamespaceKnown }
  /// The object's name; a generated name ends in `*`, followed by a number from the second object on.
  var name: String { shared.value.name }
  /// The id of the object's node.
  var id: NodeID { shared.value.id }
  var labels: [Label] {
    get { shared.value.labels }
    _modify { yield &shared.value.labels }
  }
  /// The object that controls this one (`metadata.ownerReferences` with `controller: true`).
  var controller: Controller? {
    get { shared.value.controller.value }
    set { shared.value.controller = Rare(newValue) }
  }
  var templates: [PodTemplate] {
    get { shared.value.templates }
    _modify { yield &shared.value.templates }
  }
  var references: [Reference] {
    get { shared.value.references }
    _modify { yield &shared.value.references }
  }
  /// What looks like a reference in an object of a custom kind.
  var guesses: [GuessedReference] {
    get { shared.value.guesses }
    _modify { yield &shared.value.guesses }
  }
  var facts: Node.Facts {
    get { shared.value.facts }
    _modify { yield &shared.value.facts }
  }
  /// Whether the input also defines it differently, so that something else may be meant by what names it.
  var isContested: Bool {
    get { shared.value.isContested }
    _modify { yield &shared.value.isContested }
  }
  /// The containers that others add to its pods.
  var injected: [InjectedContainer] {
    get { shared.value.injected }
    _modify { yield &shared.value.injected }
  }
  var diagnostics: [Diagnostic] {
    get { shared.value.diagnostics }
    _modify { yield &shared.value.diagnostics }
  }
  /// The addresses of its pods, in objects from a live cluster.
  var podAddresses: [String] {
    get { shared.value.podAddresses }
    _modify { yield &shared.value.podAddresses }
  }
  /// The live pod whose status says that a container can't run.
  var failingPlace: Place? {
    get { shared.value.failingPlace }
    _modify { yield &shared.value.failingPlace }
  }
  /// The positions of the object's nodes, once they have been made.
  var positions: Positions {
    get { shared.value.positions }
    _modify { yield &shared.value.positions }
  }

  struct Positions: Sendable {
    var object = 0
    /// By template, then in the order of its containers.
    var containers: [[Int]] = []
  }

  struct Controller: Sendable, Hashable {
    var kind: ResourceKind
    var name: String
    var evidence: Evidence
  }

  /// A field that names another object.
  struct Reference: Sendable {
    /// The part of the object that refers.
    enum Origin: Sendable, Hashable {
      case object
      /// A container, by its positions.
      case container(template: Int, container: Int)
      /// A volume, on behalf of the containers that mount it.
      case volume(template: Int, volume: Int)
    }

    var origin: Origin
    var kind: ResourceKind
    /// The namespace that the field gives.
    var namespace: String?
    var name: String
    var edge: EdgeKind
    var label: String
    /// Which of the requests it gets, if it is a backend of a route.
    var share = ""
    /// Whether the pod starts without it.
    var isOptional: Bool
    var need = ReferenceRule.Need.required
    var notation = ReferenceRule.Notation.name
    var isReversed = false
    /// The namespace in which the name is looked up if neither the field nor the object gives one.
    var installed: String?
    var evidence: Evidence
  }

  init(_ resource: Resource, rules: RuleIndex) {
    let metadata = resource.root["metadata"]
    let name = resource.isGeneratedName ? "\(resource.name)*" : resource.name
    shared = Shared(
      Fields(
        resource: resource, kind: resource.kind, namespace: resource.namespace,
        innerNamespace: resource.namespace ?? DefaultNamespace.fallback.name,
        isNamespaceKnown: resource.namespace != nil, name: name,
        id: NodeID(resource.kind, name, in: resource.namespace), labels: metadata?["labels"].map(Label.list) ?? [],
        controller: Rare(metadata.flatMap { Self.controller(in: $0, file: resource.file) })))
    readObjectReferences(rules)
    let templatePaths = resource.kind.isSecret ? [] : readTemplates(rules)
    readFacts()
    followActions()
    joinRoutes()
    shareRequests()
    if !resource.kind.isBuiltIn, !resource.kind.isSecret {
      guesses = GuessedReference.all(in: resource, besides: templatePaths)
    }
  }

  /// Puts an object that names no namespace where it would be applied.
  mutating func settle(in chosen: DefaultNamespace, _ scopes: KindScopes) {
    let own: String? =
      switch scopes[resource.kind] {
      case .namespaced: resource.namespace ?? chosen.name
      case .cluster: nil
      case nil: resource.namespace
      }
    shared.value.innerNamespace = own ?? chosen.name
    shared.value.isNamespaceKnown = resource.namespace != nil || chosen.isKnown
    guard own != namespace else { return }
    shared.value.namespace = own
    shared.value.id = NodeID(resource.kind, name, in: own)
  }

  /// Distinguishes objects with the same `generateName`, from the second on.
  mutating func number(_ number: Int) {
    shared.value.name = "\(resource.name)*\(number)"
    shared.value.id = NodeID(resource.kind, name, in: namespace)
  }

  /// The object in which its pods are written.
  var podSource: Resource { lender ?? resource }

  /// What the object is as a way in.
  var entry: Entry? { if case .entry(let entry) = facts { entry } else { nil } }

  /// Makes it stand for another object.
  mutating func rename(_ kind: ResourceKind, _ name: String, _ id: NodeID) {
    shared.value.kind = kind
    shared.value.name = name
    shared.value.id = id
  }

  /// Changes its pods.
  mutating func change(_ body: (inout Workload) -> Void) {
    guard case .workload(var workload) = facts else { return }
    body(&workload)
    templates = workload.templates
    facts = .workload(workload)
  }

  /// What the status of its live pods says.
  var live: LivePods? {
    if case .workload(let workload) = facts { workload.live.value } else { nil }
  }

  /// Adds what the status of one of its pods says.
  mutating func takeStatus(of pod: ObjectDescription) {
    guard let status = pod.live else { return }
    var all = live ?? LivePods()
    all.add(status)
    change { $0.live = Rare(all) }
    failingPlace = failingPlace ?? pod.failingPlace
  }

  /// What the object is as a Service.
  var service: Service? { if case .service(let service) = facts { service } else { nil } }

  /// Whether its pods are made from what it says in words of its own, rather than written as templates.
  var isShaped: Bool { shared.value.isShaped }

  // MARK: - Pods

  /// Returns the paths of everything that describes pods.
  private mutating func readTemplates(_ rules: RuleIndex) -> [String] {
    let found = PodTemplateFinder.templates(of: resource)
    shared.value.isShaped = found.contains(where: \.isShaped)
    shared.value.shapedCount = found.count == 1 ? found[0].count : nil
    var reader = PodTemplateReader(resource)
    var names: Set<String> = []
    for (index, item) in found.enumerated() {
      var template = reader.read(item)
      if found.count > 1 {
        var name = item.name
        while !names.insert(name).inserted { name += "#2" }
        template.name = name
        template.count = item.count
      }
      template.added = Rare(
        ControllerLabels(of: resource, name: name, template: item.name, pods: pods(of: item)))
      templates.append(template)
      if let spec = item.value["spec"] {
        readPodReferences(spec, path: item.path.appending("spec"), template: index, rules)
      }
    }
    diagnostics += reader.diagnostics
    if templates.allSatisfy(\.containers.isEmpty), resource.kind.isWorkload, diagnostics.isEmpty {
      diagnostics.append(.noContainers(resource))
    }
    return found.flatMap { $0.isShaped ? $0.written : [$0.path.text] }
  }

  /// How many pods a template has; `nil` if the manifest doesn't say.
  private func pods(of found: PodTemplateFinder.Found) -> Int? {
    switch Workload.Scale(resource.kind, resource.root["spec"]) {
    case .replicas(let count): count
    case .completions(let count, _): count
    case .onePerNode, .schedule, .unstated: found.count
    }
  }

  private mutating func readPodReferences(_ spec: Value, path: FieldPath, template: Int, _ rules: RuleIndex) {
    let found = rules.matches(.podSpec, in: spec, path: path)
    report(found.misfits)
    let volumeNames = found.references.isEmpty ? [] : spec["volumes"]?.items.map { $0["name"]?.text ?? "" } ?? []
    for match in found.references {
      guard var reference = Reference.all(match, in: spec, file: resource.file).first else { continue }
      if match.rule.edge == .mounts, let index = match.indices.first, volumeNames.indices.contains(index),
        let volume = templates[template].volumes.firstIndex(where: { $0.name == volumeNames[index] })
      {
        if templates[template].volumes[volume].source == .claimTemplate { continue }
        reference.origin = .volume(template: template, volume: volume)
      }
      references.append(reference)
    }
    var container = 0
    for field in PodTemplateFinder.containerLists {
      guard let list = spec[field], list.isSequence else { continue }
      for (index, item) in list.items.enumerated() where item.isMapping {
        let found = rules.matches(.container, in: item, path: path.appending(field).appending(index))
        report(found.misfits)
        for match in found.references {
          guard var reference = Reference.all(match, in: item, file: resource.file).first else { continue }
          reference.origin = .container(template: template, container: container)
          references.append(reference)
        }
        container += 1
      }
    }
  }

  private mutating func readObjectReferences(_ rules: RuleIndex) {
    let found = rules.matches(.object(resource.kind), in: resource.root)
    report(found.misfits)
    for match in found.references + rules.matches(.anyObject, in: resource.root).references {
      references += Reference.all(match, in: resource.root, file: resource.file)
    }
  }

  private mutating func report(_ misfits: [RuleIndex.Misfit]) {
    for misfit in misfits {
      diagnostics.append(.misfit(misfit, resource.kind, misfit.value.place(in: resource.file)))
    }
  }

  /// Leaves the object without pods of its own, since the input has those that were made from it.
  mutating func dropTemplates() {
    templates = []
    references.removeAll { if case .object = $0.origin { false } else { true } }
    facts = .none
  }

  // MARK: - The object itself

  /// Where the object's name is written.
  var nameEvidence: [Evidence] {
    let name = resource.root.at("metadata", "name").map { ($0, "metadata.name") }
    let prefix = resource.root.at("metadata", "generateName").map { ($0, "metadata.generateName") }
    return (name ?? prefix).map { [Evidence($0.0, path: $0.1, in: resource.file)] } ?? []
  }

  private mutating func readFacts() {
    let spec = resource.root["spec"]
    if resource.kind == .pod { podAddresses = Self.podAddresses(resource.root["status"]) }
    switch resource.kind {
    case .persistentVolumeClaim: facts = .claim(Claim(spec))
    case .persistentVolume: facts = .volumeResource(VolumeResource(spec))
    case .referenceGrant: facts = .referenceGrant(ReferenceGrant(spec))
    case .horizontalPodAutoscaler: facts = .autoscaler(AutoscalerBounds(spec))
    default:
      if let found = PolicyKind.policy(in: resource) {
        facts = .networkPolicy(found.policy)
        diagnostics += found.diagnostics
      } else if let service = Service(resource) {
        facts = .service(service)
      } else if let entry = Entry(resource) {
        facts = .entry(entry)
      } else if !templates.isEmpty {
        var scale = Workload.Scale(resource.kind, spec)
        if let count = shared.value.shapedCount { scale = .replicas(count) }
        // Each template has a number of its own.
        if templates.contains(where: { $0.count != nil }) { scale = .unstated }
        facts = .workload(
          Workload(
            scale: scale, statesReplicas: spec?["replicas"] != nil, templates: templates,
            life: WorkloadLife(resource.kind, spec), hook: Hook.words(resource.root["metadata"]),
            shares: RevisionShare.all(of: resource)))
      }
    }
  }

  private static func podAddresses(_ status: Value?) -> [String] {
    [status?["podIP"]?.text].compactMap(\.self) + (status?["podIPs"]?.items ?? []).compactMap { $0["ip"]?.text }
  }

  private static func controller(in metadata: Value, file: String) -> Controller? {
    guard let list = metadata["ownerReferences"], list.isSequence else { return nil }
    for (index, owner) in list.items.enumerated() where owner["controller"]?.boolean == true {
      guard let kind = owner["kind"]?.text, let name = owner["name"], let text = name.text else { continue }
      return Controller(
        kind: ResourceKind(apiVersion: owner["apiVersion"]?.text ?? "", kind: kind), name: text,
        evidence: Evidence(name, path: "metadata.ownerReferences[\(index)].name", in: file))
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func misfit(_ misfit: RuleIndex.Misfit, _ kind: ResourceKind, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "\(misfit.path) of the \(kind.name) \(misfit.shape.words)")
  }

  fileprivate static func noContainers(_ resource: Resource) -> Diagnostic {
    Diagnostic(
      .warning, at: resource.place, topic: .noContainers,
      "the \(resource.kind.name) '\(resource.name.shortened())' has no containers; "
        + "if it is a patch, draw what it is applied to")
  }
}
