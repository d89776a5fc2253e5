/// A part of a file that is parsed on its own.
struct Chunk: Sendable, Equatable {
  /// Its bytes in the file.
  var range: Range<Int>
  /// The line of the file on which it begins, from 1.
  var line: Int
}

/// Cuts a stream of YAML documents into chunks, so that a broken document doesn't affect the others and all cores can
/// read documents.
///
/// A line that begins with `---` always starts a document, and a line `...` always ends one (YAML 1.2, "document
/// markers"), even inside a block scalar or a quoted scalar, so finding them needs no parsing. Comments and directives
/// before a marker belong to the document after it.
enum DocumentSplitter {
  static func chunks(of bytes: [UInt8]) -> [Chunk] {
    bytes.withUnsafeBufferPointer { bytes in
      yamlChunks(of: bytes).flatMap { JSONStream.isLikely(bytes, in: $0.range) ? JSONStream.split(bytes, $0) : [$0] }
    }
  }

  private static func yamlChunks(of bytes: UnsafeBufferPointer<UInt8>) -> [Chunk] {
    var chunks: [Chunk] = []
    var (start, startLine, hasContent) = (0, 1, false)
    var (position, line) = (0, 1)
    while position < bytes.count {
      if isByteOrderMark(bytes, at: position) {
        if hasContent { chunks.append(Chunk(range: start..<position, line: startLine)) }
        position += 3
        (start, startLine, hasContent) = (position, line, false)
        continue
      }
      let endsDocument = isMarker(UInt8(ascii: "."), bytes, at: position)
      if isMarker(UInt8(ascii: "-"), bytes, at: position) {
        if hasContent {
          chunks.append(Chunk(range: start..<position, line: startLine))
          (start, startLine) = (position, line)
        }
        hasContent = true
      } else if !hasContent && !endsDocument {
        hasContent = isContent(bytes, at: position)
      }
      while position < bytes.count && bytes[position] != UInt8(ascii: "\n") { position += 1 }
      position = min(position + 1, bytes.count)
      line += 1
      if endsDocument {
        if hasContent { chunks.append(Chunk(range: start..<position, line: startLine)) }
        (start, startLine, hasContent) = (position, line, false)
      }
    }
    if hasContent { chunks.append(Chunk(range: start..<bytes.count, line: startLine)) }
    return chunks
  }

  /// Whether a line begins with a word of exactly three times this character.
  private static func isMarker(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard bytes[position] == byte, position + 2 < bytes.count, bytes[position + 1] == byte, bytes[position + 2] == byte
    else { return false }
    return position + 3 == bytes.count || isSpace(bytes[position + 3])
  }

  /// Whether a byte order mark begins the line, as in files from Windows that were joined. Only a document may begin
  /// with one (YAML 1.2, 5.2).
  private static func isByteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position] == 0xEF && bytes[position + 1] == 0xBB && bytes[position + 2] == 0xBF
  }

  /// Whether a line contains more than a comment, a directive or white space.
  private static func isContent(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var position = start
    if bytes[position] == UInt8(ascii: "%") { return false }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#") { return false }
      if !isSpace(byte) { return true }
      position += 1
    }
    return false
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }
}
