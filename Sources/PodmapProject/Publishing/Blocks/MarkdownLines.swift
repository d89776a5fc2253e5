/// The lines of a Markdown file, as far as they matter for finding markers: the position of each line, and
/// which are code.
struct MarkdownLines {
  struct Line {
    /// With the characters that end the line.
    var range: Range<Int>
    /// Whether it belongs to a fence of backticks or tildes.
    var isFenced: Bool
  }

  private(set) var lines: [Line] = []
  /// The number, from 1, of the line that opens a fence which nothing closes.
  private(set) var openFence: Int?

  init(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var fence: Fence?
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let text = bytes[start..<end]
      let isFenced: Bool
      if let open = fence {
        isFenced = true
        if open.isClosed(by: text) { (fence, openFence) = (nil, nil) }
      } else {
        fence = Fence(opening: text)
        isFenced = fence != nil
        if isFenced { openFence = lines.count + 1 }
      }
      lines.append(Line(range: start..<end, isFenced: isFenced))
      start = end
    }
  }

  /// A fence of code (CommonMark 4.5).
  private struct Fence {
    private let mark: UInt8
    private let length: Int

    init?(opening line: ArraySlice<UInt8>) {
      guard let (mark, length, rest) = Self.run(line), length >= 3 else { return nil }
      if mark == UInt8(ascii: "`"), rest.contains(mark) { return nil }
      (self.mark, self.length) = (mark, length)
    }

    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
      guard let (mark, length, rest) = Self.run(line) else { return false }
      return mark == self.mark && length >= self.length && rest.allSatisfy(\.isSpace)
    }

    private static func run(_ line: ArraySlice<UInt8>) -> (mark: UInt8, length: Int, rest: ArraySlice<UInt8>)? {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard line.count - text.count <= 3, let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
      else { return nil }
      let rest = text.drop { $0 == mark }
      return (mark, text.count - rest.count, rest)
    }
  }
}

extension UInt8 {
  var isSpace: Bool { [0x20, 0x09, 0x0D, 0x0A].contains(self) }
}
