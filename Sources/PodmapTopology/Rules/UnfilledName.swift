import PodmapManifests

/// Names that a template still has to fill in: `${NAME}`, `$NAME`, `{{ name }}`, `<name>`, `%NAME%`, `__NAME__`.
enum UnfilledName {
  /// Whether a text where the name of an object is expected contains a variable.
  static func isUnfilled(_ name: some StringProtocol) -> Bool {
    // Most names have none of these characters.
    guard name.utf8.contains(where: { "$<%_{".utf8.contains($0) }) else { return false }
    // Kubernetes accepts none of these in a name.
    if name.utf8.contains(UInt8(ascii: "$")) || name.containsBytes(of: "{{") { return true }
    return pairs.contains { start, end in
      guard let open = name.firstByteRange(of: start), let close = name[open.upperBound...].firstByteRange(of: end)
      else {
        return false
      }
      let inner = name[open.upperBound..<close.lowerBound]
      return !inner.isEmpty
        && inner.allSatisfy { $0.isLetter && ($0.isUppercase || start == "<") || "_-. ".contains($0) }
    }
  }

  private static let pairs = [("<", ">"), ("%", "%"), ("__", "__")]
}
