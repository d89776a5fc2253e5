import PodmapManifests

/// Secrets in texts: `{"kind": "Secret", "stringData": …}`, as `kubectl apply` keeps them in an annotation.
extension CredentialText {
  static func hasSecretObject(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { CredentialText(bytes: $0, kind: .free).hasSecretObject }
  }

  var hasSecretObject: Bool {
    var position = 0
    while position + 10 < bytes.count, let kind = find("ind", from: position) {
      position = kind + 3
      guard kind > 0, bytes[kind - 1] | 0x20 == UInt8(ascii: "k"),
        kind < 2 || !Self.isNameByte(bytes[kind - 2])
      else { continue }
      func skip() {
        while position < bytes.count, Self.isSpace(bytes[position]) || "\"'\\".utf8.contains(bytes[position]) {
          position += 1
        }
      }
      skip()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: "=") else {
        continue
      }
      position += 1
      skip()
      let word = part(position..<bytes.count).prefix(while: Self.isNameByte)
      if word.count <= 16, SecretKind.isNamed(String(decoding: word, as: UTF8.self)) { return true }
    }
    return false
  }
}
