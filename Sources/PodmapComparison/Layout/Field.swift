import PodmapManifests
import PodmapTopology

/// A value in a manifest with its path, so that whatever is read from it can be shown as evidence.
struct Field: Sendable {
  let file: String
  let value: Value
  let path: FieldPath

  init(_ value: Value, path: FieldPath = FieldPath(), in file: String) {
    self.file = file
    self.value = value
    self.path = path
  }

  subscript(key: String) -> Field? {
    value[key].map { Field($0, path: path.appending(key), in: file) }
  }

  func at(_ keys: String...) -> Field? {
    keys.reduce(Optional(self)) { $0?[$1] }
  }

  /// The items of a sequence.
  var items: [Field] {
    value.items.enumerated().map { Field($1, path: path.appending($0), in: file) }
  }

  /// The values of a mapping with their keys, in the order of the manifest.
  var fields: [(key: String, field: Field)] {
    value.fields.map { ($0.key.written, Field($0.value, path: path.appending($0.key.written), in: file)) }
  }

  /// The first scalar in it, because evidence is one scalar on one line; `nil` if there is none.
  var evidence: Evidence? {
    if value.isScalar { return Evidence(value, path: path.text, in: file) }
    return (value.isMapping ? fields.map(\.field) : items).firstNonNil(\.evidence)
  }

  /// One piece of evidence for each scalar in it.
  var allEvidence: [Evidence] {
    if value.isScalar { return [Evidence(value, path: path.text, in: file)] }
    return (value.isMapping ? fields.map(\.field) : items).flatMap(\.allEvidence)
  }
}
