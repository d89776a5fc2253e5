import PodmapManifests

/// Divides a Mustache template into text, line ends and tags, in one pass, and checks that every section ends.
struct TemplateLexer {
  enum Token: Sendable {
    /// Text without a line end.
    case text(String)
    case lineEnd(String)
    case tag(TemplateTag)
  }

  private(set) var tokens: [Token] = []
  /// Where sections are nested deepest.
  private(set) var deepest: (depth: Int, place: TemplatePlace)?
  /// Why reading stopped.
  private(set) var problem: TemplateProblem?

  private let bytes: [UInt8]
  private var position = 0
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  /// The open sections with the delimiters before them: those that a section sets end with it.
  private var sections: [(name: String, open: [UInt8], close: [UInt8])] = []
  /// The last place that was asked for.
  private var cursor: (offset: Int, place: TemplatePlace) = (0, TemplatePlace())

  init(_ template: String) {
    bytes = Array(template.utf8)
    do throws(TemplateProblem) {
      while position < bytes.count {
        readText()
        if stands(open, at: position) { try readTag() }
      }
      if !sections.isEmpty { throw problem(.unendedSection, at: position) }
    } catch {
      problem = error
    }
  }

  /// Every tag, in order.
  var tags: [TemplateTag] { tokens.compactMap { if case .tag(let tag) = $0 { tag } else { nil } } }
}

extension TemplateLexer {
  /// Reads text up to the next tag or past the next line end.
  private mutating func readText() {
    let start = position
    while position < bytes.count, !stands(open, at: position) {
      guard let length = lineEndLength else {
        position += 1
        continue
      }
      if position > start { tokens.append(.text(string(start..<position))) }
      tokens.append(.lineEnd(string(position..<position + length)))
      position += length
      return
    }
    if position > start { tokens.append(.text(string(start..<position))) }
  }

  /// How many bytes end the line here; `nil` if it continues.
  private var lineEndLength: Int? {
    switch bytes[position] {
    case UInt8(ascii: "\n"): 1
    case UInt8(ascii: "\r") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n"): 2
    default: nil
    }
  }

  private mutating func readTag() throws(TemplateProblem) {
    let place = place(of: position)
    position += open.count
    let first = position < bytes.count ? bytes[position] : nil
    let sign = TemplateTag.Sign(first)
    if sign != nil { position += 1 }
    let content = position
    let text =
      switch sign {
      case .unsupported: throw TemplateProblem(kind: .unsupported, place: place)
      case .comment: try readComment()
      case .delimiters: try readDelimiters()
      case .variable, .section, .inverted, .end, .partial, nil:
        try readName(isPath: sign == .partial, hasBrace: first == UInt8(ascii: "{"))
      }
    let tag = TemplateTag(sign: sign ?? .variable, text: text, place: place)
    tokens.append(.tag(tag))
    switch tag.sign {
    case .section, .inverted:
      sections.append((text, open, close))
      if sections.count > deepest?.depth ?? 0 { deepest = (sections.count, place) }
    case .end:
      guard let section = sections.popLast(), section.name == text else { throw problem(.otherEnd, at: content) }
      (open, close) = (section.open, section.close)
    case .variable, .partial, .comment, .delimiters, .unsupported: break
    }
  }

  private mutating func readComment() throws(TemplateProblem) -> String {
    guard let end = firstIndex(of: close) else { throw problem(.unendedTag, at: position) }
    position = end + close.count
    return ""
  }

  /// Reads `<% %>=}}`, and uses the two as delimiters.
  private mutating func readDelimiters() throws(TemplateProblem) -> String {
    let mark = [UInt8(ascii: "=")] + close
    guard let end = firstIndex(of: mark) else { throw problem(.badDelimiters, at: position) }
    let marks = bytes[position..<end].split(whereSeparator: Self.isSpace)
    guard marks.count == 2, marks.allSatisfy({ $0.count <= Limit.templateDelimiter.value && !$0.contains(mark[0]) })
    else {
      throw problem(.badDelimiters, at: position)
    }
    position = end + mark.count
    (open, close) = (Array(marks[0]), Array(marks[1]))
    return ""
  }

  /// Reads ` name }}`, or ` name }}}` after a brace.
  private mutating func readName(isPath: Bool, hasBrace: Bool) throws(TemplateProblem) -> String {
    skip(Self.isSpace)
    let start = position
    skip { Self.isName($0) || isPath && $0 == UInt8(ascii: "/") }
    let name = start..<position
    skip(Self.isSpace)
    let mark = hasBrace ? [UInt8(ascii: "}")] + close : close
    guard stands(mark, at: position) else {
      throw problem(bytes.count - position < mark.count ? .unendedTag : .badName, at: position)
    }
    guard !name.isEmpty else { throw problem(.badName, at: position) }
    position += mark.count
    return string(name)
  }
}

extension TemplateLexer {
  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func stands(_ mark: [UInt8], at offset: Int) -> Bool { bytes[offset...].starts(with: mark) }

  private func firstIndex(of mark: [UInt8]) -> Int? {
    (position..<bytes.count).first { stands(mark, at: $0) }
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static let nameSigns = Set(".-_?*()".utf8)

  private static func isName(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || nameSigns.contains(byte)
  }

  private mutating func problem(_ kind: TemplateProblem.Kind, at offset: Int) -> TemplateProblem {
    TemplateProblem(kind: kind, place: place(of: offset))
  }

  /// The place of an offset, which must not be before the last one that was asked for.
  private mutating func place(of offset: Int) -> TemplatePlace {
    for character in string(cursor.offset..<offset) {
      if character.isNewline {
        cursor.place = TemplatePlace(line: cursor.place.line + 1)
      } else {
        cursor.place.column += 1
      }
    }
    cursor.offset = offset
    return cursor.place
  }
}
