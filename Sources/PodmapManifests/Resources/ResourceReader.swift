/// Turns the YAML documents of a file into resources, and reports those that are not manifests.
struct ResourceReader {
  private(set) var resources: [Resource] = []
  private(set) var diagrams: [DiagramDocument] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private var yaml = YAMLReader()
  /// Whether the file is part of a Helm chart, which matters only for messages about templates.
  private lazy var isHelmTemplate = DocumentText(bytes: file.bytes[...]).looksLikeHelm
  /// Whether the file contains actions of a template language; found out once, for the first document that isn't one.
  private lazy var isTemplate = DocumentText(bytes: file.bytes[...]).looksLikeATemplate

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func read(_ chunk: Chunk) {
    let outcome = yaml.read(chunk, of: file.bytes)
    let count = resources.count + diagrams.count
    let reportedCount = diagnostics.count
    for document in outcome.documents { read(document.root, chunk) }
    let text = DocumentText(bytes: file.bytes[chunk.range])
    // In a file that is not a manifest, duplicate keys don't matter.
    if resources.count + diagrams.count > count || file.isNamed {
      let places = Set(diagnostics[reportedCount...].compactMap(\.place))
      for key in outcome.duplicateKeys {
        let place = Place(file: file.name, line: key.line, column: key.column)
        // If it is an error, it has been reported.
        if !places.contains(place) { diagnostics.append(.duplicateKey(key.key, place)) }
      }
    }
    guard let failure = outcome.failure else { return }
    let place = Place(file: file.name, line: chunk.line + failure.line, column: failure.column + 1)
    if text.looksLikeATemplate {
      diagnostics.append(template(place))
    } else if file.isNamed || text.claimsToBeAManifest {
      diagnostics.append(.invalid(failure, place))
    } else {
      diagnostics.append(.unparsable(place))
    }
  }

  private mutating func read(_ root: Value, _ chunk: Chunk) {
    if root.isNull { return }
    let place = root.place(in: file.name)
    guard root.isMapping, root["kind"] != nil || root["apiVersion"] != nil else {
      notAManifest(root, place)
      return
    }
    guard let kind = root["kind"]?.text, !kind.isEmpty else {
      claims(root["kind"] == nil ? .noKind(place, isNamed: file.isNamed) : .notText("kind", place), root)
      return
    }
    guard let apiVersion = root["apiVersion"]?.text, !apiVersion.isEmpty else {
      claims(
        root["apiVersion"] == nil
          ? .noAPIVersion(kind, place, isNamed: file.isNamed) : .notText("apiVersion", place), root)
      return
    }
    take(root, apiVersion: apiVersion, kind: kind, nesting: 0)
  }

  private mutating func template(_ place: Place) -> Diagnostic {
    .template(place, isHelm: isHelmTemplate, isNamed: file.isNamed)
  }

  /// Reports a problem with a document, or that it is a template if that explains the problem.
  private mutating func claims(_ diagnostic: Diagnostic, _ root: Value) {
    let isTemplate = [root["kind"], root["apiVersion"], root.at("metadata", "name")].contains {
      $0.map { $0.isMapping || $0.written.containsTemplateAction } ?? false
    }
    diagnostics.append(isTemplate ? template(root.place(in: file.name)) : diagnostic)
  }

  private mutating func take(_ root: Value, apiVersion: String, kind: String, nesting: Int) {
    if kind.hasSuffix("List"), let items = root["items"], kind == "List" || items.isSequence || items.isNull {
      guard items.isSequence || items.isNull else {
        diagnostics.append(.itemsNotAList(items.place(in: file.name)))
        return
      }
      // Items of a typed list may omit their kind.
      let isTyped = kind != "List"
      takeItems(
        items.items, of: root, kind: isTyped ? String(kind.dropLast("List".count)) : "",
        apiVersion: isTyped ? apiVersion : "", nesting: nesting)
      return
    }
    if let row = ContainedObjects.row(apiVersion: apiVersion, kind: kind), let objects = row.objects(in: root) {
      if row.remains { takeObject(root, apiVersion: apiVersion, kind: kind) }
      takeItems(objects, of: root, nesting: nesting)
      return
    }
    takeObject(root, apiVersion: apiVersion, kind: kind)
  }

  /// Takes objects that are part of another one. `kind` and `apiVersion` are those of items that may omit them.
  private mutating func takeItems(
    _ items: [Value], of root: Value, kind: String = "", apiVersion: String = "", nesting: Int
  ) {
    guard nesting < Limit.listDepth.value else {
      diagnostics.append(.nestedLists(root.place(in: file.name)))
      return
    }
    for item in items {
      guard item.isMapping else {
        diagnostics.append(.notAMapping("an item of the list", item.place(in: file.name)))
        continue
      }
      let itemKind = item["kind"]?.text ?? kind
      let itemVersion = item["apiVersion"]?.text ?? apiVersion
      guard !itemKind.isEmpty, !itemVersion.isEmpty else {
        diagnostics.append(.itemWithoutKind(item.place(in: file.name)))
        continue
      }
      take(item, apiVersion: itemVersion, kind: itemKind, nesting: nesting + 1)
    }
  }

  private mutating func takeObject(_ root: Value, apiVersion: String, kind: String) {
    let place = root.place(in: file.name)
    if LocalFiles.isLocal(apiVersion: apiVersion, kind: kind) {
      diagnostics.append(.localFile(apiVersion, kind, place, isNamed: file.isNamed))
      return
    }
    if DiagramReader.isOurs(apiVersion) {
      let reader = DiagramReader(root, apiVersion: apiVersion, kind: kind, file: file.name)
      if let diagram = reader.diagram { diagrams.append(diagram) }
      diagnostics += reader.diagnostics
      return
    }
    let resourceKind = ResourceKind(apiVersion: apiVersion, kind: kind)
    let metadata = root["metadata"]
    if let metadata, !metadata.isMapping, !metadata.isNull {
      claims(.notAMapping("metadata", metadata.place(in: file.name)), root)
      return
    }
    let name = metadata?["name"]
    let generateName = metadata?["generateName"]
    guard let written = name?.text ?? generateName?.text, !written.isEmpty else {
      // Only a known kind is certainly meant as an object of a cluster.
      let isKnown = resourceKind.builtInScope != nil
      let place = (name ?? metadata ?? root).place(in: file.name)
      claims(.noName(kind, place, isError: isKnown || file.isNamed), root)
      return
    }
    if written.containsTemplateAction || kind.containsTemplateAction {
      diagnostics.append(template(place))
      return
    }
    let namespace = metadata?["namespace"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? file.namespace
    resources.append(
      Resource(
        kind: resourceKind, name: written, isGeneratedName: name?.text == nil, namespace: namespace, root: root,
        place: place))
  }

  private mutating func notAManifest(_ root: Value, _ place: Place) {
    // Our own settings may be next to the manifests.
    if !file.isNamed, file.name == "podmap.yaml" || file.name.hasSuffix("/podmap.yaml") { return }
    // Earlier output may be next to the manifests.
    if root.isOutputOfPodmap, !file.isNamed { return }
    if root.isMapping, root["services"]?.isMapping == true {
      diagnostics.append(.composeFile(place, isNamed: file.isNamed))
    } else if file.isNamed && isTemplate {
      diagnostics.append(template(place))
    } else {
      diagnostics.append(.noManifest(place, isNamed: file.isNamed))
    }
  }
}

extension Value {
  /// Whether it is JSON that podmap wrote.
  fileprivate var isOutputOfPodmap: Bool {
    func hasLists(_ keys: String...) -> Bool { keys.allSatisfy { self[$0]?.isSequence == true } }
    // The graph, the index of what was published, and a comparison.
    return self["schema"]?.integer != nil
      && (hasLists("nodes", "edges", "diagnostics") || hasLists("outputs") || hasLists("changes", "reasons"))
  }
}

extension String {
  /// Whether it contains `{{`; compared byte by byte, because every name is checked.
  fileprivate var containsTemplateAction: Bool {
    var isBehindBrace = false
    for byte in utf8 {
      if byte == UInt8(ascii: "{") && isBehindBrace { return true }
      isBehindBrace = byte == UInt8(ascii: "{")
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func duplicateKey(_ key: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place, topic: .duplicateKey,
      "the key '\(key.shortened())' occurs twice in one mapping and only the last one is used; remove one of them")
  }

  fileprivate static func template(_ place: Place, isHelm: Bool, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .template,
      "an unrendered template, not a manifest; "
        + (isHelm
          ? "render it first: helm template CHART | podmap draw -"
          : "fill in its variables first, with the tool that it is written for"))
  }

  fileprivate static func invalid(_ failure: YAMLFailure, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .unreadable,
      "the document can't be read: \(failure.problem)" + (failure.hint.map { "; \($0)" } ?? ""))
  }

  fileprivate static func unparsable(_ place: Place) -> Diagnostic {
    Diagnostic(.note, at: place, topic: .notAManifest, "neither valid YAML nor a manifest; skipped")
  }

  fileprivate static func noManifest(_ place: Place, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .notAManifest,
      isNamed
        ? "not a manifest: it has no apiVersion and kind; name a file that has both" : "not a manifest; skipped")
  }

  fileprivate static func composeFile(_ place: Place, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .notAManifest,
      isNamed
        ? "a Compose file, which podmap does not read; convert it: kompose convert --stdout -f FILE | podmap draw -"
        : "a Compose file; skipped")
  }

  fileprivate static func localFile(_ version: String, _ kind: String, _ place: Place, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .notAManifest,
      "\(version.shortened()) \(kind.shortened()) configures a local program and is not an object of a cluster"
        + (isNamed ? "; name a file with manifests" : "; skipped"))
  }

  fileprivate static func noKind(_ place: Place, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .notAManifest,
      "an apiVersion but no kind" + (isNamed ? "; add the kind" : "; skipped"))
  }

  fileprivate static func noAPIVersion(_ kind: String, _ place: Place, isNamed: Bool) -> Diagnostic {
    Diagnostic(
      isNamed ? .error : .note, at: place, topic: .notAManifest,
      "a kind ('\(kind.shortened())') but no apiVersion" + (isNamed ? "; add the apiVersion" : "; skipped"))
  }

  fileprivate static func notText(_ field: String, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "\(field) must be text; write it as one word")
  }

  fileprivate static func noName(_ kind: String, _ place: Place, isError: Bool) -> Diagnostic {
    Diagnostic(
      isError ? .error : .note, at: place, topic: isError ? .invalidField : .notAManifest,
      "the \(kind.shortened()) has no name; " + (isError ? "set metadata.name" : "skipped"))
  }

  fileprivate static func notAMapping(_ what: String, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "\(what) must be a mapping; check the indentation")
  }

  fileprivate static func itemWithoutKind(_ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "an item of the list has no kind and apiVersion; add them")
  }

  fileprivate static func itemsNotAList(_ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "the items of a List must be a list; begin each with '- '")
  }

  fileprivate static func nestedLists(_ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "lists nest deeper than \(Limit.listDepth.text); flatten them")
  }
}
