internal import PodmapDiagrams
package import PodmapManifests

/// What a run has read and reported, so that the next one can tell that nothing has changed without doing it all again.
///
/// It belongs to one checkout and is never committed: the index is what others see.
package struct PublishMemory: Sendable {
  private static let schema = 1

  /// The digest of everything that a result depends on, and of the result.
  package var fingerprint: Digest
  /// Files other than the inputs that the fingerprint covers: templates, pages, outputs.
  package var files: [String]
  /// How many outputs are up to date.
  package var count: Int
  package var messages: [Diagnostic]

  package init(fingerprint: Digest, files: [String], count: Int, messages: [Diagnostic]) {
    self.fingerprint = fingerprint
    self.files = files
    self.count = count
    self.messages = messages
  }

  /// Returns `nil` if the bytes aren't a fingerprint of this version.
  package init?(reading bytes: [UInt8]) {
    guard let root = Value.only(in: bytes), root.at("schema")?.text == "\(Self.schema)",
      let fingerprint = root.at("fingerprint")?.text.flatMap(Digest.init(written:)),
      let count = root.at("count")?.integer
    else { return nil }
    let files = root.at("files")?.items.compactMap(\.text) ?? []
    let written = root.at("messages")?.items ?? []
    let messages = written.compactMap(Self.message)
    guard messages.count == written.count else { return nil }
    self.init(fingerprint: fingerprint, files: files, count: count, messages: messages)
  }

  private static func message(_ value: Value) -> Diagnostic? {
    guard let severity = value.at("severity")?.text.flatMap(Diagnostic.Severity.init(rawValue:)),
      let topic = value.at("topic")?.text.flatMap(Diagnostic.Topic.init(code:)),
      let message = value.at("message")?.text
    else { return nil }
    let place = value.at("file")?.text.map {
      Place(file: $0, line: value.at("line")?.integer ?? 1, column: value.at("column")?.integer ?? 1)
    }
    var diagnostic = Diagnostic(
      severity, at: place, topic: topic, about: value.at("objects")?.items.compactMap(\.text) ?? [], message)
    diagnostic.details = value.at("details")?.items.compactMap(\.text) ?? []
    return diagnostic
  }

  package var text: String {
    var json = JSONBuffer()
    json.object { json in
      json.add("schema", Self.schema)
      json.add("fingerprint", fingerprint.text)
      json.add("count", count)
      json.add("files", files)
      json.add("messages", messages) { message, json in
        json.add("severity", message.severity.rawValue)
        json.add("topic", message.topic.code)
        json.add("objects", message.objects)
        json.add("message", message.message)
        if !message.details.isEmpty { json.add("details", message.details) }
        json.add("file", message.place?.file)
        json.add("line", message.place?.line)
        json.add("column", message.place?.column)
      }
    }
    return json.text + "\n"
  }
}
