/// A text inside the quotes of a flowchart label, escaped so that every Mermaid from 10.6 on shows it
/// as it is.
///
/// Labels are HTML after the entity codes are decoded, and in 11.0 to 11.12 they are Markdown too, so
/// what either would read as markup becomes a code. `#NN;` is used, not `&…;`: GitLab doesn't draw
/// blocks with many `&`.
struct MermaidText {
  let text: String

  /// Cleans, shortens and escapes a text of a manifest.
  init(_ raw: String, limit: Int = 80) {
    var text = Shortened(raw, limit: limit).text
    let hasNothingToEscape = text.withUTF8 { bytes in
      var scan = MermaidScan(bytes)
      while let step = scan.next() { if case .code = step { return false } }
      return true
    }
    self.text = hasNothingToEscape ? text : Self.escaped(&text)
  }

  private static func escaped(_ text: inout String) -> String {
    text.withUTF8 { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count * 2)
      var scan = MermaidScan(bytes)
      while let step = scan.next() {
        switch step {
        case .plain(let byte): out.append(byte)
        case .code(let scalar):
          out.append(UInt8(ascii: "#"))
          out.append(contentsOf: String(scalar).utf8)
          out.append(UInt8(ascii: ";"))
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }
}

/// Goes through a label's bytes and says which must become entity codes.
private struct MermaidScan {
  enum Step {
    case plain(UInt8)
    case code(UInt32)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Whether only digits were seen, as before the dot of a numbered list.
  private var isLeadingNumber = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Step? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if byte >= 0x80, let mark = placeholder() {
      position += mark.length
      isLeadingNumber = false
      return .code(mark.scalar)
    }
    // Letters are most of every text; of these only "style" and "classDef" matter.
    let step: Step =
      isLetter(byte) && byte != UInt8(ascii: "s") && byte != UInt8(ascii: "c")
      ? .plain(byte) : (mustBeCode(byte) ? .code(UInt32(byte)) : .plain(byte))
    isLeadingNumber = isLeadingNumber && isDigit(byte)
    position += 1
    return step
  }

  private func mustBeCode(_ byte: UInt8) -> Bool {
    switch byte {
    case "\"", "#", "&", "<", ">", "`", "\\", "*", "~", "$", "%", "@", "[":
      true
    case "_":
      // Emphasis, unless inside a word.
      !(isWordByte(before(1)) && isWordByte(after(1)))
    case ":":
      // "fa:fa-home" is an icon, "http://" a link.
      position == 0 || after(1) == nil || after(1) == "/" || follows("fa") || (isLetter(before(1)) && follows("fa", 1))
    case ".":
      position == 0 || follows("www") || isListMark
    case ")":
      isListMark
    case "-", "+", "=", "|":
      // A list, an underlined heading, a table.
      position == 0
    case "s":
      // Mermaid drops the last ";" of a line that matches /style.*:\S*#.*;/, and with it a code's.
      precedes("tyle")
    case "c":
      precedes("lassDef")
    default:
      false
    }
  }

  /// Mermaid itself writes entity codes as `ﬂ°°…¶ß` for a while, and takes those signs for its own later.
  private func placeholder() -> (scalar: UInt32, length: Int)? {
    switch (bytes[position], after(1), after(2)) {
    case (0xef, 0xac, 0x82): (0xfb02, 3)
    case (0xc2, 0xb6, _): (0xb6, 2)
    default: nil
    }
  }

  private var isListMark: Bool {
    position > 0 && isLeadingNumber && (after(1) == nil || after(1) == " ")
  }

  private func before(_ distance: Int) -> UInt8? {
    position >= distance ? bytes[position - distance] : nil
  }

  private func after(_ distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  /// Whether a word in small letters, in any case, stands before this place, `skipping` bytes away.
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

  private func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isWordByte(_ byte: UInt8?) -> Bool {
    isLetter(byte) || isDigit(byte)
  }
}

extension UInt8 {
  /// Lets byte patterns be written as the characters they are.
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
