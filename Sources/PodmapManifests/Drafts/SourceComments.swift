/// The comments of a text by line, each of which is taken once.
///
/// libyaml drops comments, so this scans the lines itself: outside block scalars and quotes, a `#` after a space begins
/// a comment.
package struct SourceComments: Sendable {
  private var own: [Int: String] = [:]
  private var after: [Int: String] = [:]
  private var blank: Set<Int> = []

  /// Finds the comments of a text whose first line has the given number.
  package init(_ text: some BidirectionalCollection<UInt8>, firstLine: Int) {
    /// The column beyond which lines of a block scalar are indented.
    var block: Int?
    var quote: UInt8?
    for (number, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let bytes = Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...])
      guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
        if block == nil { blank.insert(firstLine + number) }
        continue
      }
      if let column = block {
        if first > column { continue }
        block = nil
      }
      if quote == nil, bytes[first] == UInt8(ascii: "#") {
        own[firstLine + number] = Self.text(bytes[first...])
        continue
      }
      // Comments before a document marker belong to what comes after it.
      if quote == nil, bytes == Array("---".utf8) {
        blank.insert(firstLine + number)
        continue
      }
      let scan = Scan(bytes, quote: quote)
      quote = scan.quote
      if let comment = scan.comment { after[firstLine + number] = Self.text(bytes[comment...]) }
      block = quote == nil ? Self.blockColumn(bytes[..<(scan.comment ?? bytes.count)], first) : nil
    }
  }

  /// The number of comments that have not been taken.
  package var count: Int { own.count + after.count }

  /// Takes the comments directly above a line.
  mutating func takeAbove(_ line: Int) -> [String] {
    var found: [String] = []
    var line = line - 1
    while own[line] != nil || blank.contains(line) {
      if let text = own.removeValue(forKey: line) { found.append(text) }
      line -= 1
    }
    return found.reversed()
  }

  mutating func takeAfter(_ line: Int) -> String? { after.removeValue(forKey: line) }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self)
    return text.hasPrefix(" ") ? String(text.dropFirst()) : text
  }

  /// One line, scanned for quotes: where a comment begins, and which quote is still open at the end.
  private struct Scan {
    var comment: Int?
    var quote: UInt8?

    init(_ bytes: [UInt8], quote open: UInt8?) {
      quote = open
      var position = 0
      /// Whether a value may begin here; only there does a quote open a quoted scalar.
      var isStart = true
      while position < bytes.count {
        let byte = bytes[position]
        if let current = quote {
          if byte == UInt8(ascii: "\\"), current == UInt8(ascii: "\"") {
            position += 1
          } else if byte == current {
            if current == UInt8(ascii: "'"), position + 1 < bytes.count, bytes[position + 1] == current {
              position += 1
            } else {
              quote = nil
            }
          }
        } else if byte == UInt8(ascii: "#"), position > 0, DocumentSplitter.isSpace(bytes[position - 1]) {
          comment = position
          return
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          if isStart { quote = byte }
          isStart = false
        } else if DocumentSplitter.isSpace(byte) {
          // After `:`, `-` and `,` a space may still lead to a value.
        } else {
          isStart = "-:,[{?".utf8.contains(byte)
        }
        position += 1
      }
    }
  }

  /// The column beyond which a block scalar is indented, if the line ends with its header: `- key: |`.
  private static func blockColumn(_ line: ArraySlice<UInt8>, _ first: Int) -> Int? {
    var end = line.endIndex
    while end > first, DocumentSplitter.isSpace(line[end - 1]) { end -= 1 }
    var start = end
    while start > first, !DocumentSplitter.isSpace(line[start - 1]) { start -= 1 }
    let mark = line[start..<end]
    guard let sign = mark.first, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">"), mark.count <= 3,
      mark.dropFirst().allSatisfy({ "+-123456789".utf8.contains($0) })
    else { return nil }
    var column = first
    while column + 1 < start, line[column] == UInt8(ascii: "-"), DocumentSplitter.isSpace(line[column + 1]) {
      let next = line[(column + 1)..<start].firstIndex { !DocumentSplitter.isSpace($0) }
      guard let next else { break }
      column = next
    }
    return column
  }
}

extension Draft {
  /// A value as written, with the comments that belong to it; aliases and merged mappings are expanded.
  package init(_ value: PodmapManifests.Value, _ comments: inout SourceComments) {
    self.init(value, &comments, keyLine: value.line, takesAbove: true)
  }

  /// A value whose key, if it has one, is on the given line.
  private init(_ value: PodmapManifests.Value, _ comments: inout SourceComments, keyLine: Int, takesAbove: Bool) {
    let above = takesAbove ? comments.takeAbove(keyLine) : []
    // After a key whose value begins further down, or after the header of a block scalar.
    let isBelow = value.line > keyLine
    var remark = isBelow || value.isBlock ? comments.takeAfter(keyLine) : nil
    if value.isMapping {
      content = .mapping(
        value.fields.map { key, inner in
          Field(key.written, Draft(inner, &comments, keyLine: key.line, takesAbove: true))
        })
    } else if value.isSequence {
      content = .sequence(value.items.map { Draft($0, &comments, keyLine: $0.line, takesAbove: true) })
    } else {
      content = .scalar(value.written, value.style)
      remark = remark ?? comments.takeAfter(value.line)
    }
    self.comments = above
    self.remark = remark
  }
}
