/// A folder of a repository with plain manifests in it or below, from which sets of files are made.
struct PlainFolder {
  /// `.` for the current folder.
  let path: String
  private var files: [ManifestFile] = []
  private var folders: [PlainFolder] = []

  /// The folder at a path with files, which are all in or below it.
  init(_ files: [ManifestFile], at path: String = ".") {
    self.path = path
    let start = path == "." ? "" : path + "/"
    var below: [(name: Substring, files: [ManifestFile])] = []
    for file in files {
      let rest = file.path.dropFirst(start.count)
      guard let slash = rest.firstIndex(of: "/") else {
        self.files.append(file)
        continue
      }
      let name = rest[..<slash]
      if below.last?.name != name { below.append((name, [])) }
      below[below.count - 1].files.append(file)
    }
    folders = below.map { PlainFolder($0.files, at: start + $0.name) }
  }

  /// The sets in this folder and below. Neighbouring folders are parts of one application unless they define an object
  /// twice; only in the current folder, of which little is known, they are kept apart.
  func sets() -> [PlainSet] {
    var own = ownSets()
    var below = folders.flatMap { $0.sets() }
    if path == "." { return own + below }
    let all = own + below
    let union = all.reduce(into: Set<ObjectKey>()) { $0.formUnion($1.objects) }
    if union.count == all.reduce(0, { $0 + $1.objects.count }) {
      guard var whole = all.first else { return [] }
      for set in all.dropFirst() { whole.add(set) }
      if all.count > 1 { (whole.folder, whole.rank) = (path, nil) }
      return [whole]
    }
    // What runs nothing belongs to the application that it is in the folder of.
    if !own.isEmpty, own[0].workloads > 0 {
      below.removeAll { set in
        guard set.workloads == 0, !own[0].conflicts(with: set) else { return false }
        own[0].add(set)
        return true
      }
    }
    return own + below
  }

  /// The files of this folder: each joins the first set that it doesn't conflict with, the most complete ones first.
  private func ownSets() -> [PlainSet] {
    let order = files.sorted { left, right in
      (right.workloads, right.objects.count, left.path.count, left.path)
        < (left.workloads, left.objects.count, right.path.count, right.path)
    }
    var sets: [PlainSet] = []
    var users: [ObjectKey: Set<Int>] = [:]
    for file in order {
      let taken = file.objects.reduce(into: Set<Int>()) { $0.formUnion(users[$1] ?? []) }
      let position = sets.indices.first { !taken.contains($0) } ?? sets.count
      if position < sets.count { sets[position].add(PlainSet(file)) } else { sets.append(PlainSet(file)) }
      for key in file.objects { users[key, default: []].insert(position) }
    }
    guard sets.count > 1 else { return sets }
    for index in sets.indices { sets[index].rank = index }
    return sets
  }

  /// The inputs for some files: a folder where all in it are among them and nothing else is in it, else its files.
  /// `mixed` are folders with something else.
  func inputs(_ chosen: Set<String>, mixed: Set<String>) -> [String] {
    if files.isEmpty, folders.count == 1 { return folders[0].inputs(chosen, mixed: mixed) }
    if path != ".", isWhole(chosen, mixed) { return [path] }
    return files.map(\.path).filter(chosen.contains) + folders.flatMap { $0.inputs(chosen, mixed: mixed) }
  }

  private func isWhole(_ chosen: Set<String>, _ mixed: Set<String>) -> Bool {
    files.allSatisfy { chosen.contains($0.path) } && folders.allSatisfy { $0.isWhole(chosen, mixed) }
      && !mixed.contains { $0 == path || $0.hasPrefix(path + "/") }
  }
}
