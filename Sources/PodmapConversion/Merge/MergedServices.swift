import PodmapManifests
import PodmapTopology

/// Services that led to merged workloads and now lead to the merged pod.
struct MergedServices {
  struct Port {
    var number: Int
    var transport: String
    /// The port of the pod; `nil` if it can't be determined.
    var target: Int?
  }

  /// A Service whose pods are all merged.
  struct Inner {
    var node: Int
    var name: String
    var isHeadless: Bool
    var ports: [Port]
    /// The members that it led to.
    var members: [Int]
  }

  /// Services by how they relate to the merge.
  private(set) var inner: [Inner] = []
  private var led: [(node: Int, object: Int, choice: MergedPods.Choice)] = []
  private var strange: [Int] = []

  init(_ members: [MergeMember], _ pods: MergedPods, _ editor: inout ManifestEditor) {
    for (node, value) in editor.topology.nodes.enumerated() {
      guard value.kind == .service, value.namespace == pods.target.namespace, let service = value.service,
        let object = editor.object(of: node), case let draft = editor.draft(object),
        let selector = draft[path: "spec", "selector"], !selector.isEmpty
      else { continue }
      let choice = pods.choice(DraftSelector(plain: selector))
      guard !choice.members.isEmpty else {
        if choice.matchesMerged { strange.append(object) }
        continue
      }
      led.append((node, object, choice))
      guard !choice.matchesOthers else { continue }
      inner.append(
        Inner(
          node: node, name: value.name, isHeadless: service.isHeadless,
          ports: service.ports.map { port in
            Port(
              number: port.number, transport: port.transport,
              target: Self.targets(of: port, choice.members.map { members[$0] }).first)
          }, members: choice.members))
    }
  }

  /// The ports of each member that Services send traffic to.
  func uses(_ editor: ManifestEditor) -> [(member: Int, service: String, port: Int, transport: String, place: Place)] {
    inner.filter { $0.members.count == 1 }.flatMap { service in
      service.ports.compactMap { port in
        guard let target = port.target, let object = editor.object(of: service.node) else { return nil }
        return (service.members[0], service.name, target, port.transport, editor.place(object))
      }
    }
  }

  /// The numbers that a Service's port means in some workloads.
  private static func targets(of port: Service.Port, _ members: [MergeMember]) -> [Int] {
    switch port.target {
    case .number(let number): [number]
    case .name(let name):
      members.flatMap { member in
        member.running.flatMap { $0["ports"]?.items ?? [] }.filter {
          $0["name"]?.text == name && ($0["protocol"]?.text ?? "TCP") == port.transport
        }.compactMap { $0["containerPort"]?.integer }
      }.uniqued
    }
  }

  /// Changes selectors, and named ports that now mean several containers.
  func follow(
    _ members: [MergeMember], _ pods: MergedPods, _ editor: inout ManifestEditor, _ report: inout MergeReport
  ) {
    for (node, object, choice) in led {
      let name = editor.topology.nodes[node].name.shortened()
      let place = editor.place(object)
      if !choice.matchesMerged {
        guard !choice.matchesOthers else {
          let text =
            "pods of \(pods.target.kind.name) \(pods.target.name) are no longer selected, because this "
            + "selector also matches other pods"
          report.warn(
            at: place,
            "the Service '\(name)' also selects pods that are not merged, so its selector is unchanged and does not "
              + "match the merged pod; change its selector or the labels")
          editor.change(object) { $0.change(at: [.key("spec"), .key("selector")]) { $0.say(text) } }
          continue
        }
        editor.change(object) { draft in
          draft.change(at: [.key("spec"), .key("selector")]) { $0 = pods.following($0, isPlain: true) }
        }
      }
      guard let service = editor.topology.nodes[node].service else { continue }
      for (index, port) in service.ports.enumerated() {
        guard case .name(let target) = port.target else { continue }
        let own = Self.targets(of: port, choice.members.map { members[$0] })
        let all = Self.targets(of: port, members)
        guard all.count > 1, let number = own.first else { continue }
        if own.count > 1 {
          report.warn(
            at: port.evidence.place,
            "the port '\(target.shortened())' of the Service '\(name)' means several ports of the merged pod: "
              + own.map { String($0) }.joined(separator: ", ") + "; the result has \(number)")
        }
        editor.change(object) { draft in
          draft.change(at: [.key("spec"), .key("ports"), .index(index)]) { item in
            item["targetPort"] = item["targetPort"]?.withNumber(number) ?? Draft(number)
          }
        }
      }
    }
    for object in strange {
      report.warn(
        at: editor.place(object),
        "the Service '\(editor.resource(object).name.shortened())' selected none of the merged workloads but selects "
          + "the merged pod; make its selector more specific")
    }
  }
}

extension Draft {
  /// The same scalar with a number; it keeps its comments.
  func withNumber(_ number: Int) -> Draft {
    var new = Draft(number)
    (new.comments, new.remark) = (comments, remark)
    return new
  }
}

extension MergeMember {
  /// The containers that run once the pod is ready.
  var running: [Draft] {
    (spec["containers"]?.items ?? [])
      + (spec["initContainers"]?.items ?? []).filter { $0["restartPolicy"]?.text == "Always" }
  }
}
