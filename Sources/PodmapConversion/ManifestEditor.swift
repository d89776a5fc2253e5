import PodmapManifests
import PodmapTopology

/// The objects of an input, some of which are changed; all others are written exactly as in their files.
struct ManifestEditor {
  private struct Object {
    var resource: Resource
    var document: Int
    /// Created on demand.
    var draft: Draft?
    var isChanged = false
    var isRemoved = false
    /// New objects that follow it, each with the name of its own file.
    var followers: [(file: String, draft: Draft)] = []
  }

  let input: LinkedInput
  private let documents: [SourceDocument]
  private var objects: [Object] = []
  private var comments: [SourceComments?]
  private var positions: [Place: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ input: LinkedInput) {
    self.input = input
    documents = SourceDocument.all(in: input.files)
    comments = documents.map { _ in nil }
    for (number, document) in documents.enumerated() {
      for resource in document.resources {
        positions[resource.place] = objects.count
        objects.append(Object(resource: resource, document: number))
      }
    }
  }

  var topology: Topology { input.topology }

  mutating func say(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  // MARK: - Finding

  /// The object that a node of the topology represents; the last one if the input has it several times.
  func object(of node: Int) -> Int? {
    topology.nodes[node].places.last.flatMap { positions[$0] }
  }

  /// The object that a line of a file belongs to.
  func object(at evidence: Evidence) -> Int? {
    objects.indices.last {
      objects[$0].resource.file == evidence.file
        && (objects[$0].resource.place.line, objects[$0].resource.place.column) <= (evidence.line, .max)
    }
  }

  func resource(_ object: Int) -> Resource { objects[object].resource }

  /// The location of an object.
  func place(_ object: Int) -> Place { objects[object].resource.place }

  // MARK: - Changing

  /// An object that may be changed, with its comments.
  mutating func draft(_ object: Int) -> Draft {
    if let draft = objects[object].draft { return draft }
    let document = objects[object].document
    var own =
      comments[document] ?? SourceComments(documents[document].bytes, firstLine: documents[document].firstLine)
    let draft = Draft(objects[object].resource.root, &own)
    comments[document] = own
    objects[object].draft = draft
    return draft
  }

  mutating func change(_ object: Int, _ change: (inout Draft) -> Void) {
    var draft = draft(object)
    change(&draft)
    objects[object].draft = draft
    objects[object].isChanged = true
  }

  /// Removes an object from every place where it is in the input.
  mutating func remove(_ node: Int) {
    for place in topology.nodes[node].places {
      if let object = positions[place] { objects[object].isRemoved = true }
    }
  }

  func isRemoved(_ object: Int) -> Bool { objects[object].isRemoved }

  /// Adds an object after another one; in a folder it gets its own file.
  mutating func add(_ draft: Draft, file: String, after object: Int) {
    objects[object].followers.append((file, draft))
  }

  // MARK: - Writing

  /// The files of the result, with all objects, changed or not.
  mutating func files() -> [Conversion.File] {
    let names = Self.fileNames(documents.map(\.file))
    var files: [Conversion.File] = []
    var positions: [String: Int] = [:]
    func append(_ text: String, to name: String) {
      if let position = positions[name] {
        files[position].documents.append(text)
      } else {
        positions[name] = files.count
        files.append(Conversion.File(name: name, documents: [text]))
      }
    }
    let style = documents.firstNonNil(\.indentsLists) ?? true
    let own = Dictionary(grouping: objects.indices) { objects[$0].document }
    let changedFiles = Set(
      objects.filter { $0.isChanged || $0.isRemoved || !$0.followers.isEmpty }.map { documents[$0.document].file })
    let taken = Set(names.values)
    for object in objects where object.isChanged && !object.isRemoved {
      guard object.resource.kind == .configMap, object.resource.root["immutable"]?.written == "true" else { continue }
      let name = object.resource.name.shortened()
      say(
        Diagnostic(
          .warning, at: object.resource.place,
          "the ConfigMap '\(name)' is immutable but its content has changed, which Kubernetes refuses; "
            + "delete the old one before you apply the new one, or give it another name"))
    }
    for (number, document) in documents.enumerated() {
      let members = own[number] ?? []
      // A YAML document without objects is of no use to a cluster.
      guard !members.isEmpty else { continue }
      var name = names[document.file] ?? document.file
      if changedFiles.contains(document.file), name.hasSuffix(".json") { name = name.dropLast(5) + ".yaml" }
      let indents = document.indentsLists ?? style
      if members.allSatisfy({ !objects[$0].isChanged && !objects[$0].isRemoved && !isSecret($0) }) {
        append(document.unchangedText, to: name)
      } else {
        for member in members where !objects[member].isRemoved {
          guard !isSecret(member) else {
            append("# podmap: \(secretNote(member).withoutControlCharacters)\n", to: name)
            say(Diagnostic(.note, at: place(member), secretNote(member)))
            continue
          }
          append(YAMLWriter.text(draft(member), indentsLists: indents), to: name)
        }
      }
      let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
      for follower in members.flatMap({ objects[$0].followers }) {
        let file = folder + follower.file + ".yaml"
        append(YAMLWriter.text(follower.draft, indentsLists: indents), to: taken.contains(file) ? name : file)
      }
    }
    return files
  }

  /// Whether an object is a Secret, or contains one: a Template, a generator.
  private func isSecret(_ object: Int) -> Bool {
    objects[object].resource.kind.isSecret || Secrets.areIn(objects[object].resource.root)
  }

  private func secretNote(_ object: Int) -> String {
    let resource = objects[object].resource
    let name = "\(resource.kind.isSecret ? "Secret" : resource.kind.name)/\(resource.name.shortened())"
    return
      "\(name) \(resource.kind.isSecret ? "" : "contains a Secret and ")is not copied; apply it from \(resource.file)"
  }

  /// The position of the YAML document that an object is in.
  func document(_ object: Int) -> Int { objects[object].document }

  /// How many comments of an object's YAML document had no place in the result.
  func lostComments(_ object: Int) -> Int { comments[objects[object].document]?.count ?? 0 }

  /// File names without the folders that all of them share.
  private static func fileNames(_ files: [String]) -> [String: String] {
    let folders = files.map { $0.split(separator: "/").dropLast() }
    var common = folders.first.map(Array.init) ?? []
    for folder in folders {
      while !folder.starts(with: common) { common.removeLast() }
    }
    return Dictionary(
      files.map { file in
        (
          file,
          file == "-" ? "manifests.yaml" : file.split(separator: "/").dropFirst(common.count).joined(separator: "/")
        )
      }
    ) { first, _ in first }
  }
}

extension SourceDocument {
  /// The unchanged YAML document, without markers and with `\n` as its line end.
  fileprivate var unchangedText: String {
    // The whole output has the same line end, because some of the YAML documents around this one are new.
    var text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Directives come only before a marker, and don't matter here.
    if let marker = lines.firstIndex(where: { $0 == "---" || $0.hasPrefix("--- ") }),
      lines[..<marker].allSatisfy({ $0.allSatisfy(\.isWhitespace) || $0.hasPrefix("%") || $0.hasPrefix("#") })
    {
      let rest = lines[marker].dropFirst(3).drop { $0 == " " }
      lines = lines[..<marker].filter { $0.hasPrefix("#") } + (rest.isEmpty ? [] : [rest]) + lines[(marker + 1)...]
    }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) || last == "..." {
      lines.removeLast()
    }
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    return lines.joined(separator: "\n") + "\n"
  }
}
