internal import PodmapManifests

/// The names of ConfigMaps and Secrets that kustomize generates, without the hash of their content: it changes with
/// every value, and isn't there if a kustomization is read without a renderer.
struct GeneratedNames {
  /// The written names, each with the one that the generator gives.
  private let plain: [(written: String, plain: String)]

  /// `read` are the objects that are found without a renderer; it is asked only if there is a name with a hash.
  init(_ rendered: [RenderedObject], read: () -> [RenderedObject]) {
    let all = Set(rendered.compactMap(Self.key))
    let hashed = all.filter { Self.withoutHash($0) != nil }
    let generated = hashed.isEmpty ? [] : Set(read().filter { $0.origin == nil }.compactMap(Self.key))
    plain = hashed.sorted().compactMap { key in
      guard let short = Self.withoutHash(key), generated.contains(short), !all.contains(short) else { return nil }
      return (Self.name(key), Self.name(short))
    }
  }

  /// The objects with these names everywhere.
  func restored(_ objects: [RenderedObject]) -> [RenderedObject] {
    if plain.isEmpty { return objects }
    return objects.map { object in
      var object = object
      // Ten characters of a hash are in no other text.
      for name in plain { object.text = object.text.replacing(name.written, with: name.plain) }
      return object
    }
  }

  /// The kind and the name of a ConfigMap or a Secret.
  private static func key(_ object: RenderedObject) -> String? {
    guard object.text.contains("kind: ConfigMap") || object.text.contains("kind: Secret") else { return nil }
    let read = ManifestSet(reading: [SourceFile(name: "", text: object.text)]).resources.first
    guard let read, read.kind == .configMap || read.kind == .secret else { return nil }
    return "\(read.kind.rawValue)/\(read.name)"
  }

  private static func name(_ key: String) -> String {
    String(key[key.index(after: key.firstIndex(of: "/") ?? key.startIndex)...])
  }

  /// Kustomize writes ten characters of SHA-256 in hexadecimal digits, with letters in place of those that could make
  /// a word: https://github.com/kubernetes-sigs/kustomize, api/hasher.
  private static func withoutHash(_ key: String) -> String? {
    let hash = key.suffix(10)
    guard hash.count == 10, hash.allSatisfy("2456789bcdfghkmt".contains) else { return nil }
    let rest = key.dropLast(10)
    return rest.hasSuffix("-") ? String(rest.dropLast()) : nil
  }
}
