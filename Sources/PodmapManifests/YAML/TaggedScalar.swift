/// The types that a tag of YAML can give a scalar, and which texts kubectl accepts for each.
enum TaggedScalar: String, CaseIterable, Sendable {
  case int, float, bool, null, timestamp, binary

  private static let standard = "tag:yaml.org,2002:"

  /// The type that a tag names; `nil` for tags that kubectl ignores, and for `!!str`, which accepts every text.
  init?(tag: String) {
    guard tag.hasPrefix(Self.standard) else { return nil }
    self.init(rawValue: String(tag.dropFirst(Self.standard.count)))
  }

  /// Whether a tag makes a key a merge, which it is without a tag too.
  static func isMerge(_ tag: UnsafePointer<UInt8>) -> Bool { String(cString: tag) == standard + "merge" }

  /// As it is written in a document.
  var tag: String { "!!\(rawValue)" }

  /// What the text must be, in words.
  var meaning: String {
    switch self {
    case .int: "a whole number"
    case .float: "a number"
    case .bool: "true or false"
    case .null: "null"
    case .timestamp: "a date"
    case .binary: "Base64"
    }
  }

  func accepts(_ text: String) -> Bool {
    switch self {
    case .int: Self.isInteger(text)
    case .float: Self.isInteger(text) || Self.isFloat(text)
    case .bool: Value.booleans[text] != nil
    case .null: Self.isNull(text.utf8)
    case .timestamp: Self.isDate(text)
    case .binary: Self.isBase64(text)
    }
  }

  /// Whether a plain scalar is null. It is asked of every short key.
  static func isNull(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    switch (text.count, first) {
    case (1, UInt8(ascii: "~")): return true
    case (4, UInt8(ascii: "n")): return text.elementsEqual("null".utf8)
    case (4, UInt8(ascii: "N")): return text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8)
    default: return false
    }
  }

  /// Whether a plain scalar is infinite or no number.
  static func isNotFinite(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (4...5).contains(text.count), let last = text.last, "fFnN".utf8.contains(last) else { return false }
    let words = [".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", "+.inf", "+.Inf", "+.INF", ".nan", ".NaN", ".NAN"]
    return words.contains { text.elementsEqual($0.utf8) }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.replacing("_", with: "").drop { $0 == "-" || $0 == "+" }
    for (prefix, radix) in [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)]
    where digits.hasPrefix(prefix) {
      return UInt64(digits.dropFirst(2), radix: radix) != nil
    }
    return UInt64(digits) != nil
  }

  /// Neither infinity nor NaN, which JSON doesn't have.
  private static func isFloat(_ text: String) -> Bool {
    text.replacing("_", with: "").wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
  }

  private static func isBase64(_ text: String) -> Bool {
    let letters = text.filter { !$0.isNewline }
    return letters.utf8.count.isMultiple(of: 4) && letters.wholeMatch(of: /[A-Za-z0-9+\/]*={0,2}/) != nil
  }

  private static func isDate(_ text: String) -> Bool {
    let day = /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/
    guard let found = text.prefixMatch(of: day) else { return false }
    let rest = text[found.range.upperBound...]
    return rest.isEmpty
      || rest.wholeMatch(
        of: /([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?/)
        != nil
  }
}
