/// Which objects contain nothing but secrets.
package enum SecretKind {
  /// Whether a `kind` is that of a Secret, as it should be written or not: `secret`, `Secrets`, `SecretList`, and the
  /// `SecretGenerator` of kustomize.
  package static func isNamed(_ kind: some StringProtocol) -> Bool {
    guard let first = kind.utf8.first, kind.utf8.count <= 16 else { return false }
    // Most kinds begin with another letter, rather than with an S or a space.
    guard first | 0x20 == UInt8(ascii: "s") || first <= UInt8(ascii: " ") || first > 0x7F else { return false }
    return names.contains(String(kind.filter { !$0.isWhitespace }).lowercased())
  }

  private static let names: Set<String> = [
    "secret", "secrets", "secretlist", "secretslist", "secretgenerator", "secretgenerators",
  ]
}

extension ResourceKind {
  /// Whether objects of the kind contain nothing but secrets, in whatever group.
  package var isSecret: Bool { SecretKind.isNamed(name) }
}

extension Value {
  /// Whether a mapping is an object whose `kind` is that of a Secret.
  package var isSecretObject: Bool {
    isMapping
      && fields.contains { key, value in
        key.written.utf8.count == 4 && key.written.lowercased() == "kind" && value.isScalar
          && SecretKind.isNamed(value.written)
      }
  }
}
