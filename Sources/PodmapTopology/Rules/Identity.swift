/// A service account as a mesh writes it: `cluster.local/ns/shop/sa/web`, or `shop/web`.
struct Identity {
  var name: String
  /// `nil` for the namespace of the object that names it.
  var namespace: String?

  /// `nil` for a pattern that several accounts may match.
  init?(_ text: String) {
    guard !text.contains("*") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count >= 4, parts[parts.count - 4] == "ns", parts[parts.count - 2] == "sa" {
      (name, namespace) = (parts[parts.count - 1], parts[parts.count - 3])
    } else if parts.count == 2 {
      (name, namespace) = (parts[1], parts[0])
    } else if parts.count == 1 {
      (name, namespace) = (text, nil)
    } else {
      return nil
    }
    if name.isEmpty || namespace?.isEmpty == true { return nil }
  }
}
