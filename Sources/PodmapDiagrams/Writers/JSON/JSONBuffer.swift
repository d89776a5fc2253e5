/// Writes JSON (RFC 8259): objects on one line, with their keys in the order in which they are added.
///
/// Absent values, `false` and empty lists are omitted. Text can only be added as a key or a value,
/// so none of it can end a string.
package struct JSONBuffer {
  private var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func object(_ body: (inout JSONBuffer) -> Void) {
    let outer = isFirst
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = outer
  }

  /// Ends one line of a list and begins the next.
  package mutating func nextLine() {
    bytes.append(UInt8(ascii: ","))
    bytes.append(UInt8(ascii: "\n"))
  }

  package mutating func add(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    open(key)
    write(value)
  }

  package mutating func add(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    open(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func add(_ key: StaticString, _ value: Bool) {
    guard value else { return }
    open(key)
    bytes.append(contentsOf: "true".utf8)
  }

  package mutating func add(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    open(key)
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(contentsOf: ", ".utf8) }
      write(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func add(_ key: StaticString, _ values: [Int]) {
    guard !values.isEmpty else { return }
    open(key)
    bytes.append(contentsOf: "[\(values.map(String.init).joined(separator: ", "))]".utf8)
  }

  package mutating func add<Item>(_ key: StaticString, _ items: [Item], _ body: (Item, inout JSONBuffer) -> Void) {
    guard !items.isEmpty else { return }
    open(key)
    bytes.append(UInt8(ascii: "["))
    for (position, item) in items.enumerated() {
      if position > 0 { bytes.append(contentsOf: ", ".utf8) }
      object { body(item, &$0) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Adds a list even if it is empty.
  package mutating func add<Item>(
    _ key: StaticString, always items: [Item], _ body: (Item, inout JSONBuffer) -> Void
  ) {
    guard items.isEmpty else { return add(key, items, body) }
    open(key)
    bytes.append(contentsOf: "[]".utf8)
  }

  /// Adds an object.
  package mutating func add(_ key: StaticString, _ body: (inout JSONBuffer) -> Void) {
    open(key)
    object(body)
  }

  package mutating func add<Item>(_ key: StaticString, _ item: Item?, _ body: (Item, inout JSONBuffer) -> Void) {
    guard let item else { return }
    open(key)
    object { body(item, &$0) }
  }

  private mutating func open(_ key: StaticString) {
    if !isFirst { bytes.append(contentsOf: ", ".utf8) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\": ".utf8)
  }

  private mutating func write(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { source in
      if source.contains(where: Self.needsEscape) {
        for byte in source { write(escaping: byte) }
      } else {
        bytes.append(contentsOf: source)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case _ where Self.needsEscape(byte):
      bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
