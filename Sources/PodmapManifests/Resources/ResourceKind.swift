/// A kind of object: `Deployment`, or `Certificate.cert-manager.io` outside the built-in API groups.
///
/// The set is open, since any custom resource has a kind: code that reads manifests must not assume that it knows them
/// all. What we know about a kind is in its row of the table, `KnownKind`.
package struct ResourceKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The kind of an object with the given `apiVersion` and `kind`.
  package init(apiVersion: String, kind: String) {
    self.init(group: Self.group(of: apiVersion), kind: kind)
  }

  /// The API group in an `apiVersion`; empty for the core group.
  package static func group(of apiVersion: String) -> Substring {
    apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")).map { apiVersion[..<$0] } ?? ""
  }

  package init(group: Substring, kind: String) {
    rawValue = BuiltInGroups.contains(group) ? kind : "\(kind).\(group)"
  }

  /// The kind without its group: `Certificate`.
  package var name: String {
    rawValue.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(rawValue[..<$0]) } ?? rawValue
  }

  /// Whether its objects add listeners to a Gateway: a ListenerSet, or an XListenerSet of the experimental group.
  package var isListenerSet: Bool { name.hasSuffix("ListenerSet") }

  /// Whether the kind is in an API group that every cluster has.
  package var isBuiltIn: Bool { !rawValue.utf8.contains(UInt8(ascii: ".")) }
}

extension ResourceKind: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(rawValue: text)
  }
}

extension ResourceKind {
  package static let pod = ResourceKind(rawValue: "Pod")
  package static let podTemplate = ResourceKind(rawValue: "PodTemplate")
  package static let deployment = ResourceKind(rawValue: "Deployment")
  package static let replicaSet = ResourceKind(rawValue: "ReplicaSet")
  package static let replicationController = ResourceKind(rawValue: "ReplicationController")
  package static let statefulSet = ResourceKind(rawValue: "StatefulSet")
  package static let daemonSet = ResourceKind(rawValue: "DaemonSet")
  package static let job = ResourceKind(rawValue: "Job")
  package static let cronJob = ResourceKind(rawValue: "CronJob")
  package static let service = ResourceKind(rawValue: "Service")
  package static let ingress = ResourceKind(rawValue: "Ingress")
  package static let ingressClass = ResourceKind(rawValue: "IngressClass")
  package static let configMap = ResourceKind(rawValue: "ConfigMap")
  package static let secret = ResourceKind(rawValue: "Secret")
  package static let serviceAccount = ResourceKind(rawValue: "ServiceAccount")
  package static let persistentVolumeClaim = ResourceKind(rawValue: "PersistentVolumeClaim")
  package static let persistentVolume = ResourceKind(rawValue: "PersistentVolume")
  package static let storageClass = ResourceKind(rawValue: "StorageClass")
  package static let referenceGrant = ResourceKind(rawValue: "ReferenceGrant.gateway.networking.k8s.io")
  package static let namespace = ResourceKind(rawValue: "Namespace")
  package static let node = ResourceKind(rawValue: "Node")
  package static let priorityClass = ResourceKind(rawValue: "PriorityClass")
  package static let runtimeClass = ResourceKind(rawValue: "RuntimeClass")
  package static let resourceClaim = ResourceKind(rawValue: "ResourceClaim")
  package static let resourceClaimTemplate = ResourceKind(rawValue: "ResourceClaimTemplate")
  package static let horizontalPodAutoscaler = ResourceKind(rawValue: "HorizontalPodAutoscaler")
}
