/// What the bytes of a YAML document reveal about it if it can't be parsed.
struct DocumentText {
  let bytes: ArraySlice<UInt8>

  /// Whether it seems meant as a manifest: it has `apiVersion` and `kind` at the top level.
  var claimsToBeAManifest: Bool {
    (hasLine(beginning: "apiVersion:") && hasLine(beginning: "kind:"))
      || (contains("\"apiVersion\"") && contains("\"kind\""))
  }

  /// Whether it contains actions of a template language, as an unrendered Helm chart does.
  var looksLikeATemplate: Bool { contains("{{") || contains("{%") }

  /// Whether the template language is Helm's, and not that of Jinja or of a tool that only fills in names.
  var looksLikeHelm: Bool {
    contains("{{") && !contains("{%")
      && ["{{-", ".Values", ".Release.", ".Chart.", ".Capabilities.", "include \""].contains(where: contains)
  }

  private func hasLine(beginning text: String) -> Bool {
    let pattern = Array(text.utf8)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position...].starts(with: pattern) { return true }
      guard let next = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
      position = next + 1
    }
    return false
  }

  private func contains(_ text: String) -> Bool {
    bytes.withUnsafeBufferPointer { $0.firstOffset(of: text) != nil }
  }
}
