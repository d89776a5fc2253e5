import PodmapManifests
import PodmapTopology

/// Gives containers and volumes names that are unique in the merged pod.
struct MergedNames {
  /// Renames different things that have the same name in several workloads.
  static func settle(_ members: inout [MergeMember], _ report: inout MergeReport) {
    settleVolumes(&members, &report)
    settleContainers(&members, &report)
  }

  // MARK: - Volumes

  private static func settleVolumes(_ members: inout [MergeMember], _ report: inout MergeReport) {
    var taken = Set(members.flatMap { Self.volumeNames(of: $0) })
    let all = members.map(Self.volumeNames)
    for name in all.joined().uniqued {
      let owners = members.indices.filter { all[$0].contains(name) }
      guard owners.count > 1, !isOneVolume(owners.map { members[$0] }, name) else { continue }
      for owner in owners {
        let new = free("\(members[owner].name)-\(name)", limit: Limit.dnsLabel.value, &taken)
        report.note(
          at: place(ofVolume: name, in: members[owner]),
          "the volume '\(name.shortened())' of the \(members[owner].title) is named '\(new.shortened())' in the "
            + "result, because another one has its name")
        members[owner].volumeNames[name] = new
      }
    }
    for position in members.indices where !members[position].volumeNames.isEmpty {
      let names = members[position].volumeNames
      members[position].spec = members[position].spec.renamingVolumes(names)
      if let templates = members[position].value(["spec", "volumeClaimTemplates"]) {
        members[position].draft.change(at: [.key("spec"), .key("volumeClaimTemplates")]) { draft in
          draft.items = templates.items.map { item in
            var item = item
            if let name = item[path: "metadata", "name"]?.text, let new = names[name] {
              item[path: "metadata", "name"] = item[path: "metadata", "name"]?.withText(new)
            }
            return item
          }
        }
      }
    }
  }

  private static func volumeNames(of member: MergeMember) -> [String] {
    let templates = member.value(["spec", "volumeClaimTemplates"])?.items ?? []
    return
      ((member.spec["volumes"]?.items ?? []).compactMap { $0["name"]?.text }
      + templates.compactMap { $0[path: "metadata", "name"]?.text }).uniqued
  }

  /// Whether volumes with the same name are one volume, rather than two that are initially empty.
  private static func isOneVolume(_ owners: [MergeMember], _ name: String) -> Bool {
    let found = owners.map { owner -> Draft? in
      let templates = owner.value(["spec", "volumeClaimTemplates"])?.items ?? []
      if templates.contains(where: { $0[path: "metadata", "name"]?.text == name }) { return nil }
      return owner.spec["volumes"]?.items.first { $0["name"]?.text == name }
    }
    guard let first = found.first.flatMap(\.self), first.keys.allSatisfy({ $0 != "emptyDir" && $0 != "ephemeral" }),
      first.fields.count > 1
    else { return false }
    return found.allSatisfy { $0?.means(first) ?? false }
  }

  private static func place(ofVolume name: String, in member: MergeMember) -> Place {
    let items = member.spec["volumes"]?.items ?? []
    if let index = items.firstIndex(where: { $0["name"]?.text == name }) { return member.place(of: "volumes", index) }
    return member.place(["spec", "volumeClaimTemplates"])
  }

  // MARK: - Containers

  private static func settleContainers(_ members: inout [MergeMember], _ report: inout MergeReport) {
    let all = members.map { member in member.containers.compactMap { $0.draft["name"]?.text } }
    var taken = Set(all.joined())
    for name in all.joined().uniqued {
      let owners = members.indices.filter { all[$0].contains(name) }
      guard owners.count > 1, !isOneContainer(owners.map { members[$0] }, name) else { continue }
      // The container that is named like its workload has the best claim to the name.
      let keeper = owners.first { members[$0].name == name }
      for owner in owners where owner != keeper {
        let new = free("\(members[owner].name)-\(name)", limit: Limit.dnsLabel.value, &taken)
        report.note(
          at: members[owner].place(ofContainer: name),
          "the container '\(name.shortened())' of the \(members[owner].title) is named '\(new.shortened())' in the "
            + "result, because another one has its name")
        members[owner].containerNames[name] = new
      }
    }
    for position in members.indices where !members[position].containerNames.isEmpty {
      members[position].template = members[position].template
        .renamingContainers(members[position].containerNames)
    }
  }

  /// Whether containers with the same name are one: in the same list and with the same content.
  static func isOneContainer(_ owners: [MergeMember], _ name: String) -> Bool {
    let found = owners.compactMap { owner in owner.containers.first { $0.draft["name"]?.text == name } }
    guard found.count == owners.count else { return false }
    return found.allSatisfy { $0.list == found[0].list && $0.draft.means(found[0].draft) }
  }

  /// A name that is unused and within the length that Kubernetes allows.
  private static func free(_ name: String, limit: Int, _ taken: inout Set<String>) -> String {
    var base = name.replacing(".", with: "-")
    func cut(_ end: String) -> String {
      var text = String(base.prefix(limit - end.count))
      while text.hasSuffix("-") { text.removeLast() }
      return text + end
    }
    if base.isEmpty { base = "merged" }
    var candidate = cut("")
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = cut("-\(number)")
      number += 1
    }
    return candidate
  }
}

extension MergeMember {
  /// The containers of its pod, with the list that each is in.
  var containers: [(list: String, draft: Draft)] {
    PodTemplateFinder.containerLists.flatMap { list in (spec[list]?.items ?? []).map { (list, $0) } }
  }
}

extension Draft {
  /// The same scalar with a different text; it keeps its comments.
  func withText(_ text: String) -> Draft {
    var new = Draft(text)
    (new.comments, new.remark) = (comments, remark)
    return new
  }

  /// Takes its new name, if there is one.
  mutating func rename(_ names: [String: String]) {
    if let new = text.flatMap({ names[$0] }) { self = withText(new) }
  }

  /// A pod's `spec` with new names for volumes.
  fileprivate func renamingVolumes(_ names: [String: String]) -> Draft {
    var spec = self
    spec.changeItems("volumes") { $0.change(at: [.key("name")]) { $0.rename(names) } }
    for list in PodTemplateFinder.containerLists {
      spec.changeItems(list) { container in
        for field in ["volumeMounts", "volumeDevices"] {
          container.changeItems(field) { $0.change(at: [.key("name")]) { $0.rename(names) } }
        }
      }
    }
    return spec
  }

  /// A pod template with new names for containers, and for whatever refers to them.
  fileprivate func renamingContainers(_ names: [String: String]) -> Draft {
    var template = self
    for list in PodTemplateFinder.containerLists {
      template.changeItems("spec", list) { container in
        for field in ["name", "targetContainerName"] { container.change(at: [.key(field)]) { $0.rename(names) } }
        container.changeItems("env") { item in
          item.change(at: ["valueFrom", "resourceFieldRef", "containerName"].map(DraftPath.Step.key)) {
            $0.rename(names)
          }
        }
      }
    }
    func renameFields(_ item: inout Draft) {
      item.change(at: [.key("resourceFieldRef"), .key("containerName")]) { $0.rename(names) }
    }
    template.changeItems("spec", "volumes") { volume in
      volume.changeItems("downwardAPI", "items", by: renameFields)
      volume.changeItems("projected", "sources") { $0.changeItems("downwardAPI", "items", by: renameFields) }
    }
    template.change(at: [.key("metadata"), .key("annotations")]) { annotations in
      for index in annotations.fields.indices {
        var field = annotations.fields[index]
        if ["/default-container", "/default-logs-container"].contains(where: field.key.hasSuffix) {
          field.value.rename(names)
        }
        for start in Self.perContainer where field.key.hasPrefix(start) {
          if let new = names[String(field.key.dropFirst(start.count))] { field.key = start + new }
        }
        annotations.fields[index] = field
      }
    }
    return template
  }

  /// The prefixes of annotations that apply to a single container.
  private static let perContainer = [
    "container.apparmor.security.beta.kubernetes.io/", "container.seccomp.security.alpha.kubernetes.io/",
  ]
}
