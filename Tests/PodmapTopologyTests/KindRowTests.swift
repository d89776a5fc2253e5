import PodmapManifests
import Testing

@testable import PodmapTopology

@Suite("Rows of the table of kinds")
struct KindRowTests {
  @Test("Every kind that a table of references, selectors or shapes mentions has a row")
  func mentioned() {
    let references = ReferenceTables.all.flatMap { $0.source.kinds + $0.target.kinds }
    let selectors = selectorTable.flatMap { [$0.source] + $0.target.kinds }
    let shapes = fieldShapes.flatMap(\.source.kinds)
    for kind in Set(references + selectors + shapes) { #expect(KnownKind(kind) != nil, "\(kind.rawValue)") }
  }

  @Test("Kinds that the graph implies, and those that read as workloads, have a row")
  func named() {
    let implied: [ResourceKind] = [.container, .volume, .host, .addressBlock, .diagram, .networkPolicy]
    for kind in implied { #expect(KnownKind(kind) != nil, "\(kind.rawValue)") }
    for row in KnownKind.all where row.kind.isWorkload {
      #expect(row.family == .workload || row.family == .job, "\(row.kind.rawValue)")
    }
  }

  @Test("What a cluster has without a manifest", arguments: provided)
  func providedObjects(_ kind: String, _ name: String, _ namespace: String?, _ isProvided: Bool) {
    #expect(ClusterProvided.provides(ResourceKind(rawValue: kind), name, in: namespace) == isProvided)
  }

  static let provided: [(String, String, String?, Bool)] = [
    ("ServiceAccount", "default", "shop", true), ("ServiceAccount", "web", "shop", false),
    ("Service", "kubernetes", "default", true), ("Service", "kubernetes", "shop", false),
    ("Service", "dns", "kube-system", true), ("ConfigMap", "kube-root-ca.crt", "shop", true),
    ("Namespace", "kube-public", nil, true), ("Namespace", "shop", nil, false), ("Node", "any", nil, true),
    ("ClusterRole", "system:node", nil, true), ("ClusterRole", "edit", nil, true), ("ClusterRole", "web", nil, false),
    ("FlowSchema", "system-nodes", nil, true), ("User", "alice", nil, true),
    ("GatewayClass.gateway.networking.k8s.io", "istio", nil, true), ("Deployment", "web", "shop", false),
  ]
}

extension ReferenceRule.Source {
  fileprivate var kinds: [ResourceKind] {
    switch self {
    case .object(let kind): [kind]
    case .podSpec, .container, .anyObject: []
    }
  }
}

extension ReferenceRule.Target {
  fileprivate var kinds: [ResourceKind] {
    switch self {
    case .kind(let kind): [kind]
    case .kindNamed(let kinds): kinds
    case .kindOrClusterKind(let kind): [kind, ResourceKind(rawValue: "Cluster" + kind.rawValue)]
    case .kindBesideName(let kind): kind.map { [$0] } ?? []
    case .resourcesBesideName: []
    }
  }
}

extension SelectorRule.Target {
  fileprivate var kinds: [ResourceKind] {
    switch self {
    case .pods: []
    case .objects(let kind): [kind]
    }
  }
}
