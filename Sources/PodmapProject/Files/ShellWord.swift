extension String {
  /// As one word of a command line, which can't be an option.
  package var word: String { hasPrefix("-") ? quotedForShell : argument }

  /// As one word of a command line, which can be an option.
  var argument: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "./_-+@:,=".unicodeScalars.contains($0)
    }
    return isPlain && !isEmpty ? self : quotedForShell
  }

  private var quotedForShell: String { "'\(replacing("'", with: "'\\''"))'" }
}
