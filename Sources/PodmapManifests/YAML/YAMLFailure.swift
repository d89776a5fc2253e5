import CLibYAML

/// Why libyaml could not read a chunk.
struct YAMLFailure: Sendable {
  /// Lines of the chunk, from 0.
  var line: Int
  /// Characters of the line, from 0.
  var column: Int
  var problem: String
  var hint: String?

  init(line: Int, column: Int, problem: String, hint: String? = nil) {
    self.line = line
    self.column = column
    self.problem = problem
    self.hint = hint
  }

  /// The parser's error, worded like our messages.
  init(_ parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>) {
    problem = parser.problem.map { String(cString: $0) } ?? "invalid YAML"
    if let context = parser.context.map({ String(cString: $0) }) { problem += " \(context)" }
    if parser.error == YAML_READER_ERROR {
      // The reader knows only the byte offset.
      let before = bytes.prefix(max(0, parser.problem_offset))
      line = before.count { $0 == UInt8(ascii: "\n") }
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    } else {
      line = Int(parser.problem_mark.line)
      column = Int(parser.problem_mark.column)
    }
    hint = Self.hint(problem, at: Self.byte(bytes, line: line, column: column))
  }

  private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, line: Int, column: Int) -> UInt8? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
    guard line < lines.count, column < lines[line].count else { return nil }
    return lines[line][lines[line].startIndex + column]
  }

  private static func hint(_ problem: String, at byte: UInt8?) -> String? {
    if byte == UInt8(ascii: "\t") { return "indent with spaces instead of a tab" }
    if problem.contains("mapping values are not allowed") || problem.contains("expected ':'") {
      return "check the indentation, and quote values that contain ': '"
    }
    if problem.contains("cannot start any token") { return "quote the value" }
    if problem.contains("UTF-8") { return "save the file as UTF-8" }
    if problem.contains("control characters") { return "remove the control character" }
    if problem.contains("end of stream") || problem.contains("document indicator") {
      return "close the open quote or bracket"
    }
    if problem.contains("did not find expected") {
      return "check the indentation and the brackets before this position"
    }
    return nil
  }
}
