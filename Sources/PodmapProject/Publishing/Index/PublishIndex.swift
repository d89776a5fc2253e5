package import PodmapDiagrams
internal import PodmapManifests

/// What has been published, and from what: `podmap-index.json`.
///
/// It doesn't contain the version of podmap or Graphviz that drew a picture: the bytes change only if a diagram does.
package struct PublishIndex: Sendable, Equatable {
  package static let fileName = "podmap-index.json"
  private static let schema = 1

  package struct Entry: Sendable, Equatable {
    /// The file with the output, relative to `podmap.yaml`.
    package var file: String
    package var diagram: String
    /// The format of a file, `block`, `document` or `gallery`.
    package var kind: String
    /// The size in bytes of the text that the digest is of; `nil` if an earlier version wrote the index.
    package var size: Int?
    /// The digest of the text, or of the text that a picture is drawn from.
    package var digest: Digest
    package var inputs: [String]
    /// Where the cards of a picture are, so that the next one moves few of them. The digest doesn't cover it.
    package var places: PicturePlaces?

    package init(
      file: String, diagram: String, kind: String, size: Int? = nil, digest: Digest, inputs: [String],
      places: PicturePlaces? = nil
    ) {
      self.places = places
      self.size = size
      self.file = file
      self.diagram = diagram
      self.kind = kind
      self.digest = digest
      self.inputs = inputs
    }
  }

  package private(set) var entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { ($0.file, $0.diagram) < ($1.file, $1.diagram) }
  }

  /// Reads the index of an earlier run; anything else counts as empty.
  package init(reading bytes: [UInt8]) {
    guard let root = Value.only(in: bytes), root.at("schema")?.text == "\(Self.schema)" else {
      self.init()
      return
    }
    self.init(root.at("outputs")?.items.compactMap(Self.entry) ?? [])
  }

  private static func entry(_ value: Value) -> Entry? {
    guard let file = value.at("file")?.text, let diagram = value.at("diagram")?.text,
      let kind = value.at("kind")?.text, let digest = value.at("sha256")?.text.flatMap(Digest.init(written:))
    else { return nil }
    let inputs = value.at("inputs")?.items.compactMap(\.text) ?? []
    let places = value.at("places")?.items.compactMap(\.text)
    return Entry(
      file: file, diagram: diagram, kind: kind, size: value.at("size")?.integer, digest: digest, inputs: inputs,
      places: places.map { PicturePlaces(reading: $0) })
  }

  /// What an output was when it was written.
  package func entry(for file: String, _ diagram: String) -> Entry? {
    entries.first { $0.file == file && $0.diagram == diagram }
  }

  /// One output on a line, so that two branches seldom change the same one.
  package var text: String {
    let lines = entries.map { entry in
      var json = JSONBuffer()
      json.object { json in
        json.add("file", entry.file)
        json.add("diagram", entry.diagram)
        json.add("kind", entry.kind)
        if let size = entry.size { json.add("size", size) }
        json.add("sha256", entry.digest.text)
        json.add("inputs", entry.inputs)
        if let places = entry.places { json.add("places", places.lines) }
      }
      return json.text
    }
    return "{\"schema\": \(Self.schema), \"outputs\": [\n" + lines.joined(separator: ",\n") + "\n]}\n"
  }
}
