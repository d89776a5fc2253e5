/// A text as it stands in JSON (RFC 8259), quotes included.
struct JSONText {
  let escaped: String

  init(_ text: String) {
    guard text.utf8.contains(where: Self.needsEscape) else {
      escaped = "\"\(text)\""
      return
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    escaped = result + "\""
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}

/// One object on one line, its keys in the order in which they are added. Values that are not there, and
/// falsehoods, are left out.
struct JSONObject {
  private(set) var text = "{"

  mutating func add(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    open(key)
    text += JSONText(value).escaped
  }

  mutating func add(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    open(key)
    text += String(value)
  }

  mutating func add(_ key: StaticString, _ value: Bool) {
    guard value else { return }
    open(key)
    text += "true"
  }

  mutating func add(_ key: StaticString, _ values: [JSONObject]) {
    guard !values.isEmpty else { return }
    open(key)
    text += "["
    for (position, value) in values.enumerated() {
      if position > 0 { text += ", " }
      text += value.closed
    }
    text += "]"
  }

  mutating func add(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    open(key)
    text += "["
    for (position, value) in values.enumerated() {
      if position > 0 { text += ", " }
      text += JSONText(value).escaped
    }
    text += "]"
  }

  var closed: String { text + "}" }

  private mutating func open(_ key: StaticString) {
    if text.utf8.count > 1 { text += ", " }
    text += "\""
    key.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    text += "\": "
  }
}
