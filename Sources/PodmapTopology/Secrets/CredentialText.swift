/// Searches a text for credentials: in its words, in what follows names and flags, and in its URLs.
///
/// It takes one pass over the bytes for words, and one for names; what it finds is looked at more closely.
struct CredentialText {
  /// What kind of text it is.
  enum Kind: Sendable {
    /// Anything: a variable, an argument, a file, a description.
    case free
    /// A name, an image, an address: `token-service:8080` has no password in it.
    case structured
  }

  /// What is known about the words of the text from its name.
  struct Allowed: Sendable {
    /// Hexadecimal digits: how many make a harmless word.
    var hexadecimal: Set<Int> = []
    /// Whether it may be a public key.
    var publicKey = false
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let kind: Kind

  /// Whether a text may contain a credential. `allowed` is only asked if a word looks random.
  static func hides(_ text: String, _ kind: Kind, allowed: () -> Allowed = { Allowed() }) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count > 1 && CredentialText(bytes: bytes, kind: kind).isHidden(allowed)
    }
  }

  private func isHidden(_ allowed: () -> Allowed) -> Bool {
    hasKey(allowed) || hasNamedCredential || hasAddressWithCredential || hasSecretObject
      || hasLogin || kind == .free && (hasFlagWithCredential || hasBasicAuthentication)
  }

  // MARK: - Words

  /// Whether a word looks like a key, or a key begins: `-----BEGIN`.
  private func hasKey(_ allowed: () -> Allowed) -> Bool {
    var start = 0
    var position = 0
    while position <= bytes.count {
      if position < bytes.count, Self.isKeyByte(bytes[position]) {
        position += 1
        continue
      }
      if position - start >= 16, isKey(start..<position, allowed) { return true }
      position += 1
      start = position
    }
    return contains("-----BEGIN") || contains("PuTTY-User-Key-File") || contains("{SHA}") || contains("{SSHA}")
      || hasPasswordHash || hasMixture
  }

  private func isKey(_ word: Range<Int>, _ allowed: () -> Allowed) -> Bool {
    let found = KeyShapes.shape(of: part(word)) ?? segmentShape(word)
    guard let found else { return false }
    switch found {
    case .issued: return true
    case .hexadecimal:
      if isAfter("sha256:", word.lowerBound) && word.count == 64 || isAfter("sha512:", word.lowerBound) { return false }
      return !allowed().hexadecimal.contains(word.count)
    case .random:
      // `ssh-ed25519 AAAA…`: what precedes a public key says that it is one.
      return !(starts("AAAA", at: word.lowerBound) && isAfterPublicKeyType(word.lowerBound)) && !allowed().publicKey
    }
  }

  /// The shape of a part between slashes.
  private func segmentShape(_ word: Range<Int>) -> KeyShapes.Shape? {
    var start = word.lowerBound
    for position in word where bytes[position] == UInt8(ascii: "/") {
      if let found = KeyShapes.shape(of: part(start..<position)) { return found }
      start = position + 1
    }
    return start == word.lowerBound ? nil : KeyShapes.shape(of: part(start..<word.upperBound))
  }

  private func isAfterPublicKeyType(_ position: Int) -> Bool {
    guard position > 1, Self.isSpace(bytes[position - 1]) else { return false }
    let start = max(0, position - 40)
    let before = String(decoding: part(start..<(position - 1)), as: UTF8.self)
    return ["ssh-rsa", "ssh-ed25519", "ssh-dss", "nistp256", "nistp384", "nistp521", "@openssh.com"].contains(
      where: before.hasSuffix)
  }

  /// `$6$salt$hash`, as in `/etc/shadow` and in files of htpasswd.
  private var hasPasswordHash: Bool {
    bytes.contains(UInt8(ascii: "$"))
      && (contains("$2a$") || contains("$2b$") || contains("$2y$") || contains("$apr1$") || contains("$argon2")
        || contains("$pbkdf2")
        || kind == .free
          && (contains("$1$") || contains("$5$") || contains("$6$") || contains("$7$") || contains("$y$")))
  }

  /// Whether a word mixes capitals, small letters, digits and several other signs, as generated passwords do.
  private var hasMixture: Bool {
    guard kind == .free else { return false }
    var (start, position) = (0, 0)
    while position <= bytes.count {
      if position < bytes.count, !Self.isSpace(bytes[position]), !Self.isQuote(bytes[position]) {
        position += 1
        continue
      }
      if (12...128).contains(position - start), isMixture(part(start..<position)) { return true }
      position += 1
      start = position
    }
    return false
  }

  private func isMixture(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var (capitals, small, digits, signs) = (0, 0, 0, 0)
    for byte in word {
      if ValueShape.isDigit(byte) {
        digits += 1
      } else if ValueShape.isUpper(byte) {
        capitals += 1
      } else if ValueShape.isLetter(byte) {
        small += 1
      } else if "!#$%^&*?@+~".utf8.contains(byte) {
        signs += 1
      } else {
        return false
      }
    }
    return capitals > 0 && small > 0 && digits > 0 && signs > 1
  }

  // MARK: - Names

  /// Whether a value follows a name that suggests a credential: `password=…`, `--token …`, `bindpw …`.
  private var hasNamedCredential: Bool { firstName != nil }

  /// The first name that is followed by its value.
  var firstName: String? {
    var position = 0
    while let hit = CredentialStems.next(in: bytes, from: position) {
      let (start, end) = name(around: hit)
      position = max(end, hit + 1)
      let written = String(decoding: part(start..<end), as: UTF8.self)
      let name = CredentialName(written)
      guard name.suggestsCredential, let value = value(after: start..<end, name) else { continue }
      if !Credentials.isHarmless(value, under: name) { return written }
    }
    return nil
  }

  /// The whole name of which a part was found.
  private func name(around position: Int) -> (start: Int, end: Int) {
    var (start, end) = (position, position)
    while start > 0, Self.isNameByte(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    return (start, end)
  }

  /// The text after a name, if something says that it is its value; `nil` if nothing does.
  private func value(after name: Range<Int>, _ meaning: CredentialName) -> String? {
    var position = name.upperBound
    let isFlag = bytes[name.lowerBound] == UInt8(ascii: "-")
    var isQuoted = false
    // `"password":`, `\"password\":`, `['password'] =`
    while position < bytes.count, Self.isQuote(bytes[position]) || bytes[position] == UInt8(ascii: "]") {
      isQuoted = true
      position += 1
    }
    let hadSpace = position < bytes.count && Self.isSpace(bytes[position])
    let isLineEnd = position < bytes.count && Self.isLineEnd(bytes[position])
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    // `{"key": "tls.crt", "path": …}` names the key of an object.
    if isQuoted, meaning.words == ["key"] { return nil }
    let separator = separator(at: position, isFlag: isFlag, isQuoted: isQuoted)
    if separator > 0 {
      if isPort(name, separator: position) { return nil }
      return value(at: position + separator)
    }
    if kind == .structured || !hadSpace || isQuoted { return nil }
    // A part of a path, and flags in a row.
    if isFlag { return bytes[position] == UInt8(ascii: "-") ? nil : value(at: position) }
    if name.lowerBound > 0, "/@$".utf8.contains(bytes[name.lowerBound - 1]) || isLineEnd { return nil }
    return meaning.isPlain ? value(at: position) : nil
  }

  /// The length of what separates a name from its value; 0 if nothing does.
  private func separator(at position: Int, isFlag: Bool, isQuoted: Bool) -> Int {
    if starts("=>", at: position) || starts(":=", at: position) { return 2 }
    if starts("%3D", at: position) || starts("%3A", at: position) || starts("%3d", at: position) { return 3 }
    switch bytes[position] {
    case UInt8(ascii: "="): return kind == .free || !starts("==", at: position) ? 1 : 0
    case UInt8(ascii: ":"): return kind == .free || isQuoted ? 1 : 0
    // `<password>…`, `["--password", "…"]`
    case UInt8(ascii: ">"): return kind == .free ? 1 : 0
    case UInt8(ascii: ","): return isFlag && isQuoted ? 1 : 0
    default: return 0
    }
  }

  /// Whether a port follows a host in a URL, rather than a value its name: `http://auth:80/`.
  private func isPort(_ name: Range<Int>, separator: Int) -> Bool {
    guard bytes[separator] == UInt8(ascii: ":"), separator == name.upperBound,
      isAfter("://", name.lowerBound)
    else { return false }
    var end = separator + 1
    while end < bytes.count, ValueShape.isDigit(bytes[end]) { end += 1 }
    return (1...5).contains(end - separator - 1)
      && (end == bytes.count || !Self.isNameByte(bytes[end]) && bytes[end] != UInt8(ascii: "@"))
  }

  /// The value that begins at a position, without its quotes; `nil` if there is none.
  private func value(at start: Int) -> String? {
    var position = start
    while position < bytes.count, Self.isSpace(bytes[position]), !Self.isLineEnd(bytes[position]) { position += 1 }
    var quote: UInt8?
    while position < bytes.count, Self.isQuote(bytes[position]) {
      if bytes[position] != UInt8(ascii: "\\") { quote = bytes[position] }
      position += 1
    }
    let end = endOfValue(from: position, quote)
    return end > position ? String(decoding: part(position..<end), as: UTF8.self) : nil
  }

  private func endOfValue(from start: Int, _ quote: UInt8?) -> Int {
    var hasOpening = false
    for position in start..<bytes.count {
      let byte = bytes[position]
      if let quote {
        if byte == quote || byte == UInt8(ascii: "\\") || Self.isLineEnd(byte) { return position }
      } else if Self.isSpace(byte) || Self.isValueEnd(byte) || !hasOpening && Self.isClosing(byte) {
        return position
      }
      hasOpening = hasOpening || Self.isOpening(byte)
    }
    return bytes.count
  }

  // MARK: - Bytes

  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  func starts(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, bytes.count - position >= text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  func isAfter(_ text: StaticString, _ position: Int) -> Bool { starts(text, at: position - text.utf8CodeUnitCount) }

  func contains(_ text: StaticString) -> Bool { find(text, from: 0) != nil }

  func find(_ text: StaticString, from: Int) -> Int? {
    guard bytes.count >= text.utf8CodeUnitCount + from else { return nil }
    let first = text.utf8Start[0]
    for position in from...(bytes.count - text.utf8CodeUnitCount)
    where bytes[position] == first && starts(text, at: position) {
      return position
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
  static func isKeyByte(_ byte: UInt8) -> Bool {
    ValueShape.isWordByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  /// A quotation mark, or a backslash, which may precede one.
  static func isQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
  }

  static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
  }

  static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
  }

  private static func isValueEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "<"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    ValueShape.isWordByte(byte) || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}
