/// A Kubernetes object as a manifest describes it.
///
/// A class without anything that changes, since passes copy what refers to it very often.
package final class Resource: Sendable {
  package let kind: ResourceKind
  /// `metadata.name`, or the prefix if only `metadata.generateName` is set.
  package let name: String
  /// Whether the cluster appends a random suffix to the name (`metadata.generateName`).
  package let isGeneratedName: Bool
  /// `metadata.namespace` if it is set, else the one in which the file is applied, if that is known.
  package let namespace: String?
  /// The whole object.
  package let root: Value
  /// Where the object begins.
  package let place: Place

  package var file: String { place.file }

  /// Whether both manifests mean the same object in the same namespace, which one of them may omit.
  package func means(_ other: Resource) -> Bool {
    func fields(_ value: Value?, without left: String) -> [String: Value] {
      Dictionary((value?.fields ?? []).map { ($0.key.written, $0.value) }) { $1 }.filter { $0.key != left }
    }
    func same(_ one: [String: Value], _ two: [String: Value]) -> Bool {
      one.count == two.count && one.allSatisfy { key, value in two[key].map { value.means($0) } ?? false }
    }
    return same(fields(root, without: "metadata"), fields(other.root, without: "metadata"))
      && same(
        fields(root["metadata"], without: "namespace"), fields(other.root["metadata"], without: "namespace"))
  }

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
