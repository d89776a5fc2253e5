internal import PodmapManifests

/// A file of `KEY=value` lines, from which generators take entries.
enum EnvironmentFile {
  /// The entries of a file. A key without a value gets its value from the environment, which is never read.
  static func entries(in bytes: [UInt8]) -> [(key: String, value: String)] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop(while: \.isWhitespace)
      guard let first = line.first, first != "#" else { return nil }
      guard let sign = line.firstIndex(of: "=") else { return (String(line), "") }
      return sign == line.startIndex ? nil : (String(line[..<sign]), String(line[line.index(after: sign)...]))
    }
  }

  /// A value without the quotes around it.
  static func unquoted(_ text: Substring) -> String {
    guard let first = text.first, text.count > 1, first == "\"" || first == "'", text.last == first else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }
}
