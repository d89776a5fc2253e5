internal import PodmapManifests

/// A kustomization with all that it refers to, read recursively, without following what is remote.
struct KustomizationTree: Sendable {
  /// `nil` if the folder has no kustomization file.
  let root: Kustomization?
  /// The root first, each folder once, in the order in which they are found.
  let all: [Kustomization]
  /// What is wrong with the kustomization files, and what they refer to and does not exist.
  let diagnostics: [Diagnostic]
  /// What is fetched from elsewhere, with the file that says so.
  var remote: [(file: String, entry: String)] {
    zip(all, pluginRemote).flatMap { kustomization, more in
      (kustomization.remote + more).uniqued.map { (kustomization.file, $0) }
    }
  }

  /// What the configurations of generators and transformers fetch, for each of `all`.
  private let pluginRemote: [[String]]
  /// The position in `all` of each path of a folder.
  private let positions: [String: Int]

  /// Reads the kustomization in a folder.
  init(folder: String) {
    var search = KustomizationSearch()
    search.visit(folder, from: nil)
    all = search.found
    positions = search.positions
    root = all.first
    diagnostics = search.report.diagnostics
    pluginRemote = PluginScan.remoteEntries(of: all, positions)
  }

  /// The position in `all` of a folder that one of them refers to.
  func position(of folder: String) -> Int? { positions[folder] }

  /// Symbolic links in a folder, given by its real path, that lead out of it.
  ///
  /// Only entries of the folders of the tree and the files and folders that it refers to are looked at.
  func escapes(from boundary: String) -> [String] {
    var links = LinkSearch(boundary)
    for kustomization in all {
      for name in (try? FileSystem.names(in: kustomization.folder)) ?? [] {
        links.check(KustomizationPath.join(kustomization.folder, name))
      }
      for path in [kustomization.file] + kustomization.folders + kustomization.files { links.checkAll(of: path) }
    }
    return links.found
  }
}

/// Finds symbolic links in a folder that lead out of it.
private struct LinkSearch {
  let boundary: String
  var found: [String] = []
  private var seen: Set<String> = []

  init(_ boundary: String) {
    self.boundary = boundary
  }

  /// Checks each component of a path.
  mutating func checkAll(of path: String) {
    var end = path.startIndex
    while end < path.endIndex {
      let next = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      check(String(path[..<next]))
      end = next
    }
  }

  mutating func check(_ path: String) {
    guard seen.insert(path).inserted, FileSystem.isLink(path), RealPath.leads(path, outOf: boundary) else { return }
    // A link above the boundary is the user's own.
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let home = RealPath.of(parent), RealPath.isInside(home, boundary) else { return }
    found.append(path)
  }
}
