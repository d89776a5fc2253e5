/// A position in a source file, for diagnostics and evidence.
package struct Place: Hashable, Sendable, Comparable {
  /// The input as the user gave it, joined with the path below it.
  package var file: String
  /// Counts from 1; 0 for the whole file.
  package var line: Int
  /// Counts characters from 1; 0 for the whole file.
  package var column: Int

  package init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// A file as a whole: one that can't be read has no first line.
  package init(wholeFile file: String) {
    self.init(file: file, line: 0, column: 0)
  }

  package var isWholeFile: Bool { line == 0 }

  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension Place: CustomStringConvertible {
  package var description: String { isWholeFile ? file : "\(file):\(line):\(column)" }
}
