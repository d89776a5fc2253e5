package import PodmapManifests

/// Objects that a controller makes for an object of the input: one row of `Tables/`.
///
/// They are in the cluster without a manifest, so a reference to one of them doesn't dangle.
package struct Provision: Sendable, Hashable {
  /// The kind of the object for which the controller works.
  package var provider: ResourceKind
  /// What it makes.
  package var kind: ResourceKind
  /// The name of what it makes: `{name}-rw`, `{spec.nodeSets[].name}-http`. `{name}` stands for the provider's name,
  /// another path for the text of that field, or of each such field, and `{index}` at the end for a number.
  package var name: String
  /// The namespace, written in the same way; `nil` for the provider's.
  package var namespace: String?
  /// A field that the provider must have.
  package var condition: String?

  package init(
    _ provider: ResourceKind, _ kind: ResourceKind, _ name: String, namespace: String? = nil,
    if condition: String? = nil
  ) {
    self.provider = provider
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.condition = condition
  }

  /// The built-in rows of a kind, then those among `others`.
  static func rows(of provider: ResourceKind, and others: [Provision]) -> [Provision] {
    (byProvider[provider] ?? []) + others.filter { $0.provider == provider }
  }

  private static let byProvider = Dictionary(grouping: all, by: \.provider)

  static let all = joined([
    kubernetesProvisions, secretProvisions, databaseProvisions, messageProvisions, observabilityProvisions,
    computeProvisions, platformProvisions,
  ])
}

/// The rows of several tables. The compiler takes long for a sum of them.
func joined(_ tables: [[Provision]]) -> [Provision] { tables.flatMap(\.self) }

extension Provision {
  /// Whether every brace in a pattern has its counterpart, with something between them.
  package static func isPattern(_ text: String) -> Bool {
    var isOpen = false
    var length = 0
    for character in text {
      switch character {
      case "{" where !isOpen: (isOpen, length) = (true, 0)
      case "}" where isOpen && length > 0: isOpen = false
      case "{", "}": return false
      default: length += 1
      }
    }
    return !isOpen
  }

  /// The names that a row gives for an object; empty if a field that it needs is absent.
  func names(for object: ObjectDescription) -> [String] {
    if let condition, object.resource.root.values(at: condition).isEmpty { return [] }
    return Self.expand(name, object)
  }

  /// The namespace in which the object's controller makes the objects.
  func namespace(for object: ObjectDescription) -> String {
    namespace.flatMap { Self.expand($0, object).first } ?? object.innerNamespace
  }

  private static func expand(_ pattern: String, _ object: ObjectDescription) -> [String] {
    var results = [""]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let before = rest[..<open]
      let path = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      let values: [String] =
        switch path {
        case "name": [object.name]
        case "namespace": [object.innerNamespace]
        case "index": ["{index}"]
        default: object.resource.root.values(at: path).compactMap(\.value.text)
        }
      let room = Limit.providedNames.value / max(results.count, 1)
      results = results.flatMap { result in values.prefix(room).map { "\(result)\(before)\($0)" } }
    }
    return results.map { $0 + rest }
  }
}
