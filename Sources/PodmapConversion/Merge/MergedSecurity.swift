import PodmapManifests
import PodmapTopology

/// Moves fields of the pods' security contexts into their containers if the pods differ.
enum MergedSecurity {
  /// The fields that a container's security context has too, where they override the pod's.
  private static let shared = [
    "runAsUser", "runAsGroup", "runAsNonRoot", "seLinuxOptions", "seccompProfile", "appArmorProfile", "windowsOptions",
  ]

  static func lower(_ members: inout [MergeMember], _ report: inout MergeReport) {
    for key in shared {
      let given = members.map { $0.spec["securityContext"]?[key] }
      guard let first = given.firstNonNil(\.self) else { continue }
      if given.allSatisfy({ $0?.means(first) ?? false }) { continue }
      for position in members.indices {
        guard let value = given[position] else { continue }
        report.note(
          at: members[position].place(inSpec: "securityContext", key),
          "securityContext.\(key) of the \(members[position].title) is moved into each of its containers, "
            + "because the pods have different values")
        var spec = members[position].spec
        for list in PodTemplateFinder.containerLists { spec.changeItems(list) { $0.inherit(key, value) } }
        spec["securityContext"]?[key] = nil
        if spec["securityContext"]?.fields.isEmpty == true { spec["securityContext"] = nil }
        members[position].spec = spec
      }
    }
  }
}

extension Draft {
  /// Gives a container a field of its pod's security context, unless it has its own.
  fileprivate mutating func inherit(_ key: String, _ value: Draft) {
    var context = self["securityContext"] ?? [:]
    var own = context[key] ?? [:]
    if own.isEmpty {
      context[key] = value
    } else if key == "windowsOptions" {
      // The only field that is joined field by field.
      for field in value.fields where own[field.key] == nil { own[field.key] = field.value }
      context[key] = own
    }
    self["securityContext"] = context
  }
}
