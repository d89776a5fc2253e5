import PodmapManifests

/// A program that adds containers to pods as they are created: one row of `Tables/InjectionTable.swift`.
struct Injection: Sendable {
  /// A label or an annotation that asks for the containers.
  struct Trigger: Sendable {
    var key: String
    /// The values that ask for them; all but "false" and "disabled" if there are none.
    var values: Set<String> = []

    init(_ key: String, _ values: Set<String> = []) {
      self.key = key
      self.values = values
    }
  }

  /// A container that is added.
  struct Added: Sendable {
    var name: String
    var role: Container.Role
    var ports: [Container.Port] = []
    /// An annotation that leaves it out if it is "true".
    var unless: String?
  }

  /// A Service that the containers call, if it is in the input.
  struct Called: Sendable {
    var name: String
    var namespace: String
    var port: Int
  }

  /// "Istio"
  var name: String
  /// On pods.
  var triggers: [Trigger]
  /// On namespaces.
  var namespaceTriggers: [Trigger]
  var containers: [Added]
  var calls: [Called]
  /// Annotations of pods to which the containers have been added already.
  var marks: [String] = []

  /// The rows by the keys of their triggers on pods.
  static let byKey = Dictionary(
    injectionTable.enumerated().flatMap { row, injection in injection.triggers.map { ($0.key, row) } }
  ) { first, _ in first }

  /// The rows by the annotations that they leave behind.
  static let byMark = Dictionary(
    injectionTable.enumerated().flatMap { row, injection in injection.marks.map { ($0, row) } }
  ) { first, _ in first }
}

extension Injection.Trigger {
  /// Whether a value asks for the containers.
  func isMet(by value: String) -> Bool {
    values.isEmpty ? !["false", "disabled", ""].contains(value) : values.contains(value)
  }
}

/// What a pod template or a namespace says about one row.
struct InjectionRequest: Sendable, Hashable {
  /// The position of the row.
  var row: Int
  var isWanted: Bool
  var evidence: Evidence

  /// The requests in the metadata of a pod template.
  static func all(in template: Value, path: FieldPath, file: String) -> [InjectionRequest] {
    var (marked, asking): ([InjectionRequest], [InjectionRequest]) = ([], [])
    for field in ["annotations", "labels"] {
      for (key, value) in template.at("metadata", field)?.fields ?? [] {
        let name = key.written
        func request(_ row: Int, isWanted: Bool) -> InjectionRequest {
          let path = path.appending("metadata").appending(field).appending(name).text
          return InjectionRequest(row: row, isWanted: isWanted, evidence: Evidence(value, path: path, in: file))
        }
        if field == "annotations", let row = Injection.byMark[name] {
          marked.append(request(row, isWanted: false))
        } else if let row = Injection.byKey[name], !asking.contains(where: { $0.row == row }),
          let trigger = injectionTable[row].triggers.first(where: { $0.key == name })
        {
          asking.append(request(row, isWanted: trigger.isMet(by: value.written)))
        }
      }
    }
    return marked + asking.filter { request in !marked.contains { $0.row == request.row } }
  }

  /// The requests in the metadata of a Namespace.
  static func all(inNamespace namespace: Resource) -> [InjectionRequest] {
    injectionTable.indices.compactMap { row in
      for trigger in injectionTable[row].namespaceTriggers {
        for field in ["labels", "annotations"] {
          guard let value = namespace.root.at("metadata", field)?[trigger.key] else { continue }
          let path = FieldPath("metadata").appending(field).appending(trigger.key).text
          return InjectionRequest(
            row: row, isWanted: trigger.isMet(by: value.written),
            evidence: Evidence(value, path: path, in: namespace.file))
        }
      }
      return nil
    }
  }
}
