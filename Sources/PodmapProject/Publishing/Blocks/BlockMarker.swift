/// A line that begins or ends a block: `<!-- podmap:begin NAME -->`.
struct BlockMarker {
  enum Kind: String {
    case begin = "podmap:begin"
    case end = "podmap:end"
  }

  var kind: Kind
  var name: String
  /// The indentation of the comment, in columns.
  var indentation: Int

  /// Returns `nil` for any other line.
  init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop(while: \.isSpace)
    indentation = line[line.startIndex..<text.startIndex].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    let end = text.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? text.startIndex
    let comment = text[text.startIndex..<end]
    guard comment.starts(with: Array("<!--".utf8)), comment.count >= 7, comment.suffix(3).elementsEqual("-->".utf8)
    else { return nil }
    let words = comment.dropFirst(4).dropLast(3).split(whereSeparator: \.isSpace)
    guard words.count == 2, let kind = Kind(rawValue: String(decoding: words[0], as: UTF8.self)) else { return nil }
    self.kind = kind
    name = String(decoding: words[1], as: UTF8.self)
  }

  static func text(_ kind: Kind, _ name: String) -> String { "<!-- \(kind.rawValue) \(name) -->" }
}
