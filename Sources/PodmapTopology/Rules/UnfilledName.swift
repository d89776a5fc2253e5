/// Names that a template still has to fill in: `${NAME}`, `$NAME`, `{{ name }}`, `<name>`, `%NAME%`, `__NAME__`.
enum UnfilledName {
  /// Whether a text where the name of an object is expected contains a variable.
  static func isUnfilled(_ name: some StringProtocol) -> Bool {
    // Kubernetes accepts none of these in a name.
    if name.utf8.contains(UInt8(ascii: "$")) || name.contains("{{") { return true }
    return pairs.contains { start, end in
      guard let open = name.firstRange(of: start), let close = name[open.upperBound...].firstRange(of: end) else {
        return false
      }
      let inner = name[open.upperBound..<close.lowerBound]
      return !inner.isEmpty
        && inner.allSatisfy { $0.isLetter && ($0.isUppercase || start == "<") || "_-. ".contains($0) }
    }
  }

  private static let pairs = [("<", ">"), ("%", "%"), ("__", "__")]
}
