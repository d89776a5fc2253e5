import PodmapManifests

/// Unique names for the files of diagrams that are made together: `[a-z0-9-]+`.
package struct PartNames {
  private var used: Set<String> = []

  package init() {}

  /// The name for a text, with a number after it if one is given or if another text has the same name.
  package mutating func name(for text: String, number: Int? = nil) -> String {
    let base = Self.plain(text) + (number.map { "-\($0)" } ?? "")
    var name = base
    var suffix = 2
    while !used.insert(name).inserted {
      name = "\(base)-\(suffix)"
      suffix += 1
    }
    return name
  }

  private static func plain(_ text: String) -> String {
    var name = ""
    for byte in text.utf8.prefix(Limit.partName.value) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.unicodeScalars.append(Unicode.Scalar(byte + 32))
      default: if !name.isEmpty && !name.hasSuffix("-") { name += "-" }
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    return name.isEmpty ? "part" : name
  }
}
