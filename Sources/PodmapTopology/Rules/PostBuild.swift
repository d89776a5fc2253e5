import PodmapManifests

/// The values that a Kustomization of Flux fills into the manifests that it applies, as far as the input has them:
/// https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
struct PostBuild {
  private var values: [String: String] = [:]

  /// Reads what one Kustomization says; Secrets are never read.
  private init(_ resource: Resource, _ maps: [String: Resource]) {
    let build = resource.root.at("spec", "postBuild")
    for source in build?["substituteFrom"]?.items ?? [] where source["kind"]?.text == "ConfigMap" {
      guard let name = source["name"]?.text, let map = maps[Self.key(resource.namespace, name)] else { continue }
      add(map.root["data"])
    }
    // These take precedence.
    add(build?["substitute"])
  }

  private mutating func add(_ fields: Value?) {
    for (key, value) in fields?.fields ?? [] where value.isScalar { values[key.written] = value.written }
  }

  private static func key(_ namespace: String?, _ name: String) -> String { "\(namespace ?? "")/\(name)" }

  /// The resources as they are applied.
  static func filled(_ resources: [Resource]) -> [Resource] {
    let sources = resources.indices.filter { resources[$0].kind == Delivery.flux.kind }
    guard sources.contains(where: { resources[$0].root.at("spec", "postBuild") != nil }) else { return resources }
    let folders = sources.flatMap { position in
      Delivery.flux.folders(of: resources[position], source: position)
    }
    let tree = FolderTree(folders, in: resources.map(\.file))
    let maps = Dictionary(
      resources.filter { $0.kind == .configMap }.map { (key($0.namespace, $0.name), $0) }, uniquingKeysWith: { $1 })
    let builds = Dictionary(uniqueKeysWithValues: sources.map { ($0, PostBuild(resources[$0], maps)) })
    return resources.map { resource in
      let appliers = tree.folders(of: resource.file).map(\.source)
      // Of several with different values, none is the right one.
      guard let build = appliers.first.flatMap({ builds[$0] }), !build.values.isEmpty,
        appliers.allSatisfy({ builds[$0]?.values == build.values }), resource.allowsSubstitution
      else { return resource }
      return build.filled(resource)
    }
  }

  private func filled(_ resource: Resource) -> Resource {
    var hasChanged = false
    let root = resource.root.replacingTexts { text in
      guard let new = filled(text) else { return nil }
      hasChanged = true
      return (new, nil)
    }
    guard hasChanged else { return resource }
    let metadata = root["metadata"]
    return Resource(
      kind: resource.kind, name: (metadata?["name"] ?? metadata?["generateName"])?.text ?? resource.name,
      isGeneratedName: resource.isGeneratedName, namespace: metadata?["namespace"]?.text ?? resource.namespace,
      root: root, place: resource.place)
  }

  /// A text with its variables, `${NAME}` and `${NAME:=default}`, filled in; `nil` if it has none that is known.
  private func filled(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    var result = ""
    var rest = text[...]
    while let start = rest.firstByteRange(of: "${") {
      // `$${NAME}` is what a shell is to see.
      let isEscaped = rest[..<start.lowerBound].hasSuffix("$")
      result += isEscaped ? rest[..<start.lowerBound].dropLast() : rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard !isEscaped, let end = rest.firstIndex(of: "}"), let value = value(of: rest[..<end]) else {
        result += "${"
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    let new = result + rest
    return new == text ? nil : new
  }

  private func value(of mention: Substring) -> String? {
    let name = mention.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
    let rest = mention.dropFirst(name.count)
    if rest.isEmpty { return values[String(name)] }
    for sign in [":=", ":-"] where rest.hasPrefix(sign) { return values[String(name)] ?? String(rest.dropFirst(2)) }
    return nil
  }
}

extension Resource {
  /// Whether Flux may fill in variables: a label or annotation can forbid it.
  fileprivate var allowsSubstitution: Bool {
    !["labels", "annotations"].contains {
      root.at("metadata", $0)?["kustomize.toolkit.fluxcd.io/substitute"]?.text == "disabled"
    }
  }
}
