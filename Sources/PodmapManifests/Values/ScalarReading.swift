extension Value {
  /// The scalar as a boolean in any spelling of YAML 1.1, which Kubernetes accepts in boolean fields.
  package var boolean: Bool? {
    guard let text, node.style == .plain else { return nil }
    return Self.booleans[text]
  }

  /// The spellings, and what they mean.
  static let booleans: [String: Bool] = [
    "true": true, "True": true, "TRUE": true, "yes": true, "Yes": true, "YES": true, "on": true, "On": true, "ON": true,
    "y": true, "Y": true, "false": false, "False": false, "FALSE": false, "no": false, "No": false, "NO": false,
    "off": false, "Off": false, "OFF": false, "n": false, "N": false,
  ]

  /// The scalar as a whole number in any spelling of YAML 1.1: `8080`, `0o17`, `0440` (octal), `0x1F`, `1_000`.
  /// A quoted number counts too, because fields such as `targetPort` accept both.
  package var integer: Int? {
    guard isScalar else { return nil }
    if let plain = withBytes(Self.decimal) { return plain }
    guard let text, !text.isEmpty else { return nil }
    if let number = Int(text), node.style != .plain || !text.isOctalLike { return number }
    guard node.style == .plain else { return nil }
    var digits = Substring(text.filter { $0 != "_" })
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let number: Int?
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      number = Int(digits.dropFirst(2), radix: 16)
    } else if digits.hasPrefix("0o") || digits.hasPrefix("0O") {
      number = Int(digits.dropFirst(2), radix: 8)
    } else if digits.hasPrefix("0b") || digits.hasPrefix("0B") {
      number = Int(digits.dropFirst(2), radix: 2)
    } else if digits.count > 1 && digits.hasPrefix("0") {
      number = Int(digits, radix: 8)
    } else {
      number = Int(digits)
    }
    return number.map { isNegative ? -$0 : $0 }
  }
}

extension Value {
  /// A plain decimal number, as nearly all numbers are.
  private static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count), bytes[0] != UInt8(ascii: "0") || bytes.count == 1 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

extension String {
  fileprivate var isOctalLike: Bool {
    let digits = hasPrefix("-") || hasPrefix("+") ? dropFirst() : self[...]
    return digits.count > 1 && digits.hasPrefix("0")
  }
}
