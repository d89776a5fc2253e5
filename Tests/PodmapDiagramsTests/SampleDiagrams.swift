import PodmapDiagrams
import PodmapTopology

/// A diagram as it is written down by hand: identities instead of ids.
struct Sketch {
  private var names = ElementNames()
  private(set) var diagram: FlowDiagram

  init(_ title: String, _ summary: String = "", direction: FlowDiagram.Direction = .topToBottom) {
    diagram = FlowDiagram(title: title, summary: summary, direction: direction)
  }

  mutating func group(
    _ identity: String, _ style: FlowDiagram.Group.Style, _ kind: String, _ name: String, in parent: Int? = nil
  ) -> Int {
    diagram.groups.append(.init(id: names.name(for: identity), parent: parent, style: style, kind: kind, name: name))
    return diagram.groups.count - 1
  }

  mutating func card(
    _ identity: String, _ style: FlowDiagram.Card.Style, _ kind: String, in group: Int? = nil,
    presence: FlowDiagram.Card.Presence = .present, name: String? = nil, lines: [String] = [], replicas: Int? = nil,
    pod: PodContent? = nil
  ) {
    let last = identity.split(separator: "/").last.map(String.init) ?? ""
    diagram.cards.append(
      .init(
        id: names.name(for: identity), group: group, style: style, presence: presence, kind: kind,
        name: name ?? last, lines: lines, replicas: replicas, pod: pod, tooltip: "app.yaml"))
  }

  mutating func pod(
    _ owner: String, _ form: PodContent.Form, shared: [String] = [],
    _ containers: [(PodContent.Container.Role, String, String, [String])],
    volumes: [(String, String, [(Int, String, Bool)])] = []
  ) -> PodContent {
    PodContent(
      form: form,
      containers: containers.map { role, name, image, ports in
        .init(id: names.name(for: owner + "/" + name), role: role, name: name, image: image, ports: ports)
      },
      volumes: volumes.map { name, source, mounts in
        .init(
          id: names.name(for: owner + "/volumes/" + name), name: name, source: source,
          mounts: mounts.map { .init(container: $0.0, path: $0.1, isReadOnly: $0.2) })
      },
      shared: shared)
  }

  mutating func link(_ from: String, _ to: String, _ kind: EdgeKind, _ label: String = "", inferred: Bool = false) {
    diagram.links.append(
      .init(from: names.name(for: from), to: names.name(for: to), kind: kind, isInferred: inferred, label: label))
  }
}

/// Diagrams as the views make them, from nothing to a whole shop.
enum SampleDiagrams {
  static let all: [(name: String, diagram: FlowDiagram)] = [
    ("empty", FlowDiagram(title: "", summary: "")),
    ("web", web),
    ("shop", shop(.topToBottom, .compact)),
    ("shop-sideways", shop(.leftToRight, .compact)),
    ("shop-expanded", shop(.topToBottom, .expanded)),
    ("anatomy", anatomy),
    ("cluster", cluster),
    ("kinds", kinds),
  ]

  static var web: FlowDiagram {
    var sketch = Sketch("A web server", "One Deployment behind one Service.")
    let pod = sketch.pod("web/Deployment/nginx", .compact, [(.app, "nginx", "nginx:1.27", ["80/TCP http"])])
    sketch.card("web/Service/nginx", .service, "Service", lines: ["ClusterIP · 80"])
    sketch.card("web/Deployment/nginx", .workload, "Deployment · 2 replicas", replicas: 2, pod: pod)
    sketch.link("web/Service/nginx", "web/Deployment/nginx/nginx", .routes, "80 → 80")
    return sketch.diagram
  }

  static func shop(_ direction: FlowDiagram.Direction, _ form: PodContent.Form) -> FlowDiagram {
    var sketch = Sketch(
      "Shop: workloads", "Three workloads in two namespaces, reached through one Ingress.", direction: direction)
    let shop = sketch.group("shop", .namespace, "namespace", "shop")
    let data = sketch.group("data", .namespace, "namespace", "data")
    sketch.card("shop/Ingress/shop", .entry, "Ingress", in: shop, lines: ["shop.example.com"])
    sketch.card("shop/Service/front-end", .service, "Service", in: shop, lines: ["ClusterIP · 80"])
    let frontEnd = sketch.pod(
      "shop/Deployment/front-end", form,
      [
        (.initial(step: 1), "migrate", "registry.example.com/shop/migrate:1.4.0", []),
        (.initial(step: 2), "assets", "registry.example.com/shop/assets:1.4.0", []),
        (.sidecar(step: 3), "log-shipper", "fluent/fluent-bit:3.1", []),
        (.app, "server", "registry.example.com/shop/front-end:2.3.1", ["8080/TCP http", "9090/TCP metrics"]),
      ],
      volumes: [
        ("assets", "emptyDir", [(1, "/out", false), (3, "/srv/assets", true)]),
        ("logs", "emptyDir", [(2, "/logs", false), (3, "/var/log/shop", false)]),
      ])
    sketch.card(
      "shop/Deployment/front-end", .workload, "Deployment · 3 replicas", in: shop, replicas: 3, pod: frontEnd)
    sketch.card("shop/Service/cart", .service, "Service", in: shop, lines: ["ClusterIP · 7070"])
    let cart = sketch.pod(
      "shop/Deployment/cart", form, [(.app, "cart", "registry.example.com/shop/cart:2.3.1", ["7070/TCP grpc"])])
    sketch.card("shop/Deployment/cart", .workload, "Deployment", in: shop, pod: cart)
    sketch.card("shop/ConfigMap/settings", .configuration, "ConfigMap", in: shop, lines: ["3 keys"])
    sketch.card("shop/Secret/db-credentials", .secret, "Secret", in: shop, presence: .notInInput)
    sketch.card("shop/Service/payments", .service, "Service", in: shop, presence: .missing)
    sketch.card("data/Service/redis", .service, "Service", in: data, lines: ["headless · 6379"])
    let redis = sketch.pod(
      "data/StatefulSet/redis", form, [(.app, "redis", "redis:7.4", ["6379/TCP"])],
      volumes: [("data", "claim data", [(0, "/data", false)])])
    sketch.card("data/StatefulSet/redis", .workload, "StatefulSet", in: data, pod: redis)
    sketch.card("data/PersistentVolumeClaim/data", .storage, "PersistentVolumeClaim", in: data, lines: ["10 Gi"])
    sketch.card("StorageClass/standard", .storage, "StorageClass", presence: .external)
    sketch.link("shop/Ingress/shop", "shop/Service/front-end", .routes, "/")
    sketch.link("shop/Service/front-end", "shop/Deployment/front-end/server", .routes, "80 → http")
    sketch.link("shop/Deployment/front-end/server", "shop/Service/cart", .routes, "CART_URL", inferred: true)
    sketch.link("shop/Deployment/front-end/server", "shop/Service/payments", .routes, "PAYMENTS_URL", inferred: true)
    sketch.link("shop/Service/cart", "shop/Deployment/cart/cart", .routes, "7070")
    sketch.link("shop/Deployment/cart/cart", "data/Service/redis", .routes, "REDIS_ADDR", inferred: true)
    sketch.link("data/Service/redis", "data/StatefulSet/redis/redis", .routes, "6379")
    sketch.link("shop/Deployment/front-end/server", "shop/ConfigMap/settings", .reads)
    sketch.link("shop/Deployment/cart/cart", "shop/ConfigMap/settings", .reads)
    sketch.link("shop/Deployment/front-end/migrate", "shop/Secret/db-credentials", .reads, "DATABASE_URL")
    sketch.link("data/StatefulSet/redis/volumes/data", "data/PersistentVolumeClaim/data", .mounts)
    sketch.link("data/PersistentVolumeClaim/data", "StorageClass/standard", .claims)
    return sketch.diagram
  }

  static var anatomy: FlowDiagram {
    var sketch = Sketch("The pod of Job report", "Four containers, their order and their volumes.")
    let pod = sketch.pod(
      "shop/Job/report", .expanded, shared: ["one network namespace: pod IP, localhost"],
      [
        (.initial(step: 1), "fetch", "shop/fetch:1.0", []),
        (.sidecar(step: 2), "proxy", "envoyproxy/envoy:v1.31", ["15001/TCP"]),
        (.initial(step: 3), "unpack", "busybox:1.36", []),
        (.app, "report", "shop/report:1.0", ["8080/TCP"]),
        (.app, "upload", "shop/upload:1.0", []),
        (.ephemeral, "debugger", "busybox:1.36", []),
      ],
      volumes: [
        ("input", "emptyDir", [(0, "/in", false), (2, "/in", true), (3, "/input", true)]),
        ("work", "emptyDir", [(2, "/scratch", false), (3, "/scratch", false), (4, "/scratch", true)]),
        ("spare", "emptyDir", []),
      ])
    sketch.card("shop/Job/report", .job, "Job", lines: ["3 tries"], pod: pod)
    sketch.card("shop/ConfigMap/report", .configuration, "ConfigMap")
    sketch.link("shop/Job/report/report", "shop/ConfigMap/report", .mounts, "/etc/report")
    sketch.link("shop/Job/report/report", "shop/Job/report/proxy", .routes, "localhost:15001", inferred: true)
    return sketch.diagram
  }

  /// Frames in frames, an empty one, and links from and to frames.
  static var cluster: FlowDiagram {
    var sketch = Sketch("A cluster", "One cluster with two machines and an empty namespace.")
    let cluster = sketch.group("cluster/prod", .cluster, "cluster", "prod")
    let one = sketch.group("node/one", .node, "node", "worker-1", in: cluster)
    let two = sketch.group("node/two", .node, "node", "worker-2", in: cluster)
    let empty = sketch.group("empty", .namespace, "namespace", "empty", in: cluster)
    let application = sketch.group("app", .application, "application", "tracing")
    let agent = sketch.pod("kube/DaemonSet/agent", .compact, [(.app, "agent", "agent:1", [])])
    sketch.card("kube/DaemonSet/agent", .workload, "DaemonSet", in: one, pod: agent)
    sketch.card("kube/Pod/other", .workload, "Pod", in: two)
    sketch.card("trace/Deployment/collector", .workload, "Deployment", in: application)
    sketch.card("external/api.example.com", .outside, "outside")
    sketch.link("kube/DaemonSet/agent", "node/one", .runsOn)
    sketch.link("kube/Pod/other", "node/one", .uses, "leaves traces")
    sketch.link("kube/Pod/other", "empty", .uses)
    sketch.link("node/one", "node/two", .uses, "replicates to")
    sketch.link("cluster/prod", "cluster/prod", .owns)
    sketch.link("app", "external/api.example.com", .routes, "443", inferred: true)
    sketch.link("node/two", "cluster/prod", .runsOn)
    _ = empty
    return sketch.diagram
  }

  /// Every family of cards, every presence and every kind of edge.
  static var kinds: FlowDiagram {
    var sketch = Sketch("All marks", "Every family of cards and every kind of line.")
    for style in FlowDiagram.Card.Style.allCases { sketch.card("kind/\(style.rawValue)", style, style.rawValue) }
    for presence in FlowDiagram.Card.Presence.allCases where presence != .present {
      sketch.card("absent/\(presence.rawValue)", .service, "Service", presence: presence)
    }
    let styles = FlowDiagram.Card.Style.allCases
    for (position, kind) in EdgeKind.allCases.enumerated() {
      let ends = (styles[position % styles.count].rawValue, styles[(position + 3) % styles.count].rawValue)
      sketch.link("kind/\(ends.0)", "kind/\(ends.1)", kind, inferred: position % 4 == 3)
    }
    return sketch.diagram
  }
}
