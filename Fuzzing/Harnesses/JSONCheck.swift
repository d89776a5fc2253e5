/// A strict recogniser of JSON (RFC 8259), written from the grammar and not from our writers.
package enum JSONCheck {
  /// What is wrong with a text; `nil` if it is JSON.
  package static func problem(in text: String) -> String? {
    var scanner = Scanner(bytes: Array(text.utf8)[...])
    scanner.skipSpace()
    guard scanner.value(depth: 0) else { return "not JSON at \(scanner.place): \(scanner.rest)" }
    scanner.skipSpace()
    return scanner.bytes.isEmpty ? nil : "more after the JSON at \(scanner.place): \(scanner.rest)"
  }

  private struct Scanner {
    var bytes: ArraySlice<UInt8>

    var place: Int { bytes.startIndex }
    var rest: String { String(decoding: bytes.prefix(60), as: UTF8.self) }

    mutating func skipSpace() {
      while let byte = bytes.first, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { bytes.removeFirst() }
    }

    mutating func take(_ text: String) -> Bool {
      guard bytes.starts(with: text.utf8) else { return false }
      bytes.removeFirst(text.utf8.count)
      return true
    }

    mutating func value(depth: Int) -> Bool {
      guard depth < 500 else { return false }
      switch bytes.first {
      case UInt8(ascii: "{"): return list(from: "{", to: "}", depth) { $0.member(depth) }
      case UInt8(ascii: "["): return list(from: "[", to: "]", depth) { $0.value(depth: depth + 1) }
      case UInt8(ascii: "\""): return string()
      case UInt8(ascii: "t"): return take("true")
      case UInt8(ascii: "f"): return take("false")
      case UInt8(ascii: "n"): return take("null")
      default: return number()
      }
    }

    private mutating func list(
      from begin: String, to end: String, _ depth: Int, _ item: (inout Scanner) -> Bool
    ) -> Bool {
      guard take(begin) else { return false }
      skipSpace()
      if take(end) { return true }
      while true {
        skipSpace()
        guard item(&self) else { return false }
        skipSpace()
        if take(end) { return true }
        guard take(",") else { return false }
      }
    }

    private mutating func member(_ depth: Int) -> Bool {
      guard string() else { return false }
      skipSpace()
      guard take(":") else { return false }
      skipSpace()
      return value(depth: depth + 1)
    }

    private mutating func string() -> Bool {
      guard take("\"") else { return false }
      while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "\""): return true
        case ..<0x20: return false
        case UInt8(ascii: "\\"):
          guard let escaped = bytes.popFirst() else { return false }
          if escaped == UInt8(ascii: "u") {
            guard bytes.prefix(4).count == 4, bytes.prefix(4).allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
            else { return false }
            bytes.removeFirst(4)
          } else if !Array("\"\\/bfnrt".utf8).contains(escaped) {
            return false
          }
        default: break
        }
      }
      return false
    }

    private mutating func digits() -> Bool {
      let count = bytes.prefix { (0x30...0x39).contains($0) }.count
      bytes.removeFirst(count)
      return count > 0
    }

    private mutating func number() -> Bool {
      _ = take("-")
      if !take("0"), !digits() { return false }
      if take("."), !digits() { return false }
      if take("e") || take("E") {
        if !take("+") { _ = take("-") }
        return digits()
      }
      return true
    }
  }
}
