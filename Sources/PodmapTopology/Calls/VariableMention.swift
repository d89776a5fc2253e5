import PodmapManifests

/// A mention of a variable after a `$`.
struct VariableMention {
  enum Form { case kubernetes, shell }

  var name: String
  var form: Form
  /// The shell's default if the variable isn't set.
  var defaultValue: Substring?
  /// The text after the mention.
  var rest: Substring

  init?(_ text: Substring) {
    let opening = text.first
    form = opening == "(" ? .kubernetes : .shell
    let start = opening == "(" || opening == "{" ? text.dropFirst() : text
    let end =
      start.utf8.firstIndex {
        !((UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || "_-.".utf8.contains($0)
            && (opening == "(" || $0 == UInt8(ascii: "_")))
      } ?? start.endIndex
    guard end > start.startIndex else { return nil }
    name = String(start[..<end])
    rest = start[end...]
    switch opening {
    case "(":
      guard rest.first == ")" else { return nil }
      rest = rest.dropFirst()
    case "{":
      if rest.hasPrefix(":-") || rest.hasPrefix(":=") {
        // An address is short and contains no brace.
        guard let close = rest.utf8.prefix(Limit.shellDefault.value).firstIndex(of: UInt8(ascii: "}")) else {
          return nil
        }
        defaultValue = rest[..<close].dropFirst(2)
        rest = rest[close...]
      }
      guard rest.first == "}" else { return nil }
      rest = rest.dropFirst()
    default: break
    }
  }
}
