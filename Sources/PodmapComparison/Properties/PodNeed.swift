import PodmapManifests
import PodmapTopology

/// Something that a container, or its pod on its behalf, states about the node, the user or the rights that it needs.
struct PodNeed: Sendable, Hashable {
  enum Subject: String, Sendable, Hashable, CaseIterable {
    case node, user, rights
  }

  var subject: Subject
  /// The field by which containers are compared: `nodeSelector disktype`, `runAsUser`.
  var field: String
  var value: String
  /// Whether it is stated for the whole pod.
  var isOfPod: Bool
  var evidence: [Evidence]
}

extension ComparedLayout {
  /// What a container needs, including what its pod states.
  func needs(of position: Int) -> [PodNeed] {
    let pod = layout.pods[layout.containers[position].pod]
    return nodeNeeds(of: pod) + userNeeds(of: position, pod) + rights(of: position, pod)
  }

  /// What the pod states about its node; preferences don't count.
  func nodeNeeds(of pod: Layout.Pod) -> [PodNeed] {
    guard let spec = pod.written?.spec else { return [] }
    var needs: [PodNeed] = []
    func add(_ name: String, _ value: String?, _ field: Field?) {
      guard let value, !value.isEmpty, let field else { return }
      needs.append(
        PodNeed(
          subject: .node, field: name, value: value, isOfPod: true,
          evidence: Array(field.allEvidence.prefix(Limit.needEvidence.value))))
    }
    add("nodeName", spec["nodeName"]?.value.text, spec["nodeName"])
    for (key, field) in spec["nodeSelector"]?.fields ?? [] {
      add("nodeSelector \(key)", field.value.written, field)
    }
    let required = spec.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
    if case .nodes(let text) = pod.template.placement, required != nil { add("node affinity", text, required) }
    add("runtimeClassName", spec["runtimeClassName"]?.value.text, spec["runtimeClassName"])
    add("os", spec.at("os", "name")?.value.text, spec.at("os", "name"))
    for toleration in spec["tolerations"]?.items ?? [] where toleration["tolerationSeconds"] == nil {
      let parts = ["key", "value", "effect"].compactMap { toleration[$0]?.value.text }
      let key = toleration["key"]?.value.text ?? "every taint"
      add("toleration \(key)", parts.isEmpty ? "every taint" : parts.joined(separator: " "), toleration)
    }
    return needs
  }

  private func userNeeds(of position: Int, _ pod: Layout.Pod) -> [PodNeed] {
    let own = written(position)?["securityContext"]
    let shared = pod.written?.spec?["securityContext"]
    var needs: [PodNeed] = ["runAsUser", "runAsGroup", "runAsNonRoot"].compactMap { name in
      guard let field = own?[name] ?? shared?[name], let value = field.value.text else { return nil }
      return PodNeed(
        subject: .user, field: name, value: value, isOfPod: own?[name] == nil, evidence: field.allEvidence)
    }
    if let group = shared?["fsGroup"], let value = group.value.text {
      needs.append(
        PodNeed(subject: .user, field: "fsGroup", value: value, isOfPod: true, evidence: group.allEvidence))
    }
    return needs
  }

  private func rights(of position: Int, _ pod: Layout.Pod) -> [PodNeed] {
    var needs: [PodNeed] = []
    func add(_ name: String, _ value: String?, _ field: Field?, isOfPod: Bool) {
      guard let value, let field else { return }
      needs.append(
        PodNeed(subject: .rights, field: name, value: value, isOfPod: isOfPod, evidence: field.allEvidence))
    }
    let own = written(position)?["securityContext"]
    for name in ["privileged", "allowPrivilegeEscalation"] {
      add(name, own?[name]?.value.boolean.map(String.init), own?[name], isOfPod: false)
    }
    for name in ["add", "drop"] {
      let field = own?.at("capabilities", name)
      let values = field?.value.items.map(\.written).sorted() ?? []
      add("capabilities \(name)", values.isEmpty ? nil : values.joined(separator: ", "), field, isOfPod: false)
    }
    guard let spec = pod.written?.spec else { return needs }
    for name in ["hostNetwork", "hostPID", "hostIPC"] where spec[name]?.value.boolean == true {
      add(name, "true", spec[name], isOfPod: true)
    }
    let account = spec["serviceAccountName"] ?? spec["serviceAccount"]
    add("serviceAccountName", account?.value.text, account, isOfPod: true)
    let key = layout.containers[position].container.key
    for volume in pod.template.volumes {
      guard case .hostPath(let path) = volume.source,
        let mount = volume.mounts.first(where: { pod.template.containers[$0.container].key == key })
      else { continue }
      needs.append(
        PodNeed(subject: .rights, field: "hostPath", value: path, isOfPod: false, evidence: [mount.evidence]))
    }
    return needs
  }
}

/// A need that differs between containers that share a pod on one side.
package struct NeedDifference: Sendable, Hashable {
  /// The side on which the containers share a pod.
  package var side: Side
  package var pod: String
  /// "node", "user", "rights"
  package var subject: String
  /// `runAsUser`
  package var field: String
  /// The value for each container, by name; `nil` if it is not stated.
  package var values: [Value]

  package struct Value: Sendable, Hashable {
    package var container: String
    package var value: String?
    package var evidence: SidedEvidence?
  }

  /// The position of the pod.
  var position: Int

  /// Whether the other side has the same containers in one pod, and states the same for them.
  package var isSame = false

  /// For each pod with several containers: what they state differently, and what they state in separate pods on the
  /// other side. A field of the pod applies to all its containers, so it differs only if the pods do.
  static func all(_ left: ComparedLayout, _ right: ComparedLayout) -> [NeedDifference] {
    var found = differences(of: left, right)
    var known = Dictionary(found.enumerated().map { ($1.key(in: $1.position), $0) }) { first, _ in first }
    for difference in differences(of: right, left) {
      if let pod = difference.partner(right, left), let twin = known.removeValue(forKey: difference.key(in: pod)) {
        found[twin].isSame = true
      } else {
        found.append(difference)
      }
    }
    return found.sorted {
      ($0.subject, $0.field, $0.pod, $0.side.rawValue) < ($1.subject, $1.field, $1.pod, $1.side.rawValue)
    }
  }

  /// Equal for both sides if they state the same.
  private func key(in pod: Int) -> [String] {
    [String(pod), subject, field] + values.map { $0.value ?? "" }.sorted()
  }

  /// The pod on the other side that has all of the containers.
  private func partner(_ own: ComparedLayout, _ other: ComparedLayout) -> Int? {
    let partners = own.layout.running(in: position).map { own.partners[$0].map { other.layout.containers[$0].pod } }
    guard let first = partners.first, partners.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private static func differences(of own: ComparedLayout, _ other: ComparedLayout) -> [NeedDifference] {
    own.layout.pods.indices.flatMap { pod in
      let members = own.layout.running(in: pod)
      guard members.count > 1 else { return [NeedDifference]() }
      let partners = members.map { own.partners[$0] }
      let areApart = Set(partners.compactMap { $0.map { other.layout.containers[$0].pod } }).count > 1
      var stated: [String: [Int: (need: PodNeed, side: Side)]] = [:]
      for (number, member) in members.enumerated() {
        for need in own.needs(of: member) where !need.isOfPod {
          stated[need.key, default: [:]][number] = (need, own.side)
        }
        guard areApart, let partner = partners[number] else { continue }
        for need in other.needs(of: partner) where stated[need.key]?[number] == nil {
          stated[need.key, default: [:]][number] = (need, other.side)
        }
      }
      return stated.compactMap { _, users in
        let known = users.values.map(\.need.value)
        guard let first = users.values.first?.need, users.count < members.count || Set(known).count > 1 else {
          return nil
        }
        let values = members.enumerated().map { number, member in
          Value(
            container: own.name(member), value: users[number]?.need.value,
            evidence: users[number].flatMap { user in
              user.need.evidence.first.map { SidedEvidence(side: user.side, evidence: $0) }
            })
        }
        return NeedDifference(
          side: own.side, pod: own.layout.pods[pod].id, subject: first.subject.rawValue, field: first.field,
          values: values, position: pod)
      }
    }
  }
}

extension PodNeed {
  fileprivate var key: String { "\(subject.rawValue) \(field)" }
}
