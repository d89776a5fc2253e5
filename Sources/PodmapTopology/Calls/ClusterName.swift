import PodmapManifests

/// A host name with the parts that Kubernetes gives it: `_grpc._tcp.db.shop.svc.cluster.local`.
///
/// https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
struct ClusterName {
  /// The name of a Service's port, for which the DNS has an SRV record.
  var port: String?
  /// The labels without those of the port; the last one is never empty.
  var labels: [Substring]
  /// The position of `svc`, if the name says with it that it is a Service's.
  private var mark: Int?

  /// `nil` if no host can have the name.
  init?(_ host: some StringProtocol) {
    var host = host.lowercased()
    if host.hasSuffix(".") { host.removeLast() }
    guard !host.isEmpty, host.utf8.count <= Limit.dnsName.value else { return nil }
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 2, Self.isServiceLabel(labels[0]), Self.isServiceLabel(labels[1]) {
      port = String(labels[0].dropFirst())
      labels.removeFirst(2)
    }
    guard labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
    self.labels = labels
    // `svc.ns.svc…`, `pod.svc.ns.svc…`
    mark = labels.indices.first { (2...3).contains($0) && labels[$0] == "svc" }
  }

  /// The Service and its namespace, if the name says with `svc` that it is one.
  var service: (name: Substring, namespace: Substring)? { mark.map { (labels[$0 - 2], labels[$0 - 1]) } }

  /// Whether nothing, or the usual domain of a cluster, follows `svc`. Some clusters have another one.
  var hasUsualDomain: Bool {
    guard let mark else { return false }
    return mark == labels.count - 1 || labels[(mark + 1)...] == ["cluster", "local"]
  }

  var host: String { labels.joined(separator: ".") }

  /// A label of an SRV record: `_tcp`.
  private static func isServiceLabel(_ label: Substring) -> Bool {
    label.utf8.first == UInt8(ascii: "_") && isLabel(label.dropFirst())
  }

  /// A label of a host name, as RFC 1123 allows it.
  private static func isLabel(_ label: Substring) -> Bool {
    (1...Limit.dnsLabel.value).contains(label.utf8.count) && label.utf8.first != UInt8(ascii: "-")
      && label.utf8.last != UInt8(ascii: "-") && !label.utf8.contains(UInt8(ascii: "_"))
  }
}
