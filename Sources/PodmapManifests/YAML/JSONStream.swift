/// What JSON, nearly a subset of YAML, needs beyond it: several objects in one stream without markers between them, as
/// `kubectl` accepts them, and UTF-16 surrogate pairs in escapes, which libyaml refuses.
enum JSONStream {
  /// Whether a chunk begins as a JSON object or array does.
  static func isLikely(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard let first = range.first(where: { !DocumentSplitter.isSpace(bytes[$0]) }) else { return false }
    return bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[")
  }

  /// One chunk for each top-level value, or the chunk unchanged if it turns out not to be JSON.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ chunk: Chunk) -> [Chunk] {
    var chunks: [Chunk] = []
    var (start, startLine, line) = (chunk.range.lowerBound, chunk.line, chunk.line)
    var (depth, inString, position) = (0, false, chunk.range.lowerBound)
    while position < chunk.range.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\\") where inString: position += 1
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString:
        // A second value: the white space before it belongs to the first.
        if depth == 0 && position > start && !chunks.isEmpty { (start, startLine) = (position, line) }
        depth += 1
      case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString:
        depth -= 1
        if depth == 0 {
          chunks.append(Chunk(range: start..<position + 1, line: startLine))
          start = position + 1
        }
      case let byte where depth == 0 && !DocumentSplitter.isSpace(byte): return [chunk]
      default: break
      }
      position += 1
    }
    return depth == 0 && !inString && chunks.count > 1 ? chunks : [chunk]
  }
}

/// A position at which decoding an escape made a line shorter.
struct Shortening: Equatable {
  /// The line within the chunk, from 0.
  var line: Int
  /// The column in the shortened line after which every character has moved, from 0.
  var column: Int
  /// By how many characters.
  var characters: Int
}

extension JSONStream {
  /// The bytes with each pair such as `\uD83D\uDE00` decoded, or `nil` if there are no surrogates. A lone half becomes
  /// U+FFFD, as in Go.
  static func decodingSurrogates(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], shortenings: [Shortening])? {
    var result: [UInt8] = []
    var shortenings: [Shortening] = []
    var (line, column, copied, position, inString) = (0, 0, bytes.startIndex, bytes.startIndex, false)
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") && inString {
        if let half = surrogate(bytes, at: position) {
          var scalar: UInt32 = 0xFFFD
          var length = 6
          if half < 0xDC00, let low = surrogate(bytes, at: position + 6), low >= 0xDC00 {
            scalar = 0x10000 + (UInt32(half) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
            length = 12
          }
          result += bytes[copied..<position]
          result += Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
          column += 1
          shortenings.append(Shortening(line: line, column: column, characters: length - 1))
          position += length
          copied = position
          continue
        }
        position += 2
        column += 2
        continue
      }
      if byte == UInt8(ascii: "\"") { inString.toggle() }
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 0)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
    guard !shortenings.isEmpty else { return nil }
    result += bytes[min(copied, bytes.endIndex)...]
    return (result, shortenings)
  }

  private static func surrogate(_ bytes: ArraySlice<UInt8>, at position: Int) -> UInt16? {
    guard position + 6 <= bytes.endIndex, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u"),
      let code = UInt16(String(decoding: bytes[position + 2..<position + 6], as: UTF8.self), radix: 16)
    else { return nil }
    return (0xD800...0xDFFF).contains(code) ? code : nil
  }
}
