package import PodmapDiagrams

/// A kind of change: one row of the list from which reports, JSON, the JSON Schema and the documents derive.
package struct ChangeKind: Sendable, Hashable {
  /// The `kind` in JSON: `imageChanged`.
  package let name: String
  /// What a report calls it: "image changed".
  package let words: StaticString
  /// How a report or picture marks it.
  package let mark: ChangeMark
  /// What `from` and `to` contain, for the documents.
  package let values: String
  /// The fields that it reports, so that `fieldsChanged` and the like don't report them again.
  let fields: [ReportedField]

  private init(
    _ name: String, _ words: StaticString, _ mark: ChangeMark = .changed, values: String, fields: [ReportedField] = []
  ) {
    self.name = name
    self.words = words
    self.mark = mark
    self.values = values
    self.fields = fields
  }

  package static func == (left: ChangeKind, right: ChangeKind) -> Bool {
    left.name == right.name && left.words.description == right.words.description
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// All kinds, in the order in which the changes of one object are listed.
  package static let all: [ChangeKind] = [
    // Workloads: which one it is, then how many pods it has.
    .workloadRemoved, .workloadAdded, .workloadKindChanged, .workloadRenamed, .replicasChanged, .scheduleChanged,
    // Containers: where it is, then what it is, then what readers of a review look for first.
    .containerRemoved, .containerAdded, .containerMoved, .containerRenamed, .roleChanged, .imageChanged,
    .portsChanged, .requestsChanged, .limitsChanged, .probesChanged, .environmentChanged, .commandChanged,
    .mountsChanged,
    // Containers and pods.
    .volumesChanged, .securityChanged, .placementChanged,
    // Services.
    .serviceRemoved, .serviceAdded, .serviceTypeChanged, .servicePortsChanged, .serviceTargetsChanged,
    // Other objects.
    .policyRemoved, .policyAdded, .policyChanged, .objectRemoved, .objectAdded, .configurationChanged,
    .fieldsChanged,  // after all kinds that say what the fields are about
    // Calls follow from everything above.
    .callChanged, .callRemoved, .callAdded,
  ]

  private static let positions = Dictionary(all.enumerated().map { ($1.name, $0) }) { first, _ in first }

  /// The position in the list; `nil` for a kind that the list lacks.
  var position: Int? { Self.positions[name] }
}

// MARK: - Workloads

extension ChangeKind {
  private static let scale = "the number of pods, or the schedule"
  private static let scaleFields: [ReportedField] = [
    "spec.replicas", "spec.completions", "spec.parallelism", "spec.schedule",
  ]

  static let workloadRemoved = ChangeKind("workloadRemoved", "workload removed", .removed, values: scale)
  static let workloadAdded = ChangeKind("workloadAdded", "workload added", .added, values: scale)
  /// All its containers are in one workload of another kind.
  static let workloadKindChanged = ChangeKind("workloadKindChanged", "workload kind changed", values: "the kinds")
  /// All its containers are in one workload with another name.
  static let workloadRenamed = ChangeKind("workloadRenamed", "workload renamed", values: "the names")
  static let replicasChanged = ChangeKind(
    "replicasChanged", "replicas changed", values: scale, fields: scaleFields)
  /// The same in JSON.
  static let scheduleChanged = ChangeKind(
    "replicasChanged", "schedule changed", values: scale, fields: scaleFields)
}

// MARK: - Containers and pods

extension ChangeKind {
  private static let image = "the image"
  private static let everything = "the full list"

  static let containerRemoved = ChangeKind("containerRemoved", "container removed", .removed, values: image)
  static let containerAdded = ChangeKind("containerAdded", "container added", .added, values: image)
  static let containerMoved = ChangeKind(
    "containerMoved", "container moved", .moved, values: "the IDs of the pods")
  static let containerRenamed = ChangeKind("containerRenamed", "container renamed", values: "the names")
  static let roleChanged = ChangeKind(
    "roleChanged", "role changed", values: "the roles", fields: ["restartPolicy"])
  static let imageChanged = ChangeKind("imageChanged", "image changed", values: "the images", fields: ["image"])
  static let portsChanged = ChangeKind(
    "portsChanged", "ports changed", values: everything,
    fields: [ReportedField("ports", only: ["containerPort", "name", "protocol", "hostPort"])])
  static let requestsChanged = ChangeKind(
    "requestsChanged", "requests changed", values: everything, fields: ["resources.requests"])
  static let limitsChanged = ChangeKind(
    "limitsChanged", "limits changed", values: everything, fields: ["resources.limits"])
  static let probesChanged = ChangeKind(
    "probesChanged", "probes changed", values: everything,
    fields: ["startupProbe", "readinessProbe", "livenessProbe"].map { ReportedField($0, only: ReportedField.ofProbes) })
  static let environmentChanged = ChangeKind(
    "environmentChanged", "environment changed",
    values: "the variables that differ: `LEVEL=debug`, `USER from Secret db, key user`, `all of ConfigMap app`")
  static let commandChanged = ChangeKind(
    "commandChanged", "command changed", values: "the fields of `command` and `args` that differ")
  static let mountsChanged = ChangeKind(
    "mountsChanged", "mounts changed", values: "the fields of mounts that differ")
  static let volumesChanged = ChangeKind(
    "volumesChanged", "volumes changed",
    values: "the fields of a pod's volumes that differ; for a container that has moved, by mount path")
  static let securityChanged = ChangeKind(
    "securityChanged", "security changed",
    values: "security contexts, the service account, host namespaces; of a container or of a pod")
  static let placementChanged = ChangeKind(
    "placementChanged", "placement changed", values: "node selectors, affinity, tolerations, spread, priority")
}

// MARK: - Services, other objects, calls

extension ChangeKind {
  private static let ports = "the ports"
  private static let nothing = "nothing"
  private static let nothingOfOthers = "nothing; an object of any other kind"
  private static let travel = "how the call travels"

  static let serviceRemoved = ChangeKind("serviceRemoved", "Service removed", .removed, values: ports)
  static let serviceAdded = ChangeKind("serviceAdded", "Service added", .added, values: ports)
  static let serviceTypeChanged = ChangeKind(
    "serviceTypeChanged", "Service type changed", values: "the type", fields: ["spec.type", "spec.clusterIP"])
  static let servicePortsChanged = ChangeKind(
    "servicePortsChanged", "Service ports changed", values: ports,
    fields: [ReportedField("spec.ports", only: ["port", "targetPort", "nodePort", "name", "protocol"])])
  static let serviceTargetsChanged = ChangeKind(
    "serviceTargetsChanged", "Service targets changed", values: "the IDs of what it leads to")
  static let policyRemoved = ChangeKind("policyRemoved", "policy removed", .removed, values: nothing)
  static let policyAdded = ChangeKind("policyAdded", "policy added", .added, values: nothing)
  static let policyChanged = ChangeKind(
    "policyChanged", "policy changed",
    values: "the fields of a PodDisruptionBudget, or of an object whose kind ends in `Policy`")
  /// An object that is neither a workload, nor a Service, nor a policy.
  static let objectRemoved = ChangeKind("objectRemoved", "object removed", .removed, values: nothingOfOthers)
  static let objectAdded = ChangeKind("objectAdded", "object added", .added, values: nothingOfOthers)
  static let configurationChanged = ChangeKind(
    "configurationChanged", "configuration changed",
    values: "the keys of a ConfigMap or Secret that differ, with short values")
  static let fieldsChanged = ChangeKind(
    "fieldsChanged", "fields changed", values: "every other field of any object, pod or container")
  static let callChanged = ChangeKind("callChanged", "call changed", values: travel)
  static let callRemoved = ChangeKind("callRemoved", "call removed", .removed, values: travel)
  static let callAdded = ChangeKind("callAdded", "call added", .added, values: travel)
}
