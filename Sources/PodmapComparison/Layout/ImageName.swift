/// The repository of an image, without the parts that depend on the registry and the version.
struct ImageName: Hashable, Sendable {
  /// "bitnami/redis": without registry, tag and digest. Empty if the manifest names no image.
  let repository: String

  init(_ image: String) {
    var name = image.prefix { $0 != "@" }
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") { name = name[..<colon] }
    var parts = name.split(separator: "/")
    // The rule by which Docker distinguishes a registry from a folder.
    if parts.count > 1, parts[0].contains(".") || parts[0].contains(":") || parts[0] == "localhost" {
      parts.removeFirst()
    }
    if parts.count == 2, parts[0] == "library" { parts.removeFirst() }
    repository = parts.joined(separator: "/")
  }

  /// "redis"
  var last: String { repository.split(separator: "/").last.map(String.init) ?? "" }
}
