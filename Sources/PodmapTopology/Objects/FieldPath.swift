/// The path of a field while a document is traversed: `spec.containers[0].env[2].name`.
package struct FieldPath: Sendable {
  private var bytes: [UInt8] = []

  package init(_ text: String = "") {
    bytes = Array(text.utf8)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A mark to come back to with `leave`.
  var mark: Int { bytes.count }

  mutating func enter(_ field: String) {
    if field.utf8.allSatisfy(Self.isPlain) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
      bytes.append(contentsOf: field.utf8)
    } else {
      bytes.append(contentsOf: "[\"".utf8)
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      bytes.append(contentsOf: "\"]".utf8)
    }
  }

  mutating func enter(_ index: Int) {
    bytes.append(UInt8(ascii: "["))
    bytes.append(contentsOf: String(index).utf8)
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func leave(to mark: Int) {
    bytes.removeLast(bytes.count - mark)
  }

  /// The path with a field appended.
  package func appending(_ field: String) -> FieldPath {
    var path = self
    path.enter(field)
    return path
  }

  package func appending(_ index: Int) -> FieldPath {
    var path = self
    path.enter(index)
    return path
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
