import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// Diagrams written by hand, alone and beside manifests, as YAML and as they are drawn.
enum HandWrittenDiagrams {
  static let all: [(name: String, diagram: FlowDiagram)] =
    [("hand-written", alone(everything)), ("hand-written-free", alone(free))]
    + [FlowView.workloads, .network, .pod].map { view in
      ("hand-written-\(view.name)", joined(shop, users, view: view))
    }

  /// Every field of the format, frames in frames, long texts, a loop and parallel lines.
  static let everything = """
    apiVersion: podmap/v1
    kind: Diagram
    metadata: {name: everything}
    title: A cluster drawn by hand
    description: Two machines, a pod on each, and a database outside.
    nodes:
      api: {label: API server, kind: node}
      app: {label: app, kind: container}
      log: {label: log shipper that brings what the app beside it writes to a place where it is kept, kind: container}
      web: {label: web, kind: container}
      db: {label: "Database\\nPostgreSQL", kind: storage}
      user: {label: Reader, kind: user}
      end: end
    groups:
      one: {label: machine one, kind: node, groups: [front], nodes: [api]}
      cluster: {label: The cluster, kind: cluster, groups: [one, two]}
      two: {label: machine two, kind: node, groups: [back]}
      front: {label: front end, kind: pod, nodes: [app, log]}
      back: {label: back end, kind: pod, nodes: [web]}
      people: {nodes: [user]}
    edges:
      - app -> log: writes
      - user -> app
      - app -> web: {label: asks now and then, line: dashed}
      - app -> web: asks for what only the back end has, and waits until it comes
      - web -> db: reads
      - web -> db: writes
      - web -> web: retries
      - end -> api

    """

  /// Pieces that nothing connects, from left to right: neither lines nor boxes are added to arrange them.
  static let free = """
    apiVersion: podmap/v1
    kind: Diagram
    metadata: {name: free}
    direction: LR
    nodes: {a: A, b: B, c: C, d: D, e: E, f: F}
    edges: [a -> c, a -> d, b -> e]

    """

  static let shop = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: server, image: "web:1", ports: [{containerPort: 80}]}, {name: log, image: "log:1"}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}

    """

  /// `auditor` looks at configuration, which not every view shows; `clock` stands free.
  static let users = """
    apiVersion: podmap/v1
    kind: Diagram
    metadata: {name: users}
    nodes:
      customer: {label: Customer, kind: user}
      agent: Support agent
      bank: {label: Bank, kind: external}
      auditor: {label: Auditor, kind: user}
      clock: Clock
    groups:
      company: {label: Our company, groups: [support]}
      support: {label: Support, nodes: [agent]}
    edges:
      - customer -> Service/web: buys
      - agent -> customer: helps
      - Deployment/web/log -> bank: reports
      - bank -> Deployment/web: {line: dashed}
      - auditor -> ConfigMap/settings: reads
      - Deployment/web -> ConfigMap/settings: needs

    """

  static func read(_ texts: String...) -> ManifestSet {
    ManifestSet(reading: texts.enumerated().map { SourceFile(name: "\($0).yaml", text: $1) })
  }

  static func alone(_ text: String, _ options: ViewOptions = ViewOptions()) -> FlowDiagram {
    let set = read(text)
    return FlowView.Result(set.diagrams[0], in: Topology([], diagrams: set.diagrams), options).diagram
  }

  static func joined(_ manifests: String, _ diagram: String, view: FlowView) -> FlowDiagram {
    let set = read(manifests, diagram)
    let topology = Topology(set.resources, diagrams: set.diagrams)
    return view.drawing(of: topology, ViewOptions(subject: "shop")).diagram
  }
}
