internal import PodmapManifests

/// A field of a kustomization file: what becomes of it, and which other files it names.
struct KustomizationField: Sendable {
  enum Effect: Sendable {
    /// The built-in reader applies it.
    case applied
    /// The built-in reader does not apply it, although it may change the picture.
    case ignored
    /// It does not change the picture.
    case harmless
  }

  /// A place in the field that names a file or folder.
  struct Reference: Sendable {
    enum Notation: Sendable {
      case path
      /// `key=path`, or a path alone.
      case keyAndPath
      /// A path, or YAML in its place.
      case pathOrText
    }

    /// The key in each item; `nil` for the items themselves.
    let key: String?
    let role: KustomizationEntry.Role
    let notation: Notation

    init(_ key: String? = nil, _ role: KustomizationEntry.Role = .file, _ notation: Notation = .path) {
      self.key = key
      self.role = role
      self.notation = notation
    }
  }

  let name: String
  let effect: Effect
  let references: [Reference]

  init(_ name: String, _ effect: Effect, _ references: [Reference] = []) {
    self.name = name
    self.effect = effect
    self.references = references
  }

  private static let generatorFiles = [
    Reference("files", .file, .keyAndPath), Reference("envs"), Reference("env"),
  ]
  private static let plugins = [Reference(nil, .plugin, .pathOrText)]

  /// Every field, those that add objects in kustomize's order.
  static let all = [
    KustomizationField("resources", .applied, [Reference(nil, .resource)]),
    KustomizationField("bases", .applied, [Reference(nil, .resource)]),
    KustomizationField("configMapGenerator", .applied, generatorFiles),
    KustomizationField("secretGenerator", .applied, generatorFiles),
    KustomizationField("components", .applied, [Reference(nil, .component)]),
    KustomizationField("generatorOptions", .applied),
    KustomizationField("namespace", .applied),
    KustomizationField("namePrefix", .applied),
    KustomizationField("nameSuffix", .applied),
    KustomizationField("labels", .applied),
    KustomizationField("commonLabels", .applied),
    KustomizationField("commonAnnotations", .applied),
    KustomizationField("replicas", .applied),
    KustomizationField("images", .applied),
    KustomizationField("imageTags", .applied),
    KustomizationField("patches", .ignored, [Reference("path"), Reference()]),
    KustomizationField("patchesStrategicMerge", .ignored, [Reference(nil, .file, .pathOrText)]),
    KustomizationField("patchesJson6902", .ignored, [Reference("path")]),
    KustomizationField("replacements", .ignored, [Reference("path")]),
    KustomizationField("vars", .ignored),
    KustomizationField("generators", .ignored, plugins),
    KustomizationField("transformers", .ignored, plugins),
    KustomizationField("validators", .harmless, plugins),
    KustomizationField("helmCharts", .ignored, [Reference("valuesFile"), Reference("additionalValuesFiles")]),
    KustomizationField("helmChartInflationGenerator", .ignored, [Reference("values")]),
    KustomizationField("helmGlobals", .harmless),
    KustomizationField("openapi", .ignored, [Reference("path")]),
    KustomizationField("configurations", .ignored, [Reference()]),
    KustomizationField("crds", .ignored, [Reference()]),
    KustomizationField("inventory", .harmless),
    KustomizationField("sortOptions", .harmless),
    KustomizationField("buildMetadata", .harmless),
    KustomizationField("apiVersion", .harmless),
    KustomizationField("kind", .harmless),
    KustomizationField("metadata", .harmless),
  ]

  /// Everything that a kustomization file refers to.
  static func entries(of document: Value, folder: String, file: String) -> [KustomizationEntry] {
    all.flatMap { field in
      guard let value = document[field.name] else { return [KustomizationEntry]() }
      return field.references.flatMap { $0.texts(in: value) }.map { role, text, value in
        KustomizationEntry(role, text, in: folder, at: value.place(in: file))
      }
    }
  }
}

extension KustomizationField.Reference {
  /// What the reference names in a field.
  fileprivate func texts(in value: Value) -> [(KustomizationEntry.Role, String, Value)] {
    let items = value.isSequence ? value.items : [value]
    let found = key.map { key in items.compactMap { $0[key] }.flatMap { $0.isSequence ? $0.items : [$0] } } ?? items
    return found.compactMap { value in
      guard let text = value.text, !text.isEmpty else { return nil }
      switch notation {
      case .path: return (role, text, value)
      case .keyAndPath: return (role, GeneratorFile(text).path, value)
      // Text on several lines, or with a key, is YAML.
      case .pathOrText: return text.contains("\n") || text.contains(": ") ? nil : (role, text, value)
      }
    }
  }
}

/// A file of a generator, as written: `key=path`, or a path whose last component is the key.
struct GeneratorFile {
  let key: String
  let path: String

  init(_ text: String) {
    if let sign = text.firstIndex(of: "=") {
      key = String(text[..<sign])
      path = String(text[text.index(after: sign)...])
    } else {
      key = FileName.last(of: text)
      path = text
    }
  }
}
