package import PodmapManifests

/// The path of a field while a document is traversed: `spec.containers[0].env[2].name`.
package struct FieldPath: Sendable {
  private var bytes: [UInt8] = []
  /// Where the parts of a made value are in the document.
  private var parts: PathParts?

  package init(_ text: String = "") {
    bytes = Array(text.utf8)
  }

  /// The root of a value that is made of parts of a document.
  package init(of parts: [MadePath]) {
    self.parts = PathParts(parts)
  }

  /// The path in the document.
  package var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return parts.map { $0.written(for: text) } ?? text
  }

  /// The path of something below, as text: `env[2].name`.
  func text(of rest: String) -> String {
    guard !bytes.isEmpty else { return rest }
    guard let parts else { return "\(text).\(rest)" }
    return parts.written(for: "\(String(decoding: bytes, as: UTF8.self)).\(rest)")
  }

  /// What the last field is called: `containers1` for the first item of `spec.containers`.
  var lastName: String {
    let last = String(decoding: bytes.split(separator: UInt8(ascii: ".")).last ?? [], as: UTF8.self)
    guard let bracket = last.lastIndex(of: "["), let number = Int(last[last.index(after: bracket)...].dropLast())
    else { return last }
    return "\(last[..<bracket])\(number + 1)"
  }

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

/// The parts of a made value, shared by all paths in it.
private final class PathParts: Sendable {
  private let parts: [MadePath]

  /// The longest paths come first.
  init(_ parts: [MadePath]) {
    self.parts = parts.sorted { $0.made.utf8.count > $1.made.utf8.count }
  }

  func written(for path: String) -> String {
    for part in parts where path.hasPrefix(part.made) {
      let rest = path.dropFirst(part.made.count)
      guard let first = rest.first else { return part.written }
      if first == "." || first == "[" {
        return part.written.isEmpty ? String(rest.drop { $0 == "." }) : part.written + rest
      }
    }
    return path
  }
}
