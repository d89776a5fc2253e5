import PodmapManifests

/// The files that an init container prepares for the containers after it: templates that it copies into a volume of the
/// pod, and texts that its script writes there.
///
/// The init container itself calls none of the addresses in them; the containers that mount the volume may.
struct PreparedFiles {
  /// The volumes that it writes to.
  private(set) var volumes: Set<String> = []
  private(set) var readings: [Reading] = []

  /// Takes what an init container prepares out of its texts, or marks it as only copied.
  init(_ container: Value, volumes: [String: Value], _ texts: inout [Reading]) {
    let programs = RunPrograms(container)
    let empty = Set(volumes.filter { $0.value["emptyDir"] != nil }.keys)
    let mounts = (container["volumeMounts"]?.items ?? []).compactMap { mount -> (volume: String, path: String)? in
      guard let volume = mount["name"]?.text, let path = mount["mountPath"]?.text else { return nil }
      return (volume, path.hasSuffix("/") ? String(path.dropLast()) : path)
    }
    let targets = mounts.filter { empty.contains($0.volume) && programs.names($0.path) }
    guard !targets.isEmpty else { return }
    self.volumes = Set(targets.map(\.volume))
    let sources = Set(mounts.filter { !empty.contains($0.volume) && programs.names($0.path) }.map(\.volume))
    for position in texts.indices {
      if let volume = texts[position].volume, sources.contains(volume), !texts[position].source.isScript {
        var copy = texts[position]
        copy.volume = nil
        readings.append(copy)
        texts[position].isIdle = true
      } else if texts[position].source.isShell {
        takeWrittenLines(&texts[position], targets.map(\.path))
      }
    }
  }

  /// Moves the lines that a script writes into one of the folders from the script to a file.
  private mutating func takeWrittenLines(_ script: inout Reading, _ folders: [String]) {
    guard script.text.utf8.contains(UInt8(ascii: ">")) || script.text.contains("tee ") else { return }
    var written: [Substring] = []
    var kept: [Substring] = []
    var end: String?
    var names = folders
    for line in script.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if let delimiter = end {
        if line.drop(while: \.isWhitespace) == delimiter[...] { end = nil }
        written.append(line)
        kept.append("")
        continue
      }
      let isInFolder = names.contains { line.contains($0) }
      // From here on, paths are in the folder; and a variable may stand for one.
      if isInFolder, words.first == "cd" { names += [" >", "tee "] }
      if isInFolder, let variable = Self.assigned(words) { names += ["$\(variable)", "${\(variable)}"] }
      let writes = isInFolder && (line.contains(">") || words.contains("tee"))
      if writes, let document = line.firstByteRange(of: "<<") {
        end = line[document.upperBound...].drop { $0 == "-" || $0 == " " }.prefix { !"> |".contains($0) }.filter {
          $0.isLetter || $0.isNumber || $0 == "_"
        }
      }
      let isText = writes && (end != nil || words.first == "echo" || words.first == "printf")
      written.append(isText ? line : "")
      kept.append(isText ? "" : line)
    }
    guard written.contains(where: { !$0.isEmpty }) else { return }
    // Line by line, so that the evidence is still on the same line.
    var file = script
    file.text = written.joined(separator: "\n")
    file.source = .body
    file.isExpanded = true
    readings.append(file)
    script.text = kept.joined(separator: "\n")
    script.isExpanded = true
  }

  /// The name of the variable that a line sets: `OUT=/work/envoy.yaml`.
  private static func assigned(_ words: [Substring]) -> Substring? {
    guard let word = words.first(where: { $0 != "export" }), let sign = word.firstIndex(of: "="), sign > word.startIndex
    else { return nil }
    let name = word[..<sign]
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" } ? name : nil
  }

  /// What a container reads of them.
  func readings(of container: Value) -> [Reading] {
    let mounted = (container["volumeMounts"]?.items ?? []).contains { $0["name"]?.text.map(volumes.contains) ?? false }
    return mounted ? readings : []
  }
}
