/// Paths of kustomizations, which can be opened and are short enough to read.
enum KustomizationPath {
  /// A folder joined with what it refers to: `overlays/prod` and `../../base` give `base`.
  static func join(_ folder: String, _ entry: String) -> String {
    if entry.hasPrefix("/") { return entry }
    let whole = folder + "/" + entry
    let short = normalised(whole)
    guard whole.contains("..") else { return short }
    // If a folder is a link, `..` leads to the parent of the folder to which it leads.
    guard let found = try? FileSystem.kind(of: whole) else { return short }
    return (try? FileSystem.kind(of: short))?.identity == found.identity ? short : whole
  }

  /// The path without `.`, and without each `..` that follows a name.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
