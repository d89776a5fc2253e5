package import PodmapManifests

/// The reason for an edge: a location in the input, and the value there.
package struct Evidence: Hashable, Sendable {
  package var file: String
  /// Counts from 1.
  package var line: Int
  /// Counts characters from 1.
  package var column: Int
  /// The path of the field from the object's root: `spec.template.spec.volumes[0].configMap.name`.
  package var path: String
  /// The scalar on that line, shortened if it is very long, or `<redacted>`.
  package var value: String
  /// The name of the ConfigMap or Secret that contains the value, if a container reads it from there.
  package var holder: String?

  package init(file: String, line: Int, column: Int = 1, path: String, value: String) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path.bounded(to: .evidencePath)
    self.value = value.bounded(to: .evidenceValue)
  }

  /// The scalar that a field contains: a name, an address or a number, in which a credential is a mistake.
  package init(_ value: Value, path: String, in file: String) {
    self.init(
      file: file, line: value.line, column: value.column, path: path,
      value: Credentials.standOut(in: value.written, named: path) ? Credentials.mark : value.written)
  }

  package var place: Place { Place(file: file, line: line, column: column) }

  /// Equal if they are shown alike: the column is only for messages.
  package static func == (left: Evidence, right: Evidence) -> Bool {
    left.line == right.line && left.path == right.path && left.value == right.value && left.file == right.file
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(path)
    hasher.combine(value)
    hasher.combine(file)
  }
}

/// How certain an edge is.
package enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// Read from a field that Kubernetes itself resolves.
  case declared
  /// Inferred from a value of the container's own, which only its program resolves: a variable, an argument, a file
  /// that no other workload mounts.
  case inferred
  /// The value is available to the container, but to others too, and nothing says that it is used: configuration that
  /// several workloads load in full.
  case possible
}
