import PodmapManifests

// Texts that both writers put on cards, before they are escaped.

extension FlowDiagram.Card {
  /// The small line: the kind, and the number of equal pods unless the kind contains it.
  var heading: String {
    guard let replicas, replicas > 1, !kind.contains(String(replicas)) else { return kind }
    return kind + " ×" + String(replicas)
  }

  var shownName: String {
    name.isBlank ? "(no name)" : name
  }
}

extension PodContent.Container {
  /// The image without its registry and folders: the part that distinguishes the images of one page.
  var shortImage: String {
    var rest = image[...]
    if let at = rest.utf8.firstIndex(of: UInt8(ascii: "@")) {
      // The first digits of a digest are enough to compare by eye.
      let digest = rest[rest.index(after: at)...].drop { $0 != ":" }.dropFirst().prefix(7)
      rest = rest[..<at]
      if !rest.lastPathComponent.contains(":"), !digest.isEmpty { return rest.lastPathComponent + "@" + digest }
    }
    return String(rest.lastPathComponent)
  }
}

extension PodContent.Container {
  /// The pattern, if it isn't the word for the role before the container's name.
  var patternWord: String? {
    pattern.flatMap { $0.word == role.family.word ? nil : $0.word }
  }

  /// What the container does for the others: "adapter: reads what app writes to logs", or without the first word
  /// if the role says it.
  var patternLines: [String] {
    guard let pattern else { return [] }
    let start = pattern.word + ": "
    guard patternWord == nil, pattern.line.hasPrefix(start) else { return [pattern.line] }
    return [String(pattern.line.dropFirst(start.count))]
  }
}

extension PodContent.Volume {
  /// Who shares the volume: positions of containers, each once.
  enum Flow: Equatable {
    case oneWriter(Int, readers: [Int])
    case together([Int])
  }

  var flow: Flow {
    var all: [Int] = []
    for mount in mounts where !all.contains(mount.container) { all.append(mount.container) }
    if hasOneWriter, let writer = mounts.first(where: { !$0.isReadOnly })?.container {
      let readers = all.filter { $0 != writer }
      if !readers.isEmpty { return .oneWriter(writer, readers: readers) }
    }
    return .together(all)
  }

  var isShared: Bool {
    switch flow {
    case .oneWriter: true
    case .together(let containers): containers.count > 1
    }
  }
}

extension PodContent {
  /// Who writes and reads a volume: "builder → server", or all its containers if that isn't clear.
  func sharers(of volume: Volume) -> String {
    func names(_ positions: [Int]) -> String {
      positions.filter(containers.indices.contains).map { Shortened(containers[$0].name, limit: 40).text }
        .joined(separator: ", ").shortenedList(to: 60)
    }
    return switch volume.flow {
    case .oneWriter(let writer, let readers): names([writer]) + " → " + names(readers)
    case .together(let all): all.isEmpty ? "mounted by no container" : names(all)
    }
  }
}

extension PodContent {
  /// Where each container sees a volume: "builder: /out".
  func mounts(of volume: Volume) -> [String] {
    let lines = volume.mounts.filter { containers.indices.contains($0.container) }.map { mount in
      containers[mount.container].name + ": " + mount.path + (mount.isReadOnly ? " (read-only)" : "")
    }
    let limit = Limit.volumeMounts.value
    return lines.count > limit ? lines.prefix(limit - 1) + ["and \(lines.count - limit + 1) more"] : lines
  }
}

extension String {
  /// Whether nothing of it is visible.
  var isBlank: Bool { cleaned().isEmpty }
}

extension Substring {
  fileprivate var lastPathComponent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(self) }
    return String(self[index(after: slash)...])
  }
}
