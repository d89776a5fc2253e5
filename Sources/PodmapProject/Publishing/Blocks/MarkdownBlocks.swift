package import PodmapManifests

/// A Markdown file with the blocks that are kept up to date. Everything outside them stays the same, byte for byte.
///
/// A block is everything between the lines `<!-- podmap:begin NAME -->` and `<!-- podmap:end NAME -->`. Code in fences
/// inside a block is its content, whatever it says.
package struct MarkdownBlocks: Sendable {
  /// The problems with the markers; if there are any, nothing is replaced.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The names of whole blocks, in the order of the text.
  package var names: [String] { blocks.map(\.name) }

  private struct Block: Sendable {
    var name: String
    /// The range of its content.
    var range: Range<Int>
    /// Before each line of the content.
    var indentation: Int
    var lineEnd: [UInt8]
  }

  private let bytes: [UInt8]
  private let file: String
  private var blocks: [Block] = []

  /// Finds the blocks with these names; `file` is the name of the text in messages.
  package init(_ bytes: [UInt8], named names: Set<String>, file: String) {
    self.bytes = bytes
    self.file = file
    find(names)
  }

  private mutating func find(_ names: Set<String>) {
    let lines = MarkdownLines(bytes)
    var open: (marker: BlockMarker, line: Int)?
    var begun: [String: Int] = [:]
    for (position, line) in lines.lines.enumerated() {
      let number = position + 1
      guard let marker = BlockMarker(bytes[line.range]) else { continue }
      let isOurs = names.contains(marker.name)
      if line.isFenced {
        // Examples of other blocks may be shown.
        if open == nil, isOurs { add(.inCode(marker), at: number) }
        continue
      }
      if marker.indentation > 3 {
        if isOurs { add(.inCode(marker), at: number) }
        continue
      }
      switch (marker.kind, open) {
      case (.begin, let outer?):
        add(.nested(marker, in: outer.marker, line: outer.line), at: number)
      case (.begin, nil):
        if let first = begun.updateValue(number, forKey: marker.name) { add(.twice(marker, line: first), at: number) }
        open = (marker, number)
      case (.end, let begin?) where begin.marker.name == marker.name:
        let first = lines.lines[begin.line - 1].range
        let isCRLF = bytes[first].suffix(2).elementsEqual([0x0D, 0x0A])
        blocks.append(
          Block(
            name: marker.name, range: first.upperBound..<line.range.lowerBound,
            indentation: begin.marker.indentation, lineEnd: isCRLF ? [0x0D, 0x0A] : [0x0A]))
        open = nil
      case (.end, let begin?): add(.crossed(marker, in: begin.marker, line: begin.line), at: number)
      case (.end, nil): add(.notBegun(marker), at: number)
      }
    }
    if let open { add(.notEnded(open.marker, fence: lines.openFence), at: open.line) }
    let reported = Set(begun.keys)
    if diagnostics.isEmpty {
      for name in names.subtracting(reported).sorted() { add(.missing(name), at: max(lines.lines.count, 1)) }
    }
  }

  /// The text with the contents of blocks replaced; each line of a content ends with a newline.
  package func replacing(_ contents: [String: String]) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    for block in blocks {
      guard let content = contents[block.name] else { continue }
      text += bytes[position..<block.range.lowerBound]
      for line in content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        if !line.isEmpty { text += Array(repeating: UInt8(ascii: " "), count: block.indentation) }
        text += line
        text += block.lineEnd
      }
      position = block.range.upperBound
    }
    return text + bytes[position...]
  }

  /// The lines of a block, with its markers; `nil` if one of these is missing.
  static func lines(of name: String, in bytes: [UInt8]) -> ClosedRange<Int>? {
    let lines = MarkdownLines(bytes).lines
    func position(_ kind: BlockMarker.Kind) -> Int? {
      lines.firstIndex { line in
        guard !line.isFenced, let marker = BlockMarker(bytes[line.range]) else { return false }
        return marker.kind == kind && marker.name == name
      }
    }
    guard let begin = position(.begin), let end = position(.end), begin < end else { return nil }
    return begin + 1...end + 1
  }

  /// The text with an empty block of that name at its end, with the same line endings.
  package static func appending(_ name: String, to bytes: [UInt8]) -> [UInt8] {
    let isCRLF = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
    let lineEnd: [UInt8] = isCRLF ? [0x0D, 0x0A] : [0x0A]
    var text = bytes
    if let last = bytes.last {
      if last != UInt8(ascii: "\n") { text += lineEnd }
      text += lineEnd
    }
    for line in BlockContent.markers(name).utf8.split(separator: UInt8(ascii: "\n")) { text += Array(line) + lineEnd }
    return text
  }

  private mutating func add(_ message: String, at line: Int) {
    diagnostics.append(Diagnostic(.error, at: Place(file: file, line: line), message))
  }
}

extension String {
  fileprivate static func inCode(_ marker: BlockMarker) -> String {
    "'\(marker.kind.rawValue) \(marker.name)' is in code; put the marker outside it, at the beginning of a line"
  }

  fileprivate static func nested(_ marker: BlockMarker, in outer: BlockMarker, line: Int) -> String {
    "the block '\(marker.name.shortened())' begins inside the block '\(outer.name.shortened())' of line \(line); "
      + "end that block first"
  }

  fileprivate static func twice(_ marker: BlockMarker, line: Int) -> String {
    "the block '\(marker.name.shortened())' appears a second time, after line \(line); remove one of them"
  }

  fileprivate static func crossed(_ marker: BlockMarker, in outer: BlockMarker, line: Int) -> String {
    "the block '\(marker.name.shortened())' ends inside the block '\(outer.name.shortened())' of line \(line); "
      + "end the inner one first"
  }

  fileprivate static func notBegun(_ marker: BlockMarker) -> String {
    "the block '\(marker.name.shortened())' ends here but hasn't begun; write "
      + "\(BlockMarker.text(.begin, marker.name.shortened())) on a line above"
  }

  fileprivate static func notEnded(_ marker: BlockMarker, fence: Int?) -> String {
    "the block '\(marker.name.shortened())' has no end; "
      + (fence.map { "nothing closes the code that begins on line \($0)" }
        ?? "write \(BlockMarker.text(.end, marker.name.shortened())) on a line below")
  }

  fileprivate static func missing(_ name: String) -> String {
    "there is no block '\(name)'; write \(BlockMarker.text(.begin, name)) and \(BlockMarker.text(.end, name)) "
      + "on separate lines where you want it"
  }
}
