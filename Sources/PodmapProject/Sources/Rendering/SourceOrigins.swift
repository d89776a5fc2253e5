internal import PodmapManifests

/// The files that the objects of a rendered source come from, for evidence.
struct SourceOrigins: Sendable {
  /// An object in one of these files.
  private struct Object: Sendable {
    var name: String
    var file: Int
    var lines: Range<Int>
  }

  private let names: [String]
  private let texts: [[Substring]]
  private let fileOfName: [String: Int]
  private var objectsOfKind: [String: [Object]] = [:]

  /// Reads files; each has the path to open and the name to show. Files without manifests are fine too.
  init(_ files: [(path: String, name: String)]) {
    var (names, texts): ([String], [[Substring]]) = ([], [])
    for file in files {
      guard let bytes = FileSystem.contents(of: file.path) else { continue }
      names.append(file.name)
      texts.append(Self.lines(of: String(decoding: bytes, as: UTF8.self)))
      let read = ManifestSet(reading: [SourceFile(name: file.name, bytes: bytes, isNamed: false)])
      for (index, resource) in read.resources.enumerated() {
        let next = read.resources.dropFirst(index + 1).first?.place.line ?? texts[texts.count - 1].count + 1
        objectsOfKind[resource.kind.name, default: []].append(
          Object(
            name: resource.name, file: names.count - 1,
            lines: resource.place.line..<max(next, resource.place.line + 1)))
      }
    }
    self.names = names
    fileOfName = Dictionary(zip(names, names.indices)) { first, _ in first }
    self.texts = texts
  }

  static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A rendered object as a source file of its own, whose lines are those of the file that it comes from: the one with
  /// the name `origin` if that is known, else the one with an object of the same kind whose name is most alike.
  /// `nil` if there is none.
  func file(of text: String, origin: String?) -> SourceFile? {
    let rendered = Self.lines(of: text)
    if let origin, let file = fileOfName[origin] {
      let document = LineMatch.document(of: rendered, in: texts[file])
      let lines = LineMatch.lines(rendered, in: Array(texts[file][document]), startingAt: document.lowerBound + 1)
      return SourceFile(name: origin, text: text, isNamed: true, lines: lines)
    }
    let read = ManifestSet(reading: [SourceFile(name: "", text: text)])
    guard let resource = read.resources.first, let object = object(resource.kind.name, resource.name) else {
      return nil
    }
    let source = Array(texts[object.file][(object.lines.lowerBound - 1)...].prefix(object.lines.count))
    let lines = LineMatch.lines(rendered, in: source, startingAt: object.lines.lowerBound)
    return SourceFile(name: names[object.file], text: text, isNamed: true, lines: lines)
  }

  /// Prefixes and suffixes are added to names, so the longest name that is contained is the right one.
  private func object(_ kind: String, _ name: String) -> Object? {
    let alike = objectsOfKind[kind, default: []].filter { name.contains($0.name) }
    return alike.max { ($0.name.count, -$0.file) < ($1.name.count, -$1.file) }
  }
}
