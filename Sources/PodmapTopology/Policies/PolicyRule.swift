import PodmapManifests

extension NetworkPolicy {
  /// What a rule does with the traffic that it matches.
  enum Action: Sendable, Hashable {
    case allow, deny
    /// The next tier decides.
    case pass
    /// A program outside the mesh decides (Istio's `CUSTOM`).
    case delegate
  }

  /// A rule matches traffic of any of its peers to any of its ports.
  struct Rule: Sendable, Hashable {
    var action = Action.allow
    /// If empty, everyone.
    var peers: [Peer]
    /// If empty, every port.
    var ports: [Port]
    /// What else the rule asks for, which no manifest says: "paths".
    var condition: String?
  }

  /// The other end of the traffic.
  enum Peer: Sendable, Hashable {
    /// Pods by their labels and those of their namespace; both must match. Without `namespaces`, pods in the namespace
    /// of the pod that the policy is about.
    case pods(LabelSelector, namespaces: LabelSelector?)
    case block(AddressBlock, except: [AddressBlock], evidence: [Evidence])
    /// A group of ends that Cilium gives a name.
    case entity(PolicyEntity)
    /// The cluster's nodes.
    case nodes
    /// Hosts outside the cluster, by name.
    case hosts([HostPattern])
    /// A Service; without a namespace, in that of the pod that the policy is about.
    case service(name: String, namespace: String?)
    /// A caller as a proxy of a service mesh knows it.
    case caller(MeshCaller)
    /// A field whose meaning isn't judged: "toGroups".
    case unjudged(String)
    /// An invalid peer; we don't know what it was meant to match.
    case unreadable
  }

  /// Ports of the pod that receives the requests, not those of a Service in front of it.
  struct Port: Sendable, Hashable {
    enum Target: Sendable, Hashable {
      case any, none
      case numbers(ClosedRange<Int>)
      case allBut([Int])
      case name(String)
      case unreadable
    }

    /// `TCP`, `UDP` or `SCTP`; `nil` for all of them.
    var transport: String?
    var target: Target
    var evidence: [Evidence] = []
  }
}

/// The name of a host, or a pattern for names: `*.example.com`.
struct HostPattern: Sendable, Hashable {
  /// What `*` stands for.
  enum Wildcard: Sendable, Hashable {
    /// Characters of one label (Cilium).
    case oneLabel
    /// One or more labels (the admin tiers).
    case labels
  }

  var text: String
  var wildcard: Wildcard

  func matches(_ name: String) -> Bool {
    let (pattern, name) = (Self.plain(text), Self.plain(name))
    guard pattern.contains("*") else { return pattern == name }
    switch wildcard {
    case .labels: return pattern.hasPrefix("*.") && name.hasSuffix(pattern.dropFirst()) && name.count >= pattern.count
    case .oneLabel:
      if pattern == "*" { return true }
      let (parts, labels) = (pattern.split(separator: "."), name.split(separator: "."))
      return parts.count == labels.count && zip(parts, labels).allSatisfy { Self.matches($0, $1) }
    }
  }

  /// Whether a label matches a pattern with any number of `*`.
  private static func matches(_ pattern: Substring, _ label: Substring) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return pattern == label }
    guard label.hasPrefix(pieces[0]), label.count >= pieces.map(\.count).reduce(0, +) else { return false }
    var rest = label.dropFirst(pieces[0].count)
    for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
      guard let found = rest.firstByteRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(pieces[pieces.count - 1])
  }

  private static func plain(_ name: String) -> String {
    let name = name.lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}
