import PodmapManifests
import PodmapTopology
import Testing

@Suite("Relations of all kinds of objects")
struct RelationTests {
  /// An object in the namespace `shop`, with lines behind its metadata.
  static func object(_ apiVersion: String, _ kind: String, _ name: String, labels: String = "", _ rest: String)
    -> String
  {
    """
    apiVersion: \(apiVersion)
    kind: \(kind)
    metadata: {name: \(name), namespace: shop, labels: {\(labels)}}
    \(rest)
    ---

    """
  }

  @Test("A binding gives a role's rights to subjects, even in other namespaces")
  func bindings() {
    let graph = Graph(
      Self.object(
        "rbac.authorization.k8s.io/v1", "RoleBinding", "read",
        """
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects:
        - {kind: ServiceAccount, name: robot, namespace: tools}
        - {kind: ServiceAccount, name: web}
        - {kind: User, apiGroup: rbac.authorization.k8s.io, name: jo}
        """))
    #expect(
      graph.edges(.grants) == [
        "shop/RoleBinding/read -grants-> ClusterRole/view", "shop/RoleBinding/read -grants-> User/jo",
        "shop/RoleBinding/read -grants-> shop/ServiceAccount/web",
        "shop/RoleBinding/read -grants-> tools/ServiceAccount/robot",
      ])
    #expect(graph.node("ClusterRole/view")?.presence == .external)
    #expect(graph.node("User/jo")?.presence == .external)
    #expect(graph.node("tools/ServiceAccount/robot")?.presence == .missing)
  }

  @Test("A role names objects; the input decides which of several kinds is meant")
  func resourceNames() {
    let graph = Graph(
      Self.object(
        "rbac.authorization.k8s.io/v1", "Role", "edit",
        """
        rules:
        - {resources: [configmaps], resourceNames: [leader]}
        - {resources: [configmaps, secrets, pods/log], resourceNames: [settings]}
        """) + Self.object("v1", "ConfigMap", "settings", "data: {}"))
    #expect(
      graph.edges(.grants) == [
        "shop/Role/edit -grants-> shop/ConfigMap/leader", "shop/Role/edit -grants-> shop/ConfigMap/settings",
      ])
    #expect(graph.node("shop/ConfigMap/leader")?.presence == .notInInput)
  }

  @Test("Gateways route to routes, and those to Services of any namespace")
  func gatewayRoutes() {
    let graph = Graph(
      Self.object(
        "gateway.networking.k8s.io/v1", "HTTPRoute", "web",
        """
        spec:
          parentRefs: [{name: public, namespace: infra, sectionName: https}]
          rules: [{backendRefs: [{name: web, port: 80}, {name: api, namespace: back, port: 80}]}]
        """))
    #expect(
      graph.edges(.routes) == [
        "infra/Gateway.gateway.networking.k8s.io/public -routes https-> shop/HTTPRoute.gateway.networking.k8s.io/web",
        "shop/HTTPRoute.gateway.networking.k8s.io/web -routes-> back/Service/api",
        "shop/HTTPRoute.gateway.networking.k8s.io/web -routes-> shop/Service/web",
      ])
  }

  @Test("A host of Istio is a Service by its short or full name, or an external host; the mesh is not a gateway")
  func istioHosts() {
    let graph = Graph(
      Self.object(
        "networking.istio.io/v1", "VirtualService", "web",
        """
        spec:
          hosts: [shop.example.com, "*"]
          gateways: [mesh, infra/public]
          http:
          - route:
            - {destination: {host: web, subset: v1}}
            - {destination: {host: web, subset: v2}}
            - {destination: {host: api.back.svc.cluster.local}}
            - {destination: {host: api.example.com}}
        """))
    #expect(
      graph.edges() == [
        "infra/Gateway.networking.istio.io/public -routes-> shop/VirtualService.networking.istio.io/web",
        "shop/VirtualService.networking.istio.io/web -routes shop.example.com-> Host/api.example.com",
        "shop/VirtualService.networking.istio.io/web -routes shop.example.com-> back/Service/api",
        "shop/VirtualService.networking.istio.io/web -routes shop.example.com (v1, v2)-> shop/Service/web",
      ])
    #expect(graph.node("Host/api.example.com")?.presence == .outside)
  }

  @Test("A kind without its group has the group that the field is for")
  func defaultGroups() {
    let graph = Graph(
      Self.object("cert-manager.io/v1", "Certificate", "a", "spec: {secretName: a-tls, issuerRef: {name: own}}")
        + Self.object(
          "cert-manager.io/v1", "Certificate", "b",
          "spec: {secretName: b-tls, issuerRef: {name: all, kind: ClusterIssuer}}"))
    #expect(
      graph.edges(.uses) == [
        "shop/Certificate.cert-manager.io/a -uses-> shop/Issuer.cert-manager.io/own",
        "shop/Certificate.cert-manager.io/a -uses-> shop/Secret/a-tls",
        "shop/Certificate.cert-manager.io/b -uses-> ClusterIssuer.cert-manager.io/all",
        "shop/Certificate.cert-manager.io/b -uses-> shop/Secret/b-tls",
      ])
  }

  @Test("An annotation refers to an object of another namespace")
  func annotations() {
    let graph = Graph(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: check, annotations: {cert-manager.io/inject-ca-from: infra/serving}}
      webhooks: [{clientConfig: {service: {name: hook, namespace: infra}}}]
      """)
    #expect(
      graph.edges() == [
        "ValidatingWebhookConfiguration/check -uses-> infra/Certificate.cert-manager.io/serving",
        "ValidatingWebhookConfiguration/check -routes-> infra/Service/hook",
      ])
  }

  @Test("An owner in the input owns; a missing one is not a node")
  func owners() {
    let graph = Graph(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: made
        ownerReferences:
        - {apiVersion: example.com/v1, kind: App, name: shop}
        - {apiVersion: example.com/v1, kind: App, name: gone}
      ---
      apiVersion: example.com/v1
      kind: App
      metadata: {name: shop}
      """)
    #expect(graph.edges() == ["App.example.com/shop -owns-> default/ConfigMap/made"])
    #expect(graph.ids.count == 2)
  }

  @Test("Pod templates of custom resources are found wherever they are")
  func embeddedTemplates() {
    let pod = "{spec: {serviceAccountName: robot, containers: [{name: app, image: app}]}}"
    let objects = [
      ("argoproj.io/v1alpha1", "Rollout", "{template: \(pod)}"),
      ("serving.knative.dev/v1", "Service", "{template: \(pod)}"),
      ("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", "{leaderWorkerTemplate: {workerTemplate: \(pod)}}"),
      ("jobset.x-k8s.io/v1alpha2", "JobSet", "{replicatedJobs: [{name: a, template: {spec: {template: \(pod)}}}]}"),
      ("apps.openshift.io/v1", "DeploymentConfig", "{template: \(pod)}"),
    ]
    for (version, kind, spec) in objects {
      let graph = Graph(Self.object(version, kind, "x", "spec: \(spec)"))
      let id = NodeID(ResourceKind(apiVersion: version, kind: kind), "x", in: "shop").text
      #expect(graph.edges(.runsAs) == ["\(id) -runsAs-> shop/ServiceAccount/robot"])
      #expect(graph.node("\(id)/app") != nil)
    }
  }

  @Test("A selector with expressions selects what matches all of them")
  func expressions() {
    let graph = Graph(
      Self.object(
        "policy/v1", "PodDisruptionBudget", "most",
        """
        spec:
          selector:
            matchLabels: {part: shop}
            matchExpressions:
            - {key: app, operator: In, values: [web, api]}
            - {key: track, operator: NotIn, values: [canary]}
            - {key: app, operator: Exists}
            - {key: old, operator: DoesNotExist}
        """)
        + [("web", ""), ("api", ", track: canary"), ("cron", ""), ("old", ", old: \"1\"")].map { name, more in
          deployment(
            name, labels: "part: shop, app: \(name == "old" ? "web" : name)\(more)", namespace: "shop",
            spec: "containers: [{name: a}]") + "---\n"
        }.joined() + deployment("web", labels: "part: shop, app: web", spec: "containers: [{name: a}]"))
    #expect(graph.edges(.selects) == ["shop/PodDisruptionBudget/most -selects-> shop/Deployment/web"])
  }

  static let monitored =
    service("web", namespace: "one", spec: "ports: [{port: 80}]").replacing(
      "metadata:", with: "metadata:\n  labels: {watch: me}") + "---\n"
    + service("web", namespace: "two", spec: "ports: [{port: 80}]").replacing(
      "metadata:", with: "metadata:\n  labels: {watch: me}") + "---\n"

  @Test(
    "A ServiceMonitor looks into the namespaces it lists",
    arguments: [
      ("", []), ("namespaceSelector: {any: true}", ["one", "two"]), ("namespaceSelector: {matchNames: [two]}", ["two"]),
    ])
  func monitors(namespaces: String, found: [String]) {
    let graph = Graph(
      Self.monitored
        + Self.object(
          "monitoring.coreos.com/v1", "ServiceMonitor", "all",
          "spec:\n  selector: {matchLabels: {watch: me}}\n  \(namespaces)"))
    #expect(
      graph.edges(.selects)
        == found.map {
          "shop/ServiceMonitor.monitoring.coreos.com/all -selects-> \($0)/Service/web"
        })
  }

  @Test("A Prometheus picks the monitors of namespaces by their labels")
  func namespaceSelectors() {
    let graph = Graph(
      Self.object(
        "monitoring.coreos.com/v1", "Prometheus", "main",
        """
        spec:
          serviceMonitorSelector: {}
          serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: two}}
        """)
        + ["two", "three"].map {
          "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m, namespace: \($0)}\n---\n"
        }.joined())
    #expect(
      graph.edges() == [
        "shop/Prometheus.monitoring.coreos.com/main -selects-> two/ServiceMonitor.monitoring.coreos.com/m"
      ])
  }

  @Test("A field of an unknown kind that looks like a reference is inferred if its target exists")
  func guesses() throws {
    let graph = Graph(
      Self.object(
        "example.com/v1", "Database", "db",
        """
        spec:
          storeRef: {kind: Store, name: main}
          adminPasswordSecretRef: {name: keys, key: password}
          secretName: keys
          configMapRef: {name: nowhere}
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: nowhere}
          displayName: keys
          items: [{name: keys}]
        """)
        + Self.object("example.com/v1", "Store", "main", "spec: {}") + Self.object("v1", "Secret", "keys", "data: {}"))
    #expect(
      graph.edges() == [
        "shop/Database.example.com/db -uses-> shop/Secret/keys",
        "shop/Database.example.com/db -uses-> shop/Store.example.com/main",
      ])
    let edge = try #require(graph.edge("shop/Database.example.com/db", "shop/Secret/keys", .uses))
    #expect(edge.certainty == .inferred)
    #expect(edge.evidence.map(\.path) == ["spec.adminPasswordSecretRef.name", "spec.secretName"])
    #expect(graph.ids.count == 3)
  }
}
