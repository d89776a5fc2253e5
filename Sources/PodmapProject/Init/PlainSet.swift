internal import PodmapManifests

/// Files of plain manifests that define no object twice, and so may be one application.
struct PlainSet {
  private(set) var files: [ManifestFile]
  private(set) var objects: Set<ObjectKey>
  private(set) var workloads: Int
  /// The folder that all files are in or below.
  var folder: String
  /// Its position among several sets of the same folder, whose name doesn't tell them apart; `nil` for the only one.
  var rank: Int?

  init(_ file: ManifestFile) {
    (files, objects, workloads, folder) = ([file], file.objects, file.workloads, file.folder)
  }

  mutating func add(_ other: PlainSet) {
    files += other.files
    objects.formUnion(other.objects)
    workloads += other.workloads
  }

  /// The name of its largest file, if that tells it from other sets of the folder.
  var ownName: String? {
    guard let rank, rank > 0 || files.count == 1 else { return nil }
    return DiagramNames.plain(files[0].path)
  }

  /// Whether it is only a piece of another one of the same folder.
  func isFragment(of other: PlainSet) -> Bool {
    rank != nil && other.rank != nil && folder == other.folder && 3 * workloads < other.workloads
      && conflicts(with: other)
  }

  func conflicts(with other: PlainSet) -> Bool { !objects.isDisjoint(with: other.objects) }
}

/// The sets of one folder: those that are complete, and the pieces of them.
struct RankedSets {
  private(set) var complete: [PlainSet] = []
  private(set) var pieces: [PlainSet] = []

  /// Few sets of a folder are much larger than the others, and they are the first ones.
  init(_ sets: [PlainSet]) {
    let large = sets.prefix(Limit.draftFolders.value)
    for set in sets {
      if large.contains(where: set.isFragment) { pieces.append(set) } else { complete.append(set) }
    }
  }
}
