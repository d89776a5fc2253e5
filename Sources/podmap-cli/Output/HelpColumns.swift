/// Names and what they mean in two columns of a help text.
///
/// The argument parser breaks long lines without indenting the rest, so they are broken here.
struct HelpColumns {
  let text: String

  /// The parser breaks what is as wide as a terminal.
  private static let width = 78
  private static let indentation = "  "

  init(_ rows: [(name: String, help: String)]) {
    let start = Self.indentation.count + (rows.map(\.name.count).max() ?? 0) + 2
    var lines: [String] = []
    for row in rows {
      var line = (Self.indentation + row.name).padded(to: start - 1)
      for word in row.help.split(separator: " ") {
        if line.count + 1 + word.count > Self.width {
          lines.append(line)
          line = "".padded(to: start - 1)
        }
        line += " \(word)"
      }
      lines.append(line)
    }
    text = lines.joined(separator: "\n")
  }
}
