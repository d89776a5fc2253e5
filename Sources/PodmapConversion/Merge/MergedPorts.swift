import PodmapManifests
import PodmapTopology

/// Ports that the containers of one pod can't share.
enum MergedPorts {
  private struct Use {
    var member: Int
    /// What needs it: "the container 'web'", "the Service 'web'".
    var what: String
    var container: String?
    var place: Place
  }

  /// Reports ports that containers of several workloads need, and marks them with comments.
  ///
  /// `services` are the ports that Services send traffic to, which containers don't have to declare.
  static func check(
    _ members: inout [MergeMember],
    services: [(member: Int, service: String, port: Int, transport: String, place: Place)],
    _ report: inout MergeReport
  ) {
    var uses: [String: [Use]] = [:]
    var order: [String] = []
    func add(_ key: String, _ use: Use) {
      if uses[key] == nil { order.append(key) }
      uses[key, default: []].append(use)
    }
    for (position, member) in members.enumerated() {
      for list in ["containers", "initContainers"] {
        for (index, container) in (member.spec[list]?.items ?? []).enumerated() {
          guard list == "containers" || container["restartPolicy"]?.text == "Always" else { continue }
          let name = container["name"]?.text ?? ""
          let place = member.place(of: list, index)
          let what = "the container '\(name.shortened())' of the \(member.title)"
          for port in container["ports"]?.items ?? [] {
            let transport = port["protocol"]?.text ?? "TCP"
            if let number = port["containerPort"]?.integer {
              add("port \(number)/\(transport)", Use(member: position, what: what, container: name, place: place))
            }
            if let number = port["hostPort"]?.integer, number != 0 {
              let host = port["hostIP"]?.text.map { " of \($0)" } ?? ""
              add(
                "host port \(number)/\(transport)\(host)",
                Use(member: position, what: what, container: name, place: place))
            }
          }
          for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
            for action in ["httpGet", "tcpSocket", "grpc"] {
              guard let port = container[path: probe, action, "port"]?.integer,
                container[path: probe, action, "host"] == nil
              else { continue }
              add("port \(port)/TCP", Use(member: position, what: what, container: nil, place: place))
            }
          }
        }
      }
    }
    for use in services {
      add(
        "port \(use.port)/\(use.transport)",
        Use(
          member: use.member,
          what: "the \(members[use.member].title) (which the Service '\(use.service.shortened())' leads to)",
          container: nil, place: use.place))
    }
    for key in order {
      let list = uses[key] ?? []
      guard let first = list.first,
        let other = list.first(where: { use in
          use.member != first.member
            && !(use.container != nil
              && MergedNames.isOneContainer([members[first.member], members[use.member]], use.container ?? ""))
        })
      else { continue }
      // One per workload: the container if one declares the port.
      let shown = list.map(\.member).uniqued.compactMap { member in
        list.first { $0.member == member && $0.container != nil } ?? list.first { $0.member == member }
      }
      report.conflict(
        at: (shown.first { $0.member == other.member } ?? other).place,
        "\(key) is needed by " + shown.map(\.what).joined(separator: " and by "),
        "keeps all of them, of which only one will start", or: "give the others different ports")
      for use in list where use.member != first.member {
        members[use.member].comment(use.container, "\(key) is also needed by \(first.what)")
      }
    }
  }
}

extension MergeMember {
  /// Puts a comment above a container, or above the first one.
  mutating func comment(_ container: String?, _ text: String) {
    var spec = spec
    for list in PodTemplateFinder.containerLists.sorted(by: { $0 == "containers" && $1 != "containers" })
    where spec[list] != nil {
      var items = spec[list]?.items ?? []
      guard let index = items.firstIndex(where: { container == nil || $0["name"]?.text == container }) else { continue }
      items[index].say(text)
      spec[list]?.items = items
      self.spec = spec
      return
    }
  }
}
