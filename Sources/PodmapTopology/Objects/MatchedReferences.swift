import PodmapManifests

extension ObjectDescription.Reference {
  /// The references in a match; empty if it doesn't say which kind it names.
  static func all(_ match: RuleIndex.Match, in root: Value, file: String) -> [Self] {
    guard let text = match.name.text else { return [] }
    let kinds = match.rule.target.kinds(beside: match.siblings)
    guard !kinds.isEmpty,
      match.rule.unless.map({ ReferenceLabel.values($0, in: root, indices: match.indices).isEmpty }) ?? true
    else { return [] }
    let label = ReferenceLabel.text(match.rule.label, in: root, indices: match.indices)
    return match.rule.notation.names(in: text).filter { !match.rule.isReserved($0) }.flatMap { name in
      all(match, named: name, kinds, label, file: file)
    }
  }

  private static func all(
    _ match: RuleIndex.Match, named name: String, _ kinds: [ResourceKind], _ label: String, file: String
  ) -> [Self] {
    let rule = match.rule
    // The objects in the input show which of several kinds is meant.
    let need = kinds.count > 1 ? .onlyKnown : rule.need
    var namespace: String?
    // An Azure file share calls the field `secretNamespace`, Gloo `serviceNamespace`.
    if rule.home == .namespaceBesideName {
      namespace =
        ["namespace", "secretNamespace", "serviceNamespace"].firstNonNil { match.siblings[$0]?.text }
    }
    var (bareName, notation) = (name, rule.notation)
    if rule.notation == .namespaceAndName, let slash = name.firstIndex(of: "/") {
      namespace = String(name[..<slash])
      bareName = String(name[name.index(after: slash)...])
    }
    if rule.notation == .address {
      guard let address = ServiceAddress(name) else { return [] }
      (bareName, notation) = (address.host, .host)
    }
    if rule.notation == .identity {
      guard let identity = Identity(name) else { return [] }
      (bareName, namespace) = (identity.name, identity.namespace)
    }
    var installed: String?
    if case .installed(let namespace) = rule.home { installed = namespace }
    return kinds.map { kind in
      Self(
        origin: .object, kind: kind, namespace: namespace, name: bareName, edge: rule.edge, label: label,
        isOptional: need == .optional || match.siblings["optional"]?.boolean ?? false, need: need,
        notation: notation, isReversed: rule.isReversed, installed: installed,
        evidence: Evidence(match.name, path: match.path, in: file))
    }
  }
}

extension ReferenceRule.Notation {
  /// The names in the text of a field.
  fileprivate func names(in text: String) -> [String] {
    switch self {
    case .name, .namespaceAndName, .host, .address, .discovered, .identity: [text]
    case .names: text.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    case .namesInJSON: Value.only(in: Array(text.utf8)).map(Self.scalars) ?? []
    }
  }

  private static func scalars(in value: Value) -> [String] {
    if let text = value.text { return [text] }
    return (value.items + value.fields.map(\.value)).flatMap(scalars)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
