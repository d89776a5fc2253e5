internal import PodmapManifests

/// Makes the ConfigMaps and Secrets that a kustomization generates, without the suffixes that kustomize gives their
/// names.
///
/// Values of Secrets are never read, only their keys.
struct KustomizationGenerator {
  private let kustomization: Kustomization
  private let document: Value
  private let home: String?
  /// How many bytes it may still read.
  private(set) var room: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ kustomization: Kustomization, _ document: Value, room: Int) {
    self.room = room
    self.kustomization = kustomization
    self.document = document
    home = RealPath.of(kustomization.folder)
  }

  /// Adds what one field of the kustomization generates, or merges it with what is there.
  mutating func run(_ rows: Value, _ kind: ResourceKind, _ objects: inout [KustomizedObject]) {
    for item in rows.items { generate(item, kind, &objects) }
  }

  private mutating func generate(_ item: Value, _ kind: ResourceKind, _ objects: inout [KustomizedObject]) {
    guard let name = item["name"]?.text, !name.isEmpty else {
      report(.noName(kind.name), at: item)
      return
    }
    let data = data(of: item, isSecret: kind == .secret)
    let behaviour = item["behavior"]?.text ?? "create"
    if behaviour == "merge" || behaviour == "replace" {
      let namespace = item["namespace"]?.text
      let found = objects.indices.last {
        objects[$0].kind == kind && objects[$0].isOrWas(name)
          && (namespace == nil || objects[$0].identity.namespace == namespace)
      }
      guard let found else {
        report(.nothingToMerge(kind.name, name), at: item["name"] ?? item)
        return
      }
      var merged =
        behaviour == "merge" ? objects[found].draft["data"] ?? Draft([Draft.Field]()) : Draft([Draft.Field]())
      merged.merge(data)
      objects[found].draft["data"] = merged
      addOptions(of: item, to: &objects[found].draft)
      return
    }
    var draft: Draft = ["apiVersion": "v1", "kind": Draft(kind.name), "metadata": ["name": Draft(name)]]
    if let namespace = item["namespace"]?.text { draft[path: "metadata", "namespace"] = Draft(namespace) }
    addOptions(of: item, to: &draft)
    if kind == .secret { draft["type"] = Draft(item["type"]?.text ?? "Opaque") }
    if !data.isEmpty { draft["data"] = Draft(data) }
    objects.append(KustomizedObject(kind, draft, origin: nil))
  }

  /// Adds the labels and annotations that all generators give, and those of this one.
  private func addOptions(of item: Value, to draft: inout Draft) {
    for options in [document["generatorOptions"], item["options"]].compactMap(\.self) {
      for field in ["labels", "annotations"] {
        let texts = (options[field]?.fields ?? []).map { Draft.Field($0.key.written, Draft($0.value.written)) }
        if !texts.isEmpty { draft.visit(FieldRoute(["metadata", field]), creating: true) { $0.merge(texts) } }
      }
    }
  }

  /// The entries, the last one of each key.
  private mutating func data(of item: Value, isSecret: Bool) -> [Draft.Field] {
    var fields: [Draft.Field] = []
    var positions: [String: Int] = [:]
    func add(_ key: String, _ value: String) {
      let field = Draft.Field(key, isSecret ? Draft("") : Draft(value))
      if let position = positions.updateValue(positions[key] ?? fields.count, forKey: key) {
        fields[position] = field
      } else {
        fields.append(field)
      }
    }
    let environments = (item["envs"]?.items ?? []) + [item["env"]].compactMap(\.self)
    for value in environments {
      guard let path = path(value.text, at: value), let bytes = contents(of: path, at: value) else { continue }
      for (key, value) in EnvironmentFile.entries(in: bytes) { add(key, value) }
    }
    for value in item["files"]?.items ?? [] {
      guard let file = value.text.map(GeneratorFile.init), let path = path(file.path, at: value) else { continue }
      add(
        file.key, isSecret ? "" : contents(of: path, at: value).flatMap { String(validating: $0, as: UTF8.self) } ?? "")
    }
    for value in item["literals"]?.items ?? [] {
      guard let text = value.text, let sign = text.firstIndex(of: "=") else {
        report(.noLiteral, at: value)
        continue
      }
      add(String(text[..<sign]), EnvironmentFile.unquoted(text[text.index(after: sign)...]))
    }
    return fields
  }

  /// The path of a file that may be read; what doesn't exist has been reported.
  private mutating func path(_ text: String?, at value: Value) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let path = KustomizationPath.join(kustomization.folder, text)
    guard FileSystem.isFile(path), let real = RealPath.of(path), let home else { return nil }
    guard !RemoteEntry.isRemote(text, found: .file) else { return nil }
    guard RealPath.isInside(real, home) else {
      report(.outside(text), at: value)
      return nil
    }
    return path
  }

  /// The bytes of a file, unless it is too large for a ConfigMap.
  private mutating func contents(of path: String, at value: Value) -> [UInt8]? {
    guard let size = FileSystem.stamp(of: path)?.size, size <= min(room, Limit.generatedData.value),
      let bytes = FileSystem.contents(of: path), bytes.count <= Limit.generatedData.value
    else {
      diagnostics.append(Diagnostic(.warning, at: value.place(in: kustomization.file), .tooLarge))
      return nil
    }
    room -= min(room, bytes.count)
    return bytes
  }

  private mutating func report(_ message: String, at value: Value) {
    diagnostics.append(Diagnostic(.error, at: value.place(in: kustomization.file), message))
  }
}

extension String {
  fileprivate static func noName(_ kind: String) -> String { "the generator of a \(kind) has no name; set name" }

  fileprivate static func nothingToMerge(_ kind: String, _ name: String) -> String {
    "there is no \(kind) '\(name.shortened())' to merge with; remove behavior, or fix the name"
  }

  fileprivate static let noLiteral = "a literal must be key=value; add the '='"

  fileprivate static let tooLarge =
    "the file is larger than \(Limit.generatedData.text), or all files of generators are larger than "
    + "\(Limit.generatedTotal.text); its entry is empty"
}
