/// A strict recogniser of the part of the DOT language that Podmap writes (https://graphviz.org/doc/info/lang.html).
package enum DOTCheck {
  /// What is wrong with a text; `nil` if it is one graph.
  package static func problem(in text: String) -> String? {
    guard let words = words(of: text) else { return "a string or an HTML label of the DOT text has no end" }
    var rest = words[...]
    if rest.first == .name("strict") { rest.removeFirst() }
    guard rest.popFirst() == .name("digraph") else { return "the DOT text doesn't begin with digraph" }
    if case .name? = rest.first { rest.removeFirst() }
    guard rest.popFirst() == .sign("{") else { return "the graph has no body" }
    var depth = 1
    while let word = rest.popFirst() {
      if word == .sign("{") { depth += 1 }
      if word == .sign("}") { depth -= 1 }
      if depth == 0 { return rest.isEmpty ? nil : "more after the graph: \(rest.prefix(5))" }
    }
    return "the graph isn't closed"
  }

  private enum Word: Equatable {
    case name(String)
    case sign(String)
  }

  private static func words(of text: String) -> [Word]? {
    var words: [Word] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "\""):
        rest.removeFirst()
        var string: [UInt8] = []
        while let next = rest.first, next != UInt8(ascii: "\"") {
          // A backslash escapes a quotation mark only.
          if next == UInt8(ascii: "\\"), rest.dropFirst().first == UInt8(ascii: "\"") { rest.removeFirst() }
          string.append(rest.removeFirst())
        }
        guard rest.popFirst() != nil, !string.contains(0) else { return nil }
        words.append(.name(String(decoding: string, as: UTF8.self)))
      case UInt8(ascii: "<"):
        var depth = 0
        var end = rest.startIndex
        repeat {
          guard end < rest.endIndex else { return nil }
          if rest[end] == UInt8(ascii: "<") { depth += 1 }
          if rest[end] == UInt8(ascii: ">") { depth -= 1 }
          end += 1
        } while depth > 0
        words.append(.name("<>"))
        rest = rest[end...]
      case 0x20, 0x0A, 0x0D, 0x09: rest.removeFirst()
      default:
        let isName = { (byte: UInt8) in
          byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)
        }
        let name = rest.prefix(while: isName)
        if name.isEmpty {
          words.append(.sign(String(decoding: [rest.removeFirst()], as: UTF8.self)))
        } else {
          words.append(.name(String(decoding: name, as: UTF8.self)))
          rest = rest[name.endIndex...]
        }
      }
    }
    return words
  }
}
