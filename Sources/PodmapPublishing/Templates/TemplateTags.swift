internal import PodmapManifests

/// The tags of a Mustache template with their places, so that messages can say where a name stands.
struct TemplateTags: Sendable {
  struct Tag: Sendable {
    enum Kind: Sendable {
      /// A variable or a section.
      case name
      case partial
    }

    var kind: Kind
    var text: String
    /// Count from 1.
    var line: Int
    var column: Int
  }

  private(set) var tags: [Tag] = []

  init(_ template: String) {
    var (line, column) = (1, 1)
    var (open, close) = (Array("{{"), Array("}}"))
    let characters = Array(template)
    var position = 0
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
      if sign == "!" || sign == "/" || sign == "%" || sign == "$" { continue }
      if sign == "{" || sign == "&" || sign == "#" || sign == "^" || sign == ">" || sign == "<" { words.removeFirst() }
      let text = words.split(whereSeparator: \.isWhitespace).joined()
      tags.append(
        Tag(kind: sign == ">" || sign == "<" ? .partial : .name, text: text, line: place.0, column: place.1))
    }
  }
}

extension TemplateTags.Tag {
  /// The names that a variable or a section has, without the engine's functions around them and the dots between them.
  var names: [String] {
    let inner = text.split(separator: "(").last?.prefix { $0 != ")" } ?? ""
    // `first()` and its like ask for the place in a list, not for a name.
    if text.hasSuffix("()") { return [] }
    return inner.split(separator: ".").map(String.init)
  }

  func place(in file: String) -> Place { Place(file: file, line: line, column: column) }
}
