package import PodmapManifests

/// Finds Secrets inside other objects: in Templates, in custom resources, in texts.
package enum Secrets {
  /// Whether a value contains a Secret with anything but its name.
  package static func areIn(_ value: Value) -> Bool {
    if value.isScalar { return isIn(value.written) }
    if value.isSequence { return value.items.contains(where: areIn) }
    if value.isSecretObject, value.fields.contains(where: { contents.contains($0.key.written.lowercased()) }) {
      return true
    }
    return value.fields.contains { $0.key.written == generator ? !$0.value.isNull : areIn($0.value) }
  }

  /// A text that may be a manifest.
  private static func isIn(_ text: String) -> Bool {
    guard text.utf8.count > 20, CredentialText.hasSecretObject(in: text) else { return false }
    let lower = text.lowercased()
    return contents.contains { lower.containsBytes(of: $0) }
  }

  /// The fields that make a Secret more than a reference to one.
  private static let contents: Set<String> = ["data", "stringdata", "string-data", "literals", "envs", "files"]
  private static let generator = "secretGenerator"
}
