/// A tag of a Mustache template, such as `{{#pods}}`.
struct TemplateTag: Sendable {
  /// The kind of tag, by the sign after the opening delimiter.
  enum Sign: Sendable {
    /// No sign, `{` or `&`: which of them makes no difference, because values escape themselves.
    case variable
    /// `#` and `^`
    case section, inverted
    /// `/`
    case end
    /// `>`
    case partial
    /// `!` and `=`
    case comment, delimiters
    /// `<`, `$` and `%`, which only other engines have: parents, blocks and settings.
    case unsupported
  }

  let sign: Sign
  /// The text between the sign and the closing delimiter, without the spaces around it.
  let text: String
  /// Where the tag begins.
  let place: TemplatePlace
}

/// A place in a template; both numbers count from 1.
struct TemplatePlace: Hashable, Sendable {
  var line = 1
  var column = 1
}

extension TemplateTag.Sign {
  /// The sign that a byte is; `nil` if a tag that begins with it is a plain variable.
  init?(_ byte: UInt8?) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): self = .variable
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .end
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"): self = .unsupported
    default: return nil
    }
  }
}

extension TemplateTag {
  /// The names that a variable or a section looks up; empty for `{{.}}` and for the functions of a list.
  var names: [String] { isFunction ? [] : text.split(separator: ".").map(String.init) }

  /// The name of a function that doesn't exist.
  var unknownFunction: String? {
    isFunction && TemplateName.Function(rawValue: text) == nil ? text.prefix { $0 != "(" }.description : nil
  }

  private var isFunction: Bool { text.contains("(") }
}
