internal import PodmapManifests

/// The entries of a source that a renderer might follow.
enum SourceLinks {
  /// All entries below a folder, without following links to folders.
  static func entries(below folder: String) -> [String] {
    var result: [String] = []
    func add(_ folder: String, depth: Int) {
      guard depth < Limit.watchDepth.value else { return }
      for name in (try? FileSystem.names(in: folder)) ?? [] where name != ".git" {
        let path = "\(folder)/\(name)"
        result.append(path)
        if FileSystem.isFolder(path) { add(path, depth: depth + 1) }
      }
    }
    add(folder, depth: 0)
    return result
  }

  /// The symbolic links below a folder that lead out of another one.
  static func escapes(below folder: String, boundary: String) -> [String] {
    guard let home = RealPath.of(boundary) else { return [] }
    return entries(below: folder).filter { FileSystem.isLink($0) && RealPath.leads($0, outOf: home) }.map(refusal)
  }

  /// Why a source with such a link isn't rendered.
  static func refusal(_ link: String) -> String { "the link \(NamedSource.displayName(link)) leads out of the source" }
}
