package import PodmapManifests

/// A kind of policies about network traffic: one row of `PolicyKindTable`.
package struct PolicyKind: Sendable {
  /// The policy in an object, and what is wrong with it.
  typealias Reader = @Sendable (Resource) -> (policy: NetworkPolicy, diagnostics: [Diagnostic])

  package let kind: ResourceKind
  /// The versions of the API whose policies are judged.
  let versions: Set<String>
  let reader: Reader?
  /// What a policy may affect that isn't judged.
  let reach: PolicyReach

  init(_ kind: ResourceKind, _ versions: Set<String>, reach: PolicyReach, _ reader: @escaping Reader) {
    self.kind = kind
    self.versions = versions
    self.reader = reader
    self.reach = reach
  }

  /// A kind that isn't judged.
  init(_ kind: ResourceKind, _ reach: PolicyReach) {
    self.kind = kind
    versions = []
    reader = nil
    self.reach = reach
  }

  /// The row of a kind; kinds that call themselves network policies have one too.
  package init?(_ kind: ResourceKind) {
    if let row = Self.byKind[kind] {
      self = row
    } else if !kind.isBuiltIn, kind.name.hasSuffix("NetworkPolicy"), !Self.aboutOtherNetworks.contains(kind) {
      self.init(kind, PolicyReach(kind.isClusterScoped ? .everywhere : .ownNamespace, mayAllow: true))
    } else {
      return nil
    }
  }

  /// Policies about networks that pods have besides the cluster's.
  private static let aboutOtherNetworks: Set<ResourceKind> = ["MultiNetworkPolicy.k8s.cni.cncf.io"]

  private static let byKind = Dictionary((judgedPolicyKinds + otherPolicyKinds).map { ($0.kind, $0) }) { $1 }

  /// The policy in an object; `nil` if the kind isn't about network traffic.
  static func policy(in resource: Resource) -> (policy: NetworkPolicy, diagnostics: [Diagnostic])? {
    guard let row = PolicyKind(resource.kind) else { return nil }
    let version = resource.root["apiVersion"]?.text?.split(separator: "/").last.map { String($0) } ?? ""
    if let reader = row.reader, row.versions.contains(version) { return reader(resource) }
    var reach = row.reach
    if resource.namespace == nil, resource.kind.isClusterScoped { reach.pods = .everywhere }
    let name = resource.root.at("metadata", "name") ?? resource.root
    let policy = NetworkPolicy(
      selector: LabelSelector(), selectorEvidence: Evidence(name, path: "metadata.name", in: resource.file),
      directions: [], ingress: [], egress: [], gap: .unread(reach))
    return (policy, [])
  }
}
