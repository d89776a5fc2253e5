import PodmapManifests

/// One line of a container's command, its environment, or a file that it mounts.
struct ContainerText {
  enum Origin {
    case command
    case environment(name: String)
    case file
  }

  var origin: Origin
  var text: String
  var file: String
  var line: Int
  var path: String

  /// The line as evidence, reduced to a part of it, because the rest may be secret.
  func evidence(_ part: some StringProtocol) -> Evidence {
    Evidence(file: file, line: line, path: path, value: String(part))
  }
}

extension ObjectDescription {
  /// All texts of a container.
  func texts(
    ofContainer container: Int, written raw: (value: Value, path: FieldPath), template: Int,
    _ surroundings: PodSurroundings
  ) -> [ContainerText] {
    var texts: [ContainerText] = []
    for field in ["command", "args"] {
      for (index, item) in (raw.value[field]?.items ?? []).enumerated() {
        texts.add(item, .command, at: raw.path.appending(field).appending(index), in: resource.file)
      }
    }
    for (index, item) in (raw.value["env"]?.items ?? []).enumerated() {
      guard let name = item["name"]?.text, let value = item["value"] else { continue }
      let path = raw.path.appending("env").appending(index).appending("value")
      texts.add(value, .environment(name: name), at: path, in: resource.file)
    }
    for volume in templates[template].volumes {
      guard case .object("ConfigMap", let name) = volume.source,
        let mount = volume.mounts.first(where: { $0.container == container }),
        let map = surroundings.configMap(name, in: innerNamespace), let data = map.resource.root["data"]
      else { continue }
      for (key, value) in data.fields where mount.subPath == nil || mount.subPath == key.written {
        texts.add(value, .file, at: FieldPath("data").appending(key.written), in: map.resource.file)
      }
    }
    return texts
  }
}

extension [ContainerText] {
  fileprivate mutating func add(
    _ value: Value, _ origin: ContainerText.Origin, at path: FieldPath, in file: String
  ) {
    let written = value.written
    // Nobody writes longer configuration files.
    guard !written.isEmpty, written.utf8.count <= Limit.configurationSize.value else { return }
    let lines = written.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated() {
      guard let first = line.first(where: { $0 != UInt8(ascii: " ") }), first != UInt8(ascii: "#") else { continue }
      // The text of a block scalar begins on the line after its indicator.
      let number = lines.count == 1 ? value.line : value.line + offset + (value.isBlock ? 1 : 0)
      append(ContainerText(origin: origin, text: String(Substring(line)), file: file, line: number, path: path.text))
    }
  }
}
