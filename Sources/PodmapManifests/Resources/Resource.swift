/// A Kubernetes object as a manifest describes it.
package struct Resource: Sendable {
  package let kind: ResourceKind
  /// `metadata.name`; the prefix where only `metadata.generateName` is given.
  package let name: String
  /// Whether the cluster appends a random end to the name (`metadata.generateName`).
  package let isGeneratedName: Bool
  /// `metadata.namespace`, if it is given.
  package let namespace: String?
  /// The whole object.
  package let root: Value
  /// Where the object begins.
  package let place: Place

  package var file: String { place.file }

  package init(
    kind: ResourceKind, name: String, isGeneratedName: Bool = false, namespace: String?, root: Value, place: Place
  ) {
    self.kind = kind
    self.name = name
    self.isGeneratedName = isGeneratedName
    self.namespace = namespace
    self.root = root
    self.place = place
  }
}
