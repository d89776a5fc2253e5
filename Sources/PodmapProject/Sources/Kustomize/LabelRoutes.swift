internal import PodmapManifests
internal import PodmapTopology

/// A field that contains labels or annotations.
struct LabelRoute: Sendable {
  /// `nil` for all kinds.
  let kind: String?
  let group: String?
  let route: FieldRoute
  /// Whether the field is added if it is absent.
  let isCreated: Bool

  init(_ kind: ResourceKind? = nil, _ route: FieldRoute, isCreated: Bool = true) {
    self.kind = kind?.name
    group = nil
    self.route = route
    self.isCreated = isCreated
  }

  /// A row of `fields`.
  init?(_ value: Value) {
    guard let path = value["path"]?.text else { return nil }
    kind = value["kind"]?.text
    group = value["group"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    route = FieldRoute(path)
    isCreated = value["create"]?.boolean ?? false
  }

  func isFor(_ object: KustomizedObject) -> Bool {
    guard kind == nil || kind == object.kind.name else { return false }
    guard let group else { return true }
    return group == ResourceKind.group(of: object.draft["apiVersion"]?.text ?? "")
  }
}

/// Where the API has labels and selectors.
enum LabelRoutes {
  static let object = LabelRoute(nil, "metadata/labels")

  /// Labels of objects and of what their templates make.
  static let templates =
    [object] + inTemplates("labels") + [LabelRoute(.statefulSet, "spec/volumeClaimTemplates/metadata/labels")]

  static let annotations = [LabelRoute(nil, "metadata/annotations")] + inTemplates("annotations")

  static let all = templates + selectors + placements

  private static let workloads: [ResourceKind] = [
    .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job, .cronJob,
  ]

  private static func inTemplates(_ field: String) -> [LabelRoute] {
    workloads.map { kind in
      LabelRoute(kind, FieldRoute(PodTemplateFinder.keys(of: kind) ?? []) + FieldRoute("metadata/\(field)"))
    } + [LabelRoute(.cronJob, FieldRoute("spec/jobTemplate/metadata/\(field)"))]
  }

  private static let selectors = [
    LabelRoute(.service, "spec/selector"),
    LabelRoute(.replicationController, "spec/selector"),
    LabelRoute(.deployment, "spec/selector/matchLabels"),
    LabelRoute(.replicaSet, "spec/selector/matchLabels"),
    LabelRoute(.daemonSet, "spec/selector/matchLabels"),
    LabelRoute(.statefulSet, "spec/selector/matchLabels"),
    LabelRoute(.job, "spec/selector/matchLabels", isCreated: false),
    LabelRoute(.cronJob, "spec/jobTemplate/spec/selector/matchLabels", isCreated: false),
    LabelRoute("PodDisruptionBudget", "spec/selector/matchLabels", isCreated: false),
    LabelRoute("NetworkPolicy", "spec/podSelector/matchLabels", isCreated: false),
    LabelRoute("NetworkPolicy", "spec/ingress/from/podSelector/matchLabels", isCreated: false),
    LabelRoute("NetworkPolicy", "spec/egress/to/podSelector/matchLabels", isCreated: false),
  ]

  /// The selectors with which pods choose the nodes of others.
  private static let placements = [ResourceKind.deployment, .statefulSet].flatMap { kind in
    [
      "affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
      "affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution",
      "affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
      "affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution",
      "topologySpreadConstraints",
    ].map { (term: String) in
      LabelRoute(kind, FieldRoute("spec/template/spec/\(term)/labelSelector/matchLabels"), isCreated: false)
    }
  }
}
