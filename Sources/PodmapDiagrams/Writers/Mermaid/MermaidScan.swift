/// Scans a label's bytes for those that must become entity codes.
struct MermaidScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The escaped text; `nil` if it equals the text, which is nearly always so.
  consuming func escaped() -> String? {
    while position < bytes.count {
      if needsCare(bytes[position]) { return rewritten() }
      position += 1
    }
    return nil
  }

  /// Escapes the text from the first byte that needs it.
  private consuming func rewritten() -> String {
    var out = [UInt8](bytes[..<position])
    out.reserveCapacity(bytes.count * 2)
    while position < bytes.count {
      let byte = bytes[position]
      if isPlaceholder(byte) {
        out.append(contentsOf: "#8288;".utf8)
        out.append(byte)
      } else if mustBeCode(byte) {
        out.append(UInt8(ascii: "#"))
        out.append(contentsOf: String(byte).utf8)
        out.append(UInt8(ascii: ";"))
      } else {
        out.append(byte)
      }
      position += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x80 ? Self.suspects[Int(byte)] && mustBeCode(byte) : isPlaceholder(byte)
  }

  /// The bytes that `mustBeCode` decides about.
  private static let suspects: [Bool] = {
    var table = [Bool](repeating: false, count: 0x80)
    for byte in "\"#&<>`\\*~$%@[_:.)-+=|scd".utf8 { table[Int(byte)] = true }
    return table
  }()

  private func mustBeCode(_ byte: UInt8) -> Bool {
    switch byte {
    case "\"", "#", "&", "<", ">", "`", "\\", "*", "~", "$", "%", "@", "[":
      true
    case "_":
      // Emphasis, unless inside a word.
      !(isWordByte(before(1)) && isWordByte(after(1)))
    case ":":
      // "fa:fa-home" is an icon, "http://" a link.
      isFirst || after(1) == nil || after(1) == "/" || follows("fa") || (isLetter(before(1)) && follows("fa", 1))
    case ".":
      isFirst || follows("www") || isListMark
    case ")":
      isListMark
    case "-", "+", "=", "|":
      // A list, an underlined heading, a table.
      isFirst
    case "s":
      // Mermaid drops the last ";" of a line that matches /style.*:\S*#.*;/, and with it a code's.
      precedes("tyle")
    case "c":
      precedes("lassDef")
    case "d":
      // A line that contains "direction LR" is that statement, whatever precedes it.
      precedes("irection")
    default:
      false
    }
  }

  /// Mermaid writes codes as `ﬂ°°…¶ß` internally, and later mistakes those characters for its own. Two of
  /// them next to each other are separated.
  private func isPlaceholder(_ byte: UInt8) -> Bool {
    switch (byte, after(1)) {
    case (0xc2, 0xb0): before(3) == 0xef && before(2) == 0xac && before(1) == 0x82
    case (0xc3, 0x9f): before(2) == 0xc2 && before(1) == 0xb6
    default: false
    }
  }

  private var isFirst: Bool { position == 0 }

  private var isListMark: Bool {
    position > 0 && bytes[..<position].allSatisfy(isDigit) && (after(1) == nil || after(1) == " ")
  }

  private func before(_ distance: Int) -> UInt8? {
    position >= distance ? bytes[position - distance] : nil
  }

  private func after(_ distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  /// Whether a word, given in lower case, precedes this position in any case, `skipping` bytes away.
  private func follows(_ word: StaticString, _ skipping: Int = 0) -> Bool {
    let start = position - skipping - word.utf8CodeUnitCount
    guard start >= 0 else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] } }
  }

  private func precedes(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount < bytes.count else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { bytes[position + 1 + $0] == word[$0] } }
  }

  private func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isWordByte(_ byte: UInt8?) -> Bool {
    isLetter(byte) || byte.map(isDigit) ?? false
  }
}

extension UInt8 {
  /// Allows byte patterns to be written as characters.
  fileprivate static func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool {
    pattern.value == UInt32(byte)
  }

  fileprivate static func == (byte: UInt8, character: Unicode.Scalar) -> Bool {
    UInt32(byte) == character.value
  }
}

extension UInt8? {
  fileprivate static func == (byte: UInt8?, character: Unicode.Scalar) -> Bool {
    byte.map { UInt32($0) == character.value } ?? false
  }
}
