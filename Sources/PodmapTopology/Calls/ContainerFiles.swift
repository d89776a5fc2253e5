import PodmapManifests

/// The files that a container mounts, or that a sidecar gathers for it.
extension ContainerTexts {
  mutating func readFiles(_ mount: Value, _ volumes: [String: Value], _ programs: RunPrograms) {
    guard let name = mount["name"]?.text, let volume = volumes[name] else {
      return
    }
    for files in MountedFiles.all(mount, volume) {
      guard let found = entries(of: files.kind, files.name) else { continue }
      for entry in found.list where files.contains(entry.key) {
        // A file with a single value works like a variable with the file's name.
        let isValue = !entry.text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "=") }
        let isScript = entry.text.hasPrefix("#!") || entry.key.hasSuffix(".sh")
        let text = isScript ? expand(entry.text, inShell: true) : Expanded(text: entry.text)
        readings.append(
          Reading(
            text: text.text, value: entry.value, file: found.file, path: entry.path,
            source: isScript ? .script : isValue ? .value(isNamed: AddressWords.say(entry.key)) : .body,
            name: entry.key, isSecret: files.kind == .secret || text.isSecret,
            shared: shared(entry, of: files.kind, files.name), holder: files.name, volume: name,
            isIdle: isScript && !programs.run(files.path(of: entry.key), in: mount),
            isExpanded: text.text != entry.text, hidden: text.hidden))
      }
    }
  }

  /// Reads what a sidecar fetches into a volume that the container mounts.
  mutating func readGathered(_ files: GatheredFiles, _ container: Value) {
    guard let volume = files.volume,
      (container["volumeMounts"]?.items ?? []).contains(where: { $0["name"]?.text == volume })
    else { return }
    for object in files.objects {
      guard let found = index.entries(of: object.kind, object.name, in: object.namespace) else { continue }
      for entry in found.list {
        readings.append(
          Reading(
            text: entry.text, value: entry.value, file: found.file, path: entry.path, source: .body, name: entry.key,
            isSecret: object.kind == .secret, mayLeadOutside: !entry.key.hasSuffix(".json"), holder: object.name))
      }
    }
  }

  /// Scripts that a script runs are run too.
  mutating func markIdleScripts() {
    var open = readings.filter { $0.source.isScript && $0.volume != nil && !$0.isIdle }.map(\.text)
    while let text = open.popLast() {
      for position in readings.indices where readings[position].isIdle && text.contains(readings[position].name) {
        readings[position].isIdle = false
        open.append(readings[position].text)
      }
    }
  }
}
