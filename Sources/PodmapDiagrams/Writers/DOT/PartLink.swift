/// A link to another part of a picture, until the names of the files are known.
package struct PartLink: Sendable {
  /// What such a link begins with.
  package static let scheme = "podmap-part:"

  let name: String

  /// - Parameter name: The name of a part: letters, digits and `-`.
  init(_ name: String) {
    self.name = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// Replaces the links in an SVG, or in Markdown, by the names of files.
  package static func resolved(_ text: [UInt8], _ file: (String) -> String) -> [UInt8] {
    let scheme = Array(scheme.utf8)
    guard var next = text[...].position(of: scheme) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text[...]
    while true {
      // In a link, a quotation mark or a bracket precedes it; a manifest's text may contain it elsewhere.
      let isLink = next > text.startIndex && [UInt8(ascii: "\""), UInt8(ascii: "(")].contains(text[next - 1])
      result += rest[..<(isLink ? next : next + scheme.count)]
      guard isLink else {
        rest = rest[(next + scheme.count)...]
        guard let following = rest.position(of: scheme) else { break }
        next = following
        continue
      }
      let name = rest[(next + scheme.count)...].prefix { isPart($0) }
      result += file(String(decoding: name, as: UTF8.self)).utf8
      rest = rest[name.endIndex...]
      guard let following = rest.position(of: scheme) else { break }
      next = following
    }
    return result + rest
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
