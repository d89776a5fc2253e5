package import PodmapManifests

/// Why an edge is there: a place in the input and what stands there.
package struct Evidence: Hashable, Sendable {
  package var file: String
  /// Counts from 1.
  package var line: Int
  /// The path of the field from the object's root: `spec.template.spec.volumes[0].configMap.name`.
  package var path: String
  /// The scalar on that line, or `<redacted>`.
  package var value: String

  package init(file: String, line: Int, path: String, value: String) {
    self.file = file
    self.line = line
    self.path = path
    self.value = value
  }

  package init(_ value: Value, path: String, in file: String) {
    self.init(file: file, line: value.line, path: path, value: value.written)
  }
}

/// How sure an edge is.
package enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// It stands in a field that Kubernetes itself resolves.
  case declared
  /// It is read from a value that only the program in the container resolves.
  case inferred
}
