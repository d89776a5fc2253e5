import PodmapManifests
import PodmapTopology

/// Writes one of the workloads that a pod is split into.
struct SplitWorkload {
  let plan: SplitPlan
  let group: SplitGroup
  /// What could not be carried over.
  private(set) var diagnostics: [Diagnostic] = []
  private let place: Place

  init(_ plan: SplitPlan, _ group: SplitGroup, place: Place) {
    self.plan = plan
    self.group = group
    self.place = place
  }

  private var pod: SplitPod { plan.pod }

  /// Writes the workload; `containers` are the new containers by position, `serviceName` the governing Service of a
  /// StatefulSet.
  mutating func draft(_ containers: [Int: Draft], serviceName: String?) -> Draft {
    let spec = podSpec(containers)
    let template: Draft = ["metadata": templateMetadata, "spec": spec]
    if pod.kind == .pod { return fromPod(template, spec) }
    var draft = pod.draft
    draft.comments = []
    if !draft.fields.isEmpty { draft.fields[0].value.comments = [] }
    draft["metadata"] = metadata(of: pod.draft["metadata"])
    draft["status"] = nil
    if pod.kind == .cronJob {
      draft.change(at: (pod.keys.dropLast() + []).map { .key($0) }) { $0["template"] = template }
      return draft
    }
    draft[path: "spec", "template"] = template
    switch pod.kind {
    case .replicationController: draft[path: "spec", "selector"] = plan.selector(of: group)
    case .job:
      if draft[path: "spec", "selector"] != nil {
        draft[path: "spec", "selector", "matchLabels"] = plan.selector(of: group)
      }
    default: draft[path: "spec", "selector", "matchLabels"] = plan.selector(of: group)
    }
    if pod.kind == .statefulSet {
      if let serviceName { draft[path: "spec", "serviceName"] = Draft(serviceName) }
      let used = Self.volumeNames(containers.values)
      let claims = draft[path: "spec", "volumeClaimTemplates"]?.items.filter { claim in
        claim[path: "metadata", "name"]?.text.map(used.contains) ?? false
      }
      draft[path: "spec", "volumeClaimTemplates"] = claims.flatMap { $0.isEmpty ? nil : Draft($0) }
      if claims?.isEmpty == false, group.name != pod.name {
        diagnostics.append(.newClaims(pod.title, group.name, place))
      }
    }
    return draft
  }

  private func fromPod(_ template: Draft, _ spec: Draft) -> Draft {
    var draft: Draft = [
      "apiVersion": plan.newKind == .job ? "batch/v1" : "apps/v1", "kind": Draft(plan.newKind.rawValue),
      "metadata": metadata(of: pod.draft["metadata"]),
    ]
    if plan.newKind == .job {
      draft["spec"] = ["template": template]
    } else {
      draft["spec"] = [
        "replicas": 1, "selector": ["matchLabels": plan.selector(of: group)], "template": template,
      ]
    }
    return draft
  }

  // MARK: - Metadata

  /// Fields that the cluster sets, or that only apply to the old object.
  private static let ofTheCluster = [
    "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "selfLink", "managedFields",
    "generateName", "ownerReferences", "finalizers", "deletionGracePeriodSeconds",
  ]

  private func metadata(of old: Draft?) -> Draft {
    var new: Draft = ["name": Draft(group.name)]
    new["name"]?.comments = []
    for field in old?.fields ?? [] where field.key != "name" && !Self.ofTheCluster.contains(field.key) {
      // A bare pod's annotations belong to the template.
      if pod.kind == .pod, field.key == "annotations" { continue }
      new[field.key] = field.value
    }
    if pod.kind == .pod || new["labels"] != nil {
      var labels = pod.kind == .pod ? plan.labels(of: group) : new["labels"] ?? Draft([Draft.Field]())
      labels[plan.labelKey] = Draft(group.name)
      new["labels"] = labels
    }
    if var annotations = new["annotations"] {
      annotations.fields.removeAll { Self.isStale($0.key) }
      new["annotations"] = annotations.isEmpty ? nil : annotations
    }
    return new
  }

  private static func isStale(_ annotation: String) -> Bool {
    annotation == "kubectl.kubernetes.io/last-applied-configuration"
      || annotation == "deployment.kubernetes.io/revision"
  }

  private var templateMetadata: Draft {
    var metadata = pod.draft.value(at: (pod.keys + ["metadata"]).map { .key($0) }) ?? Draft([Draft.Field]())
    if pod.kind == .pod { metadata.fields.removeAll { !["labels", "annotations"].contains($0.key) } }
    metadata.fields.removeAll { Self.ofTheCluster.contains($0.key) }
    metadata["labels"] = plan.labels(of: group)
    if var annotations = metadata["annotations"] {
      annotations.fields.removeAll { !belongsHere($0) }
      metadata["annotations"] = annotations.isEmpty ? nil : annotations
    }
    return metadata
  }

  /// Whether an annotation of the pod applies to this group: not if it names a container or port of another one.
  private func belongsHere(_ annotation: Draft.Field) -> Bool {
    let key = annotation.key
    if Self.isStale(key) { return false }
    let names = Set(pod.template.containers.map(\.name))
    let own = Set(group.containers.map(pod.name(of:)))
    let appArmor = "container.apparmor.security.beta.kubernetes.io/"
    if key.hasPrefix(appArmor) { return own.contains(String(key.dropFirst(appArmor.count))) }
    if key.hasPrefix("kubectl.kubernetes.io/default-"), let name = annotation.value.text, names.contains(name) {
      return own.contains(name)
    }
    if key.hasPrefix("prometheus.io/"),
      let port = pod.draft.value(at: (pod.keys + ["metadata", "annotations"]).map { .key($0) })?["prometheus.io/port"],
      let owner = plan.owner(ofPort: port.integer, named: nil)
    {
      return group.containers.contains(owner.container)
    }
    return true
  }

  // MARK: - The pod

  private mutating func podSpec(_ containers: [Int: Draft]) -> Draft {
    var spec = pod.spec
    let roles = pod.template.containers
    let hasApp = group.containers.contains { roles[$0].role == .app }
    var (initial, running): ([Draft], [Draft]) = ([], [])
    for position in group.containers {
      guard var container = containers[position] else { continue }
      switch roles[position].role {
      case .initial: initial.append(container)
      case .app: running.append(container)
      // A native sidecar with nothing to serve becomes an app container.
      case .sidecar where !hasApp && !plan.copies.contains(position):
        container["restartPolicy"] = nil
        running.append(container)
        diagnostics.append(.isApp(pod.name(of: position), place))
      case .sidecar: initial.append(container)
      case .ephemeral: break
      }
    }
    for position in initial.indices { dropForeignVariables(of: &initial[position]) }
    for position in running.indices { dropForeignVariables(of: &running[position]) }
    if !initial.isEmpty {
      replace("initContainers", in: &spec, by: initial)
    } else {
      spec["initContainers"] = nil
    }
    replace("containers", in: &spec, by: running)
    if spec["ephemeralContainers"] != nil {
      spec["ephemeralContainers"] = nil
      lose("ephemeralContainers", "a template can't contain them", in: &spec)
    }
    if spec["resources"] != nil {
      spec["resources"] = nil
      lose("resources of the whole pod", "the manifest does not say how to divide them", in: &spec)
    }
    if spec["shareProcessNamespace"] != nil, group.containers.filter({ roles[$0].role != .initial }).count == 1 {
      spec["shareProcessNamespace"] = nil
      if pod.template.sharesProcessNamespace {
        lose("shareProcessNamespace", "its containers are now in different pods", in: &spec)
      }
    }
    volumes(in: &spec, containers)
    narrowSelectors(in: &spec)
    return spec
  }

  private func replace(_ list: String, in spec: inout Draft, by items: [Draft]) {
    var new = Draft(items)
    new.comments = spec[list]?.comments ?? []
    new.remark = spec[list]?.remark
    spec[list] = new
  }

  /// Reports, in a comment and in a message, that something was dropped.
  private mutating func lose(_ what: String, _ why: String, in spec: inout Draft) {
    if var containers = spec["containers"] {
      containers.comments.append("podmap: \(what) of \(pod.title) not carried over: \(why)")
      spec["containers"] = containers
    }
    diagnostics.append(.lost(what, of: pod.title, in: group.name, why, place))
  }

  private static func volumeNames(_ containers: some Collection<Draft>) -> Set<String> {
    Set(
      containers.flatMap { container in
        ["volumeMounts", "volumeDevices"].flatMap { container[$0]?.items.compactMap { $0["name"]?.text } ?? [] }
      })
  }

  private mutating func volumes(in spec: inout Draft, _ containers: [Int: Draft]) {
    guard let all = spec["volumes"]?.items else { return }
    let used = Self.volumeNames(group.containers.compactMap { containers[$0] })
    let everywhere = Self.volumeNames(pod.places.keys.compactMap { pod.container($0) })
    let isFirst = group.name == plan.groups.first?.name
    var kept: [Draft] = []
    for var volume in all {
      guard let name = volume["name"]?.text else { continue }
      // A volume that nothing mounts may have some other use, so it is kept once.
      guard used.contains(name) || isFirst && !everywhere.contains(name) else { continue }
      if let others = lostCompanions(volume: name) {
        volume.comments.append(
          "podmap: was shared with \(others.joined(separator: ", ")); to share it again, use one claim that "
            + "several pods can mount (ReadWriteMany)")
        diagnostics.append(.unshared(name, of: pod.title, in: group.name, others, place))
      }
      dropForeignFields(of: &volume)
      kept.append(volume)
    }
    if kept.isEmpty {
      spec["volumes"] = nil
    } else {
      replace("volumes", in: &spec, by: kept)
    }
  }

  /// The containers in other groups that used to share a volume whose data is in the pod.
  private func lostCompanions(volume name: String) -> [String]? {
    guard let volume = pod.template.volumes.first(where: { $0.name == name }) else { return nil }
    switch volume.source {
    case .pod, .claimTemplate: break
    case .hostPath, .object, .projected, .driver, .undeclared: return nil
    }
    let others = Set(volume.mounts.map(\.container)).filter {
      !group.containers.contains($0) && !plan.copies.contains($0) && pod.template.containers[$0].role != .initial
    }
    return others.isEmpty ? nil : others.sorted().map(pod.name(of:))
  }

  /// Facts about a container that is now in another pod can't be read any more.
  private mutating func dropForeignFields(of volume: inout Draft) {
    let own = Set(group.containers.map(pod.name(of:)))
    func isForeign(_ item: Draft) -> Bool {
      item[path: "resourceFieldRef", "containerName"]?.text.map { !own.contains($0) } ?? false
    }
    var dropped: [String] = []
    func clean(_ items: [Draft]) -> [Draft] {
      items.filter { item in
        if isForeign(item) { dropped.append(item["path"]?.text ?? "") }
        return !isForeign(item)
      }
    }
    if let items = volume[path: "downwardAPI", "items"]?.items {
      volume[path: "downwardAPI", "items"] = Draft(clean(items))
    }
    if var sources = volume[path: "projected", "sources"]?.items {
      for position in sources.indices {
        if let items = sources[position][path: "downwardAPI", "items"]?.items {
          sources[position][path: "downwardAPI", "items"] = Draft(clean(items))
        }
      }
      volume[path: "projected", "sources"] = Draft(sources)
    }
    for path in dropped {
      let why = "the container that it is about is in another pod"
      volume.comments.append("podmap: the file \(path) is not carried over: \(why)")
      diagnostics.append(.lost("the file \(path)", of: pod.title, in: group.name, why, place))
    }
  }

  /// Variables about a container that is now in another pod would keep the pod from starting.
  private mutating func dropForeignVariables(of container: inout Draft) {
    let own = Set(group.containers.map(pod.name(of:)))
    guard let variables = container["env"]?.items else { return }
    var kept: [Draft] = []
    var comments: [String] = []
    for variable in variables {
      guard let name = variable[path: "valueFrom", "resourceFieldRef", "containerName"]?.text, !own.contains(name)
      else {
        kept.append(variable)
        continue
      }
      let what = "the variable \(variable["name"]?.text ?? "")"
      let why = "it is about the container \(name), which is in another pod"
      comments.append("podmap: \(what) is not carried over: \(why)")
      diagnostics.append(.lost(what, of: pod.title, in: group.name, why, place))
    }
    guard !comments.isEmpty else { return }
    replace("env", in: &container, by: kept)
    container["env"]?.comments += comments
  }

  /// Placement rules that refer to the pod's own kind now refer to this group.
  private func narrowSelectors(in spec: inout Draft) {
    for list in ["podAffinity", "podAntiAffinity"] {
      guard var rules = spec[path: "affinity", list] else { continue }
      if let terms = rules["requiredDuringSchedulingIgnoredDuringExecution"]?.items {
        rules["requiredDuringSchedulingIgnoredDuringExecution"] = Draft(terms.map(narrowed))
      }
      if var terms = rules["preferredDuringSchedulingIgnoredDuringExecution"]?.items {
        for position in terms.indices {
          terms[position]["podAffinityTerm"] = terms[position]["podAffinityTerm"].map(narrowed)
        }
        rules["preferredDuringSchedulingIgnoredDuringExecution"] = Draft(terms)
      }
      spec[path: "affinity", list] = rules
    }
    if let constraints = spec["topologySpreadConstraints"]?.items {
      spec["topologySpreadConstraints"] = Draft(constraints.map(narrowed))
    }
  }

  /// Whether a selector asks for the labels of this pod by value, in either notation.
  private func meansOwnKind(_ selector: Draft) -> Bool {
    var asked = selector["matchLabels"]?.texts.map { ($0.key, $0.value) } ?? []
    for expression in selector["matchExpressions"]?.items ?? [] {
      let values = expression["values"]?.items.compactMap(\.text) ?? []
      guard expression["operator"]?.text == "In", values.count == 1, let key = expression["key"]?.text else {
        return false
      }
      asked.append((key, values[0]))
    }
    return !asked.isEmpty
      && asked.allSatisfy { key, value in pod.template.labels.contains { $0.key == key && $0.value == value } }
  }

  private func narrowed(_ term: Draft) -> Draft {
    guard let selector = term["labelSelector"], meansOwnKind(selector) else { return term }
    var term = term
    term[path: "labelSelector", "matchLabels", plan.labelKey] = Draft(group.name)
    return term
  }
}

extension Diagnostic {
  fileprivate static func isApp(_ container: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "\(container) is now an app container instead of a sidecar (restartPolicy: Always), because it has its own pod")
  }

  fileprivate static func lost(
    _ what: String, of title: String, in group: String, _ why: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, "\(what) of \(title) is not carried over to \(group): \(why); add it there if it is needed")
  }

  fileprivate static func unshared(
    _ volume: String, of title: String, in group: String, _ others: [String], _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(group) no longer shares the volume '\(volume)' of \(title) with \(others.joined(separator: ", ")); "
        + "give them a claim that several pods can mount, or omit --separate-all")
  }

  fileprivate static func newClaims(_ title: String, _ group: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the claims of StatefulSet/\(group) have different names from those of \(title), so it starts without data; "
        + "copy what it needs")
  }
}
