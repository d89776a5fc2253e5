#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where paths lead once their links are followed.
package enum RealPath {
  /// The real path; `nil` if there is nothing at the path.
  package static func of(_ path: String) -> String? {
    realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
  }

  /// The same for a path whose last components don't have to exist.
  package static func planned(_ path: String) -> String {
    var (existing, rest) = (path, "")
    while of(existing) == nil, let slash = existing.lastIndex(of: "/") {
      rest = String(existing[slash...]) + rest
      existing = String(existing[..<slash])
    }
    if let place = of(existing) { return place + rest }
    return (of(".") ?? "") + "/" + path
  }

  /// Whether a real path is that of a folder or leads into it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// Whether what a path leads to is outside a folder, which is a real path; not if it leads nowhere.
  static func leads(_ path: String, outOf folder: String) -> Bool {
    of(path).map { !isInside($0, folder) } ?? false
  }

  /// Whether a path leads out of the current folder by a link.
  package static func leaves(_ path: String) -> Bool {
    guard let home = of(".") else { return false }
    return !isInside(planned(path), home)
  }
}
