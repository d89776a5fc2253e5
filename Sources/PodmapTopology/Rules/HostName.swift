import PodmapManifests

/// What a host name means inside a cluster.
enum HostName {
  case service(name: String, namespace: String)
  /// A host outside the cluster.
  case outside(String)

  /// `nil` for a pattern that matches every host. `isService` says whether a Service is known, since `cart.shop` may be
  /// a Service or a host elsewhere.
  init?(_ text: String, near namespace: String, isService: (NodeID) -> Bool) {
    let host = (text.hasSuffix(".") ? String(text.dropLast()) : text).lowercased()
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard host != "*", parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    if parts.count == 1 {
      self = .service(name: parts[0], namespace: namespace)
    } else if parts.count > 2 && parts[2] == "svc" && parts[0] != "*" {
      self = .service(name: parts[0], namespace: parts[1])
    } else if parts.count == 2 && isService(NodeID(.service, parts[0], in: parts[1])) {
      self = .service(name: parts[0], namespace: parts[1])
    } else {
      self = .outside(host)
    }
  }
}
