import PodmapManifests

/// The address of a backend, as some routes write it: `web`, `web.shop:80`, `https://web.shop:8443/path`.
struct ServiceAddress {
  var host: String
  var port: Int?

  /// `nil` if there is no host.
  init?(_ text: String) {
    var rest = text[...]
    if let scheme = rest.firstByteRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" }
    // An IPv6 address has brackets.
    let end = rest.lastIndex(of: "]").map { rest.index(after: $0) } ?? rest.firstIndex(of: ":") ?? rest.endIndex
    host = String(rest[..<end])
    port = rest[end...].first == ":" ? Int(rest[rest.index(after: end)...]) : nil
    if host.isEmpty { return nil }
  }
}
