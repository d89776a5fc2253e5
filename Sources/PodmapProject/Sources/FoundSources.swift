internal import PodmapManifests
internal import PodmapTopology

/// What was found below a directory, before it is decided what is drawn.
struct FoundSources: Sendable {
  /// A plain file.
  struct Plain: Sendable {
    var file: SourceFile
    /// Its identity in the file system; `nil` if its text comes from elsewhere.
    var identity: FileSystem.Identity?
    /// The folder that sets it aside, if one does.
    var aside: SetAside?
  }

  /// A source that another program renders.
  struct Candidate: Sendable {
    var folder: RenderedFolder
    var aside: SetAside?
  }

  var files: [Plain] = []
  var candidates: [Candidate] = []

  /// Leaves out what folders set aside, if the rest runs anything, and says so.
  mutating func leaveOut() -> [Diagnostic] {
    let ranks = Set(files.map(\.aside.rank) + candidates.map(\.aside.rank))
    guard ranks.count > 1, let kept = ranks.sorted().first(where: { runs(upTo: $0) }) else { return [] }
    let left = files.filter(\.file.looksLikeAManifest).compactMap(\.aside) + candidates.compactMap(\.aside)
    files.removeAll { $0.aside.rank > kept }
    candidates.removeAll { $0.aside.rank > kept }
    return SkippedFolders.all.compactMap { row in
      let folders = left.filter { $0.row.reason == row.reason && $0.row.rank > kept }.map(\.folder).uniqued
      return folders.isEmpty ? nil : .setAside(folders.sorted(), row)
    }
  }

  /// Whether anything up to a rank runs.
  private func runs(upTo rank: Int) -> Bool {
    candidates.contains { $0.aside.rank <= rank && !$0.folder.source.parts($0.folder.path).isOnlyPart }
      || files.contains { $0.aside.rank <= rank && $0.file.runsPods }
  }
}

extension SourceFile {
  /// Whether it may contain an object: our own output, and other data, doesn't.
  var looksLikeAManifest: Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("apiVersion") && text.contains("kind")
  }

  /// Whether it contains a workload.
  var runsPods: Bool {
    Topology(ManifestSet(reading: [self]).resources).nodes.contains { $0.workload != nil && $0.presence == .present }
  }
}

extension Diagnostic {
  fileprivate static func setAside(_ folders: [String], _ row: SkippedFolders) -> Diagnostic {
    var diagnostic = skipped(folders, because: row.reason)
    diagnostic.topic = row.topic
    diagnostic.message += "; to draw one: podmap draw \(folders[0].typed)"
    return diagnostic
  }
}
