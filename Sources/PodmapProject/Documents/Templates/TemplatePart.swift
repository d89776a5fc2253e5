/// A part of a template, with the parts inside it.
indirect enum TemplatePart: Sendable {
  /// The beginning of a line that is written; here the indentation of a partial is written.
  case lineStart
  case text(String)
  case variable(TemplateName)
  case section(TemplateName, isInverted: Bool, [TemplatePart])
  /// Another template, whose lines are all indented by the given text.
  case partial(String, indentation: String)
}

/// The value that a tag asks for.
enum TemplateName: Sendable {
  /// `{{.}}`: the item itself.
  case item
  /// `{{a.b}}`: `b` of `a`, which is looked for in the item first, then outside it; with a dot before it, in the item
  /// only.
  case path([String], isInItem: Bool)
  case function(Function)

  /// The position of an item in its list.
  enum Function: String, Sendable {
    case first = "first()"
    case last = "last()"
    case index = "index()"
    case even = "even()"
    case odd = "odd()"
  }

  init(_ text: String) {
    if let function = Function(rawValue: text) {
      self = .function(function)
    } else if text == "." {
      self = .item
    } else {
      self = .path(text.split(separator: ".").map(String.init), isInItem: text.hasPrefix("."))
    }
  }
}
