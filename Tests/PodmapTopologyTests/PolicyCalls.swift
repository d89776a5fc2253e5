import PodmapManifests

@testable import PodmapTopology

/// A shop with the calls that a test wants judged.
struct PolicyCalls {
  struct Call {
    var from = "shop/Deployment/web/server"
    var to = "shop/Service/db"
    var port: Int? = 5432
    var scheme: String?
  }

  let topology: Topology

  /// `web` and `db` in the namespace `shop`, `agent` in `watch`, which is labelled `team: ops`.
  static let objects = [
    deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: server}, {name: proxy}]"),
    deployment(
      "db", labels: "app: db", namespace: "shop",
      spec: """
        containers:
        - name: db
          ports: [{containerPort: 5432, name: sql}, {containerPort: 9187, name: metrics}]
        """),
    deployment("agent", labels: "app: agent", namespace: "watch", spec: "containers: [{name: agent}]"),
    deployment("node", labels: "app: node", namespace: "shop", spec: "hostNetwork: true\ncontainers: [{name: node}]"),
    service(
      "db", namespace: "shop",
      spec: "selector: {app: db}\nports: [{port: 5432, name: a}, {port: 80, targetPort: metrics, name: b}]"),
    "apiVersion: v1\nkind: Namespace\nmetadata: {name: watch, labels: {team: ops}}\n",
  ].joined(separator: "---\n")

  init(_ calls: [Call], _ policies: String..., objects: String = PolicyCalls.objects) {
    let text = ([objects] + policies).joined(separator: "---\n")
    let manifests = ManifestSet(reading: [SourceFile(name: "0.yaml", text: text)])
    var builder = TopologyBuilder(manifests.resources, [], [])
    let call = Pass("calls of the test") { builder in
      for call in calls {
        let to =
          builder.position(of: NodeID(call.to))
          ?? builder.add(
            Node(id: NodeID(.host, call.to, in: nil), kind: .host, name: call.to, namespace: nil))
        guard let from = builder.position(of: NodeID(call.from)) else { continue }
        builder.connect(
          from, to, .calls, certainty: .inferred, port: call.port, scheme: call.scheme,
          evidence: [Evidence(file: "0.yaml", line: 1, path: "env[0].value", value: "x")])
      }
    }
    for pass in Pass.all {
      if pass.name == "judge calls" { call.run(&builder) }
      pass.run(&builder)
    }
    topology = builder.finish()
  }

  var verdicts: [Verdict] { topology.edges.compactMap(\.verdict) }

  /// "denied by a, b at ingress"; "cannotTell: why"
  static func verdict(_ call: Call = Call(), _ policies: String..., objects: String = Self.objects) -> String {
    let policies = policies.joined(separator: "---\n")
    guard let verdict = PolicyCalls([call], policies, objects: objects).verdicts.first else { return "none" }
    let names = verdict.policies.map { $0.text.split(separator: "/").last ?? "" }.joined(separator: ", ")
    switch verdict.state {
    case .allowed: return names.isEmpty ? "allowed" : "allowed by \(names)"
    case .denied: return "denied by \(names) at \(verdict.end?.rawValue ?? "?")"
    case .noPolicy: return "noPolicy"
    case .cannotTell: return "cannotTell: \(verdict.reason)"
    }
  }
}

/// A NetworkPolicy with the name `p`.
func policy(namespace: String = "shop", _ spec: String) -> String {
  policy("p", namespace: namespace, spec)
}

func policy(_ name: String, namespace: String = "shop", _ spec: String) -> String {
  """
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: \(name), namespace: \(namespace)}
  spec:
  \(spec.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n"))

  """
}
