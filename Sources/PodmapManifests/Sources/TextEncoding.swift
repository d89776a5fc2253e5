/// The encodings of a YAML stream (YAML 1.2, "character encodings").
enum TextEncoding {
  /// The text as UTF-8 without a byte order mark. UTF-16 is recognised by its mark, or by the zero byte
  /// next to its first character.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: Array(bytes.dropFirst(3))
    case (0xFF, 0xFE): decodingUTF16(bytes.dropFirst(2)) { low, high in UInt16(low) | UInt16(high) << 8 }
    case (0xFE, 0xFF): decodingUTF16(bytes.dropFirst(2)) { high, low in UInt16(high) << 8 | UInt16(low) }
    case (let first?, 0) where first != 0 && bytes.count > 3 && bytes[3] == 0:
      decodingUTF16(bytes[...]) { low, high in UInt16(low) | UInt16(high) << 8 }
    case (0, let second?) where second != 0 && bytes.count > 3 && bytes[2] == 0:
      decodingUTF16(bytes[...]) { high, low in UInt16(high) << 8 | UInt16(low) }
    default: bytes
    }
  }

  private static func decodingUTF16(_ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = bytes.startIndex
    while position + 1 < bytes.endIndex {
      units.append(unit(bytes[position], bytes[position + 1]))
      position += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
