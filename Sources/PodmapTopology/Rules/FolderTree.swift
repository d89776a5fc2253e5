import PodmapManifests

/// A folder whose manifests a controller applies.
struct DeliveredFolder {
  /// The position of the object that says so.
  var source: Int
  /// A component may be a pattern: `*`.
  var components: [Substring]
  var evidence: Evidence
}

/// The folders by the names on the way to them, from the folder that all files are in.
struct FolderTree {
  private struct Branch {
    var children: [Substring: Int] = [:]
    var folders: [DeliveredFolder] = []
  }

  private var branches = [Branch()]
  /// How many components all files have in common.
  private let shared: Int

  init(_ folders: [DeliveredFolder], in files: [String]) {
    var common: [Substring]?
    for file in files {
      let folder = Self.folder(of: file)
      guard let known = common else {
        common = folder
        continue
      }
      common = Array(zip(known, folder).prefix { $0 == $1 }.map(\.0))
    }
    shared = common?.count ?? 0
    for folder in folders {
      var branch = 0
      for component in folder.components {
        if let next = branches[branch].children[component] {
          branch = next
        } else {
          branches[branch].children[component] = branches.count
          branch = branches.count
          branches.append(Branch())
        }
      }
      if branches[branch].folders.count < Limit.deliveriesOfFolder.value { branches[branch].folders.append(folder) }
    }
  }

  /// The folders that contain a file and are closest to it. The input may begin above the repository's root or at it.
  func folders(of file: String) -> [DeliveredFolder] {
    let path = Self.folder(of: file)
    var deepest: (depth: Int, folders: [DeliveredFolder]) = (0, [])
    for start in 0...min(shared, path.count) {
      find(path[start...], 0, depth: 0, &deepest)
      if !deepest.folders.isEmpty { break }
    }
    return deepest.folders
  }

  private func find(
    _ rest: ArraySlice<Substring>, _ branch: Int, depth: Int, _ deepest: inout (depth: Int, folders: [DeliveredFolder])
  ) {
    if !branches[branch].folders.isEmpty, depth > deepest.depth { deepest = (depth, branches[branch].folders) }
    guard let first = rest.first else { return }
    for name in [first, "*"] {
      if let next = branches[branch].children[name] { find(rest.dropFirst(), next, depth: depth + 1, &deepest) }
    }
  }

  private static func folder(of file: String) -> [Substring] { Delivery.components(file).dropLast() }
}
