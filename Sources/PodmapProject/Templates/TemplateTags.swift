internal import PodmapManifests

/// The tags of a Mustache template with their places, so that messages can say where a name stands.
struct TemplateTags: Sendable {
  struct Tag: Sendable {
    enum Kind: Sendable {
      /// A variable or a section.
      case name
      case partial
      /// What is in front of brackets, unless it asks for the place in a list.
      case function(String)
      case setting
    }

    var kind: Kind
    var text: String
    /// Count from 1.
    var line: Int
    var column: Int
  }

  private(set) var tags: [Tag] = []
  /// Where sections stand deepest in each other.
  private(set) var deepest: (depth: Int, line: Int, column: Int)?

  init(_ template: String) {
    var (line, column) = (1, 1)
    var (open, close) = (Array("{{"), Array("}}"))
    let characters = Array(template)
    var position = 0
    // Delimiters that a section sets end with it.
    var outer: [(open: [Character], close: [Character])] = []
    func stands(_ mark: [Character], at place: Int) -> Bool { characters[place...].starts(with: mark) }
    func advance(_ count: Int) {
      for character in characters[position..<min(position + count, characters.count)] {
        (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
      }
      position = min(position + count, characters.count)
    }
    while position < characters.count {
      guard stands(open, at: position) else {
        advance(1)
        continue
      }
      let place = (line, column)
      advance(open.count)
      let start = position
      while position < characters.count, !stands(close, at: position) { advance(1) }
      var words = String(characters[start..<position])
      advance(close.count)
      guard let sign = words.first else { continue }
      if sign == "=" {
        let marks = words.split { $0 == "=" || $0.isWhitespace }
        if marks.count == 2 { (open, close) = (Array(marks[0]), Array(marks[1])) }
        continue
      }
      if sign == "/", let marks = outer.popLast() { (open, close) = marks }
      if sign == "#" || sign == "^" || sign == "<" || sign == "$" {
        outer.append((open, close))
        if outer.count > deepest?.depth ?? 0 { deepest = (outer.count, place.0, place.1) }
      }
      if sign == "%" { tags.append(Tag(kind: .setting, text: "", line: place.0, column: place.1)) }
      if sign == "!" || sign == "/" || sign == "%" || sign == "$" { continue }
      if sign == "{" || sign == "&" || sign == "#" || sign == "^" || sign == ">" || sign == "<" { words.removeFirst() }
      let text = words.split(whereSeparator: \.isWhitespace).joined()
      let kind: Tag.Kind =
        sign == ">" || sign == "<" ? .partial : Self.function(in: text).map { .function($0) } ?? .name
      tags.append(Tag(kind: kind, text: text, line: place.0, column: place.1))
    }
  }
}

extension TemplateTags {
  /// The engine's functions that ask for the place in a list.
  private static let placeFunctions: Set<String> = ["first()", "last()", "index()", "even()", "odd()"]

  private static func function(in text: String) -> String? {
    guard let bracket = text.firstIndex(of: "("), !placeFunctions.contains(text) else { return nil }
    return String(text[..<bracket])
  }
}

extension TemplateTags.Tag {
  /// The names that a variable or a section has, without the dots between them; `first()` and its like have none.
  var names: [String] { text.hasSuffix("()") ? [] : text.split(separator: ".").map(String.init) }

  func place(in file: String) -> Place { Place(file: file, line: line, column: column) }
}
