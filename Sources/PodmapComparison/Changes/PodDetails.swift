import PodmapManifests
import PodmapTopology

/// What differs between two pod templates apart from their containers.
struct PodDetails {
  private(set) var details: [Detail] = []

  /// Compares the `spec` of both.
  init(_ old: Field, _ new: Field) {
    let reader = DeclaredReader(.pod)
    let (own, other) = (reader.podSpec(old.value), reader.podSpec(new.value))
    guard own != other else { return }
    var parts: [ChangeKind: [FieldDifference]] = [:]
    for field in Set(own.fields.keys).union(other.fields.keys).sorted() where own[field] != other[field] {
      let part = Self.part(of: field)
      if part == .volumesChanged {
        parts[part] = Self.volumes(own[field]?.items ?? [], other[field]?.items ?? [])
        continue
      }
      // Only in `fieldsChanged` does the reader need the whole path.
      let path = part == .fieldsChanged ? new.path.appending(field).text : field
      parts[part, default: []] += FieldDifference.all(own[field], other[field], at: path)
    }
    details = [ChangeKind.volumesChanged, .securityChanged, .placementChanged, .fieldsChanged].compactMap { part in
      parts[part].map { Detail(part, $0) }
    }
  }

  private static func volumes(_ old: [Declared], _ new: [Declared]) -> [FieldDifference] {
    ListAlignment(old, new, .free(["name"])).pairs.flatMap { pair in
      FieldDifference.all(
        pair.old?.without("name"), pair.new?.without("name"), at: FieldPath().appending(pair.name).text)
    }
  }

  private static func part(of field: String) -> ChangeKind {
    switch field {
    case "volumes": .volumesChanged
    case "securityContext", "serviceAccountName", "serviceAccount", "automountServiceAccountToken", "hostNetwork",
      "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace":
      .securityChanged
    case "nodeSelector", "nodeName", "affinity", "tolerations", "topologySpreadConstraints", "schedulerName",
      "priorityClassName", "priority", "preemptionPolicy", "runtimeClassName", "schedulingGates":
      .placementChanged
    default: .fieldsChanged
    }
  }
}
