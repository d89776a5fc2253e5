extension String {
  /// The text for a log, in which no line is a command to the CI system that keeps it.
  ///
  /// GitHub's runner takes a line for a command that begins with `::`, after any spaces, and one with `##[` anywhere;
  /// Azure and TeamCity do the same with a word in between: `##vso[`. Names of files and objects, and what other
  /// programs say, can contain all of these.
  package var withoutLogCommands: String {
    guard contains("::") || contains("##") else { return self }
    var safe = String.UnicodeScalarView()
    var isAtStart = true
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      safe.append(scalar)
      let isColon = scalar == ":" && rest.first == ":"
      if isAtStart && isColon || scalar == "#" && rest.first == "#" && rest.beginsCommand { safe.append(" ") }
      switch scalar {
      // The runner reads lines that end with either.
      case "\n", "\r": isAtStart = true
      case _ where scalar.isInvisible: break
      default: isAtStart = false
      }
    }
    return String(safe)
  }
}

extension Substring.UnicodeScalarView {
  /// Whether it is `#[` or `#vso[`, whose first `#` has been taken.
  fileprivate var beginsCommand: Bool { dropFirst().first { !$0.properties.isAlphabetic } == "[" }
}

extension Unicode.Scalar {
  /// What may precede a command in its line.
  fileprivate var isInvisible: Bool {
    properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format
  }
}
