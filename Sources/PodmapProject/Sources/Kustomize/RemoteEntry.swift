/// How kustomize recognises that an entry is not a path but a URL or a git repository.
enum RemoteEntry {
  static func isRemote(_ text: String, found kind: FileSystem.Kind?) -> Bool {
    let text = text.lowercased()
    // A folder with such a name doesn't keep kustomize from opening a connection, so these come first.
    if isAlwaysFetched(text) { return true }
    if kind == .file { return false }
    if isRepository(text) { return true }
    return kind == nil && looksRemote(text)
  }

  /// What kustomize fetches even if there is a file of this name.
  private static func isAlwaysFetched(_ text: String) -> Bool {
    ["http:", "https:"].contains(where: text.hasPrefix)
  }

  /// What kustomize clones even if there is a folder of this name.
  private static func isRepository(_ text: String) -> Bool {
    let address = text.hasPrefix("git::") ? text.dropFirst(5) : text[...]
    if ["gh:", "ssh:", "file:", "git:", "http:", "https:"].contains(where: address.hasPrefix) { return true }
    let host = address.hasPrefix("www.") ? address.dropFirst(4) : address
    if ["github.com/", "github.com:"].contains(where: host.hasPrefix) { return true }
    // git@host:path
    let user = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }
    return !user.isEmpty && address.dropFirst(user.count).hasPrefix("@")
      && address.contains { $0 == ":" || $0 == "/" }
  }

  /// What older versions fetch, and what can't be a path.
  private static func looksRemote(_ text: String) -> Bool {
    if ["://", "git@", "?ref=", "&ref=", "_git/", ".git//"].contains(where: text.contains) { return true }
    return text.hasPrefix("git::") || text.hasSuffix(".git")
  }
}
