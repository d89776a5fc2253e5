import Foundation
import PodmapManifests
import Testing

@Suite("The table of kinds")
struct KindTableTests {
  @Test("Every kind has one row")
  func unique() {
    let counts = Dictionary(grouping: KnownKind.all, by: \.kind).filter { $0.value.count > 1 }
    #expect(counts.isEmpty, "\(counts.keys)")
  }

  @Test("Each table in Kinds/Tables is in the list of all tables")
  func tables() throws {
    let kinds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/PodmapManifests/Kinds")
    let list = try String(contentsOf: kinds.appendingPathComponent("KindTable.swift"), encoding: .utf8)
    let listed = try #require(list.firstMatch(of: /static let all: \[KnownKind\] = \[([^\]]*)\]\.flatMap/)).1
      .matches(of: /\w+Kinds\b/).map { String($0.output) }
    var declared: [String] = []
    let tables = kinds.appendingPathComponent("Tables")
    for file in try FileManager.default.contentsOfDirectory(atPath: tables.path) {
      let text = try String(contentsOf: tables.appendingPathComponent(file), encoding: .utf8)
      let found = text.matches(of: /(?m)^let (\w+): \[KnownKind\]/).map { String($0.1) }
      #expect(!found.isEmpty, "\(file) has no table")
      declared += found
    }
    #expect(listed.sorted() == declared.sorted(), "KnownKind.all must contain each table once")
  }

  @Test("Plurals and short names are in lower case, and those of built-in kinds tell the kinds apart")
  func names() {
    for row in KnownKind.all {
      for name in [row.plural] + row.shortNames { #expect(!name.isEmpty && name == name.lowercased(), "\(row.kind)") }
      #expect(row.plural.first == row.kind.name.lowercased().first, "\(row.kind)")
    }
    let builtIn = KnownKind.all.filter(\.kind.isBuiltIn)
    let names = builtIn.flatMap { [$0.plural] + $0.shortNames }
    #expect(Set(names).count == names.count)
  }

  @Test("A kind of an API has a scope, a kind that no API serves has none")
  func scopes() {
    let without = KnownKind.all.filter { $0.scope == nil }.map(\.kind.rawValue)
    #expect(without == ["Container", "Volume", "Host", "AddressBlock", "Diagram.podmap"])
    #expect(ResourceKind.deployment.builtInScope == .namespaced)
    #expect(ResourceKind.node.builtInScope == .cluster)
    #expect(ResourceKind("ClusterIssuer.cert-manager.io").builtInScope == nil)
  }

  @Test(
    "Kinds without a namespace are known by their rows or by their names",
    arguments: [
      ("Namespace", true), ("Pod", false), ("ClusterIssuer.cert-manager.io", true),
      ("GatewayClass.gateway.networking.k8s.io", true), ("Cluster.cluster.x-k8s.io", false),
      ("ClusterThing.example.com", true), ("Clustering.example.com", false), ("Thing.example.com", false),
    ])
  func clusterScope(_ kind: String, _ isClusterScoped: Bool) {
    #expect(ResourceKind(rawValue: kind).isClusterScoped == isClusterScoped)
  }

  @Test(
    "A kind without a row gets what its name says",
    arguments: [
      ("BackupPolicy.example.com", Icon.networkPolicy, KindFamily.policy, "backuppolicies"),
      ("Secret.example.com", .secret, .other, "secrets"), ("Gateway.example.com", .gateway, .entry, "gateways"),
      ("Mesh.example.com", .custom, .other, "meshes"),
    ])
  func fallback(_ kind: String, _ icon: Icon, _ family: KindFamily, _ plural: String) {
    let kind = ResourceKind(rawValue: kind)
    #expect(kind.icon == icon && kind.family == family && kind.plural == plural)
  }

  @Test("Custom kinds are part of the application, and in the other views like their namesakes")
  func views() {
    let shown = { (kind: ResourceKind) in KindView.allCases.filter { kind.isShown(in: $0) } }
    #expect(shown("ConfigMap") == [.workloads, .configuration])
    #expect(shown("Role") == [.access])
    #expect(shown("StorageClass.example.com") == [.workloads, .storage])
    #expect(shown("Thing.example.com") == [.workloads])
    #expect(shown("Lease") == [])
  }

  @Test("A plural names a built-in kind")
  func plurals() {
    #expect(KnownKind.builtInKind(plural: "networkpolicies") == "NetworkPolicy")
    #expect(KnownKind.builtInKind(plural: "containers") == nil)
    #expect(KnownKind.builtInKind(plural: "virtualservices") == nil)
  }
}
