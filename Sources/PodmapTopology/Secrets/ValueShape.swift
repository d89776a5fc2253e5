import PodmapManifests

/// The shapes of values that aren't credentials, whatever they are called or if their name says what they are.
enum ValueShape {
  /// Whether a value is harmless under any name: a switch, a path, a digest, a reference to a variable.
  static func isAlwaysHarmless(_ value: String) -> Bool {
    value.isEmpty || isBoolean(value) || isVariable(value) || isDigest(value) || isPath(value, isSaid: false)
      || value == Credentials.mark
  }

  static func isBoolean(_ value: String) -> Bool {
    value.utf8.count <= 8
      && ["true", "false", "yes", "no", "on", "off", "null", "~", "none", "enabled", "disabled"]
        .contains(value.lowercased())
  }

  /// A boolean, or what programs read as one.
  static func isSwitch(_ value: String) -> Bool {
    isBoolean(value) || ["0", "1", "required", "optional", "always", "never", "auto"].contains(value.lowercased())
  }

  static func isNever(_ value: String) -> Bool { ["never", "none", "infinite", "unlimited"].contains(value) }

  /// `$(NAME)`, `${NAME}`, `$NAME`.
  static func isVariable(_ value: String) -> Bool {
    guard value.hasPrefix("$") else { return false }
    var name = value.dropFirst()
    if name.hasPrefix("(") && name.hasSuffix(")") || name.hasPrefix("{") && name.hasSuffix("}") {
      name = name.dropFirst().dropLast()
    }
    guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
    return name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
  }

  /// `sha256:` and 64 hexadecimal digits.
  static func isDigest(_ value: String) -> Bool {
    for (prefix, count) in [("sha256:", 64), ("sha384:", 96), ("sha512:", 128)] where value.hasPrefix(prefix) {
      let digits = value.utf8.dropFirst(prefix.utf8.count)
      return digits.count == count && digits.allSatisfy(isHex)
    }
    return false
  }

  /// `/run/secrets/password`; if the name says that it is a path, also `/secrets` and `conf/password.txt`.
  static func isPath(_ value: String, isSaid: Bool) -> Bool {
    guard value.utf8.count <= 1024, value.utf8.allSatisfy({ isWordByte($0) || "/.~@:\\$(){}*+ ".utf8.contains($0) })
    else { return false }
    let text = value.replacing("\\", with: "/")
    let parts = text.split(separator: "/")
    guard !parts.contains(where: { KeyShapes.isKey(Array($0.utf8)) }) else { return false }
    let isRooted =
      ["/", "./", "../", "~/", "file:/", "$"].contains(where: text.hasPrefix)
      || text.utf8.count > 2 && text.dropFirst().hasPrefix(":/") && text.first.map { $0.isLetter } ?? false
    // A password or a key in Base64 may begin with a slash.
    guard isSaid else {
      return isRooted && parts.count > 1 && !value.utf8.contains { "+ ${}*".utf8.contains($0) }
        && parts.allSatisfy { part in !mixes(part) || part.utf8.contains(UInt8(ascii: ".")) }
    }
    if isRooted || parts.count > 1 { return true }
    guard let dot = text.lastIndex(of: "."), dot > text.startIndex else { return false }
    let end = text[text.index(after: dot)...]
    return (1...8).contains(end.utf8.count) && end.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  /// Whether a word has capitals, small letters and digits, as passwords do.
  private static func mixes(_ word: Substring) -> Bool {
    word.utf8.contains(where: isUpper) && word.utf8.contains(where: isDigit)
      && word.utf8.contains { isLetter($0) && !isUpper($0) }
  }

  // MARK: - Numbers

  static func isDigits(_ value: some StringProtocol) -> Bool { !value.isEmpty && value.utf8.allSatisfy(isDigit) }

  /// `30m`, `1h30m`, `3600`, `P1DT2H`, `7 days`.
  static func isDuration(_ value: String) -> Bool {
    guard (1...24).contains(value.utf8.count) else { return false }
    var rest = value.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "P") {
      rest = rest.dropFirst()
      return rest.contains(where: isDigit)
        && rest.allSatisfy { isDigit($0) || "YMWDTHS.".utf8.contains($0) }
    }
    var parts = 0
    while !rest.isEmpty {
      let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
      guard (1...10).contains(digits.count) else { return false }
      rest = rest.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
      let unit = rest.prefix(while: isLetter)
      rest = rest.dropFirst(unit.count).drop { $0 == UInt8(ascii: " ") }
      guard unit.isEmpty ? rest.isEmpty : units.contains(String(Substring(unit)).lowercased()) else { return false }
      parts += 1
    }
    return parts > 0
  }

  private static let units: Set<String> = [
    "ns", "us", "ms", "s", "m", "h", "d", "w", "y", "sec", "secs", "second", "seconds", "min", "mins", "minute",
    "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
  ]

  /// `0 */5 * * *`
  static func isSchedule(_ value: String) -> Bool {
    let fields = value.split(separator: " ")
    return isDuration(value) || value.hasPrefix("@") && value.dropFirst().utf8.allSatisfy(isLetter)
      || (5...6).contains(fields.count) && value.utf8.allSatisfy { isDigit($0) || "*/,-? ".utf8.contains($0) }
  }

  /// A number of at most ten digits, with a unit of size or a percent sign: `4096`, `0.5`, `2Gi`, `10%`; `v2`.
  static func isCount(_ value: String) -> Bool {
    let digits = value.drop { $0 == "-" }
    let number = digits.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "_" }
    guard (1...10).contains(number.utf8.count), number.utf8.contains(where: isDigit) else { return isVersion(value) }
    return ["", "%", "k", "m", "g", "ki", "mi", "gi", "kb", "mb", "gb", "b", "bit", "bits", "bytes"].contains(
      digits.dropFirst(number.count).lowercased())
  }

  /// `1.2.3`, `v2`, `v1beta1`, `latest`
  static func isVersion(_ value: String) -> Bool {
    if ["latest", "stable", "edge", "main"].contains(value) { return true }
    let digits = value.hasPrefix("v") ? value.dropFirst() : value[...]
    guard let first = digits.utf8.first, isDigit(first), value.utf8.count <= 24 else { return false }
    return value.hasPrefix("v") && digits.utf8.allSatisfy { isDigit($0) || isLetter($0) || ".-".utf8.contains($0) }
      || digits.utf8.contains(UInt8(ascii: ".")) && digits.utf8.allSatisfy { isWordByte($0) || ".".utf8.contains($0) }
  }

  // MARK: - Words

  /// `X-Api-Key`, `Authorization`; not a header with its value.
  static func isHeader(_ value: String) -> Bool {
    value.utf8.count <= 64
      && value.split(separator: ",").allSatisfy { item in
        let name = item.filter { $0 != " " }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isLetter) }) else { return false }
        return parts.count > 1 || ["authorization", "cookie", "token", "apikey", "auth"].contains(name.lowercased())
      }
  }

  /// A URL without user, query and fragment, or a host; `mayBeBare`: also a name without dots.
  static func isAddress(_ value: String, mayBeBare: Bool) -> Bool {
    guard !value.isEmpty, value.utf8.count <= 1024,
      value.utf8.allSatisfy({ isWordByte($0) || ".:/,[]*$(){}~ ".utf8.contains($0) })
    else {
      return false
    }
    return value.split(whereSeparator: { ", ".contains($0) }).allSatisfy { item in
      let address = item.firstByteRange(of: "://").map { item[$0.upperBound...] } ?? item
      let isURL = address.startIndex != item.startIndex
      let host = address.prefix { $0 != "/" }
      if address.split(separator: "/").dropFirst().contains(where: { KeyShapes.isKey(Array($0.utf8)) || mixes($0) }) {
        return false
      }
      let name = host.prefix { $0 != ":" }
      let port = host.dropFirst(name.count + 1)
      if isURL || name.contains(".") || isDigits(port) { return !KeyShapes.isKey(Array(name.utf8)) }
      return mayBeBare && port.isEmpty && address.utf8.count == host.utf8.count && name.utf8.count <= 63
        && !name.utf8.contains(where: isUpper)
        && isDigits(name.drop { !$0.isNumber } + "0")
    }
  }

  /// `oidc`, `RS256`, `read:user,openid`; without digits only words and the names of algorithms.
  static func isWord(_ value: String, mayHaveDigits: Bool) -> Bool {
    guard (1...128).contains(value.utf8.count) else { return false }
    return value.split(whereSeparator: { ", ".contains($0) }).allSatisfy { word in
      guard word.utf8.count <= 32, word.utf8.first.map(isLetter) ?? false,
        word.utf8.allSatisfy({ isWordByte($0) || ":./".utf8.contains($0) })
      else { return false }
      let digits = word.utf8.count(where: isDigit)
      return digits == 0 || mayHaveDigits && digits <= 4 && !mixes(word)
        || algorithms.contains(where: word.lowercased().hasPrefix)
    }
  }

  private static let algorithms = [
    "sha1", "sha2", "sha3", "sha5", "sha-", "md5", "argon2", "pbkdf2", "scram-sha-", "aes", "ed25519", "oauth2",
    "base64", "x509", "kubernetes.io/",
  ]

  /// A name, or a part of one: `my-secret`, `app:`, `id`.
  static func isIdentifier(_ value: String) -> Bool {
    (1...253).contains(value.utf8.count)
      && value.utf8.allSatisfy { isWordByte($0) || ".:/@,$(){}".utf8.contains($0) }
      && !KeyShapes.isKey(Array(value.utf8)) && !mixes(value[...])
  }

  // MARK: - Bytes

  static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
  static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f")
  }
  static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
