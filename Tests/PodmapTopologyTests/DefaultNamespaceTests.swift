import PodmapManifests
import PodmapTopology
import Testing

@Suite("Objects without a namespace")
struct DefaultNamespaceTests {
  private static func pod(_ name: String, namespace: String? = nil) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name)\(namespace.map { ", namespace: \($0)" } ?? "")}
    spec: {containers: [{name: app, image: app}]}

    """
  }

  private static func object(_ version: String, _ kind: String, _ name: String, _ rest: String = "") -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: \(name)}\n\(rest)\n"
  }

  private static func notes(_ graph: Graph) -> [String] {
    graph.diagnostics.filter { $0.message.contains("objects without a namespace") }.map(\.description)
  }

  @Test("They are in the only namespace that the input names, and a note says so")
  func onlyOne() {
    let graph = Graph(
      Self.pod("web"), Self.pod("stock", namespace: "shop") + "---\n" + Self.object("v1", "ConfigMap", "flags"))
    #expect(graph.node("shop/Pod/web")?.namespace == "shop")
    #expect(graph.ids.contains("shop/ConfigMap/flags"))
    #expect(
      Self.notes(graph) == [
        "1.yaml:3:36: note: objects without a namespace are in 'shop', the only namespace that the input names; "
          + "to choose another, use --default-namespace, or defaultNamespace in podmap.yaml"
      ])
  }

  @Test("They are in 'default', without a note, if the input names no namespace, several, or 'default' itself")
  func fallback() {
    let inputs = [
      [Self.pod("web")],
      [Self.pod("web"), Self.pod("a", namespace: "one"), Self.pod("b", namespace: "two")],
      [Self.pod("web"), Self.pod("a", namespace: "default")],
      [Self.pod("web"), Self.pod("a", namespace: "one"), Self.pod("b", namespace: "default")],
    ]
    for files in inputs {
      let graph = Graph(files.joined(separator: "---\n"))
      #expect(graph.ids.contains("default/Pod/web"))
      #expect(Self.notes(graph) == [])
    }
  }

  @Test(
    "Namespaces of what tells a controller what to install don't count",
    arguments: [
      ("argoproj.io/v1alpha1", "Application"), ("argoproj.io/v1alpha1", "AppProject"),
      ("helm.toolkit.fluxcd.io/v2", "HelmRelease"), ("kustomize.toolkit.fluxcd.io/v1", "Kustomization"),
    ])
  func deploymentObjects(version: String, kind: String) {
    let object = "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: shop, namespace: tools}\n"
    let graph = Graph(Self.pod("web") + "---\n" + object)
    #expect(graph.ids.contains("default/Pod/web"))
    #expect(graph.ids.contains { $0.hasPrefix("tools/") })
  }

  @Test("Namespaces that every cluster has don't count")
  func systemNamespaces() {
    let graph = Graph(Self.pod("web"), Self.pod("dns", namespace: "kube-system"))
    #expect(graph.ids.contains("default/Pod/web"))
    let two = Graph(Self.pod("web"), Self.pod("dns", namespace: "kube-system"), Self.pod("a", namespace: "shop"))
    #expect(two.ids.contains("shop/Pod/web"))
  }

  @Test("There is no note if every object names its namespace, or has none")
  func nothingLeftOut() {
    let graph = Graph(Self.pod("a", namespace: "shop"), Self.object("v1", "Namespace", "shop"))
    #expect(Self.notes(graph) == [])
    #expect(graph.ids.contains("Namespace/shop"))
  }

  @Test("The order of the files makes no difference")
  func order() {
    let (web, stock, more) = (Self.pod("web"), Self.pod("a", namespace: "shop"), Self.pod("b", namespace: "shop"))
    func note(_ files: [(String, String)]) -> [Diagnostic] {
      let manifests = ManifestSet(reading: files.map { SourceFile(name: $0.0, text: $0.1) })
      return Topology(manifests.resources).diagnostics
    }
    let files = [("a.yaml", web), ("b.yaml", stock), ("c.yaml", more)]
    #expect(note(files) == note(files.reversed()))
  }

  @Test("A subject names the namespace of an account that the input has without one")
  func subject() {
    let binding = Self.object(
      "rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "reader",
      """
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
      subjects: [{kind: ServiceAccount, name: robot, namespace: tools}]
      """)
    let graph = Graph(Self.object("v1", "ServiceAccount", "robot"), binding)
    #expect(graph.edge("ClusterRoleBinding/reader", "tools/ServiceAccount/robot", .grants) != nil)
    #expect(graph.node("tools/ServiceAccount/robot")?.presence == .present)
    #expect(graph.diagnostics.filter { $0.severity != .note } == [])
    #expect(Self.notes(graph).count == 1)
    let stranger = Graph(Self.object("v1", "ServiceAccount", "other"), binding)
    #expect(stranger.ids.contains("default/ServiceAccount/other"))
    #expect(stranger.node("tools/ServiceAccount/robot")?.presence == .missing)
  }

  @Test("A given namespace goes before everything else")
  func given() {
    let manifests = ManifestSet(
      reading: [SourceFile(name: "a.yaml", text: Self.pod("web") + "---\n" + Self.pod("a", namespace: "shop"))])
    let topology = Topology(manifests.resources, namespace: DefaultNamespace("test"))
    #expect(topology.nodes.map(\.id.text).contains("test/Pod/web"))
    #expect(
      topology.diagnostics.map(\.description) == [
        "note: objects without a namespace are in 'test', the default namespace that was given"
      ])
  }

  @Test("Custom resources are in it if the table of kinds or a definition in the input says that they have a namespace")
  func customKinds() {
    let definition = { (scope: String, kind: String) in
      Self.object(
        "apiextensions.k8s.io/v1", "CustomResourceDefinition", "\(kind.lowercased())s.example.com",
        "spec: {group: example.com, scope: \(scope), names: {kind: \(kind)}}") + "---\n"
    }
    let graph = Graph(
      Self.object("gateway.networking.k8s.io/v1", "Gateway", "front"),
      Self.object("cert-manager.io/v1", "ClusterIssuer", "ca"),
      Self.object("jobset.x-k8s.io/v1alpha2", "JobSet", "train"),
      Self.object("trainer.kubeflow.org/v1alpha1", "ClusterTrainingRuntime", "large"),
      definition("Namespaced", "Oven") + Self.object("example.com/v1", "Oven", "big"),
      definition("Cluster", "Recipe") + Self.object("example.com/v1", "Recipe", "bread"),
      Self.object("example.org/v1", "Unknown", "thing", "spec: {template: {spec: {containers: [{name: c}]}}}"))
    #expect(graph.ids.contains("default/Gateway.gateway.networking.k8s.io/front"))
    #expect(graph.ids.contains("ClusterIssuer.cert-manager.io/ca"))
    #expect(graph.ids.contains("default/JobSet.jobset.x-k8s.io/train"))
    #expect(graph.ids.contains("ClusterTrainingRuntime.trainer.kubeflow.org/large"))
    #expect(graph.ids.contains("default/Oven.example.com/big"))
    #expect(graph.ids.contains("Recipe.example.com/bread"))
    // Pods alone don't prove that a kind has a namespace.
    #expect(graph.ids.contains("Unknown.example.org/thing"))
  }

  @Test("Names are looked up in it: volumes, calls, routes, and the pods of unknown kinds")
  func lookUp() {
    let graph = Graph(
      deployment(
        "web", labels: "app: web",
        spec: """
          containers: [{name: app, image: a, env: [{name: STOCK_URL, value: "http://stock:80"}]}]
          volumes: [{name: v, configMap: {name: flags}}]
          """), service("stock", namespace: "shop", spec: "ports: [{port: 80}]"),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: flags, namespace: shop}\n",
      Self.object(
        "example.org/v1", "Unknown", "thing",
        "spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: c}]}}}"),
      service("web", spec: "selector: {app: web}\nports: [{port: 80}]"))
    #expect(graph.edge("shop/Deployment/web/app", "shop/Service/stock", .calls) != nil)
    #expect(graph.edge("shop/Deployment/web", "shop/ConfigMap/flags", .mounts) != nil)
    #expect(graph.edge("shop/Service/web", "Unknown.example.org/thing", .selects) != nil)
    #expect(graph.topology.nodes.allSatisfy { $0.presence == .present })
  }

  @Test("The other namespaces of a policy are known if its own is")
  func policies() {
    func graph(_ more: String) -> Graph {
      Graph(
        Self.pod("web"),
        Self.object(
          "networking.k8s.io/v1", "NetworkPolicy", "np",
          """
          spec:
            podSelector: {}
            ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]
          """), more)
    }
    let known = graph(Self.pod("caller", namespace: "shop"))
    #expect(known.edge("shop/NetworkPolicy/np", "shop/Pod/web", .allows) != nil)
    #expect(graph("").edges(.allows) == [])
  }
}
