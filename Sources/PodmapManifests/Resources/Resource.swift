/// A Kubernetes object as a manifest describes it.
package struct Resource: Sendable {
  /// `apps/v1`
  package let apiVersion: String
  /// `Deployment`
  package let kind: String
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
    apiVersion: String, kind: String, name: String, isGeneratedName: Bool = false, namespace: String?, root: Value,
    place: Place
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    self.isGeneratedName = isGeneratedName
    self.namespace = namespace
    self.root = root
    self.place = place
  }

  /// The API group: `apps` of `apps/v1`, nothing for the core group.
  package var group: Substring {
    apiVersion.firstIndex(of: "/").map { apiVersion[..<$0] } ?? ""
  }
}
