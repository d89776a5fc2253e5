/// The lines of a text that GitHub's runner, or one that is like it, takes for commands.
package func logCommands(in text: String) -> [String] {
  // The runner ends a line at each of these.
  text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }.filter { line in
    let words = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    return words.hasPrefix("::")
      || line.contains(/##[A-Za-z]*\[/)
  }
}
