import PodmapManifests
import PodmapTopology

/// What differs between two pod templates beside their containers.
struct PodDetails {
  private(set) var details: [Detail] = []

  /// Compares the `spec` of both.
  init(_ old: Field, _ new: Field) {
    let reader = DeclaredReader(.pod)
    let (own, other) = (reader.podSpec(old.value), reader.podSpec(new.value))
    guard own != other else { return }
    var parts: [ChangedPart: [FieldDifference]] = [:]
    for field in Set(own.fields.keys).union(other.fields.keys).sorted() where own[field] != other[field] {
      let part = Self.part(of: field)
      if part == .volumes {
        parts[part] = Self.volumes(own[field]?.items ?? [], other[field]?.items ?? [])
        continue
      }
      // What belongs to a part is known without the whole path.
      let path = part == .fields ? new.path.appending(field).text : field
      parts[part, default: []] += FieldDifference.all(own[field], other[field], at: path)
    }
    details = [ChangedPart.volumes, .security, .placement, .fields].compactMap { part in
      parts[part].map { Detail(part, $0) }
    }
  }

  private static func volumes(_ old: [Declared], _ new: [Declared]) -> [FieldDifference] {
    ListAlignment(old, new, .free(["name"])).pairs.flatMap { pair in
      FieldDifference.all(
        pair.old?.without("name"), pair.new?.without("name"), at: FieldPath().appending(pair.name).text)
    }
  }

  private static func part(of field: String) -> ChangedPart {
    switch field {
    case "volumes": .volumes
    case "securityContext", "serviceAccountName", "serviceAccount", "automountServiceAccountToken", "hostNetwork",
      "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace":
      .security
    case "nodeSelector", "nodeName", "affinity", "tolerations", "topologySpreadConstraints", "schedulerName",
      "priorityClassName", "priority", "preemptionPolicy", "runtimeClassName", "schedulingGates":
      .placement
    default: .fields
    }
  }
}
