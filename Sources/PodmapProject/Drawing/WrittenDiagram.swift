internal import PodmapDiagrams
package import PodmapManifests

/// A diagram in one format, with messages about it.
package struct WrittenDiagram: Sendable {
  /// The only diagram, or the overview; `nil` for several diagrams without an overview.
  package var main: [UInt8]?
  package var parts: [(name: String, bytes: [UInt8])] = []
  /// Where the cards of a picture are, by the name of the part; that of `main` is empty.
  var places: [String: PicturePlaces] = [:]
  /// A Markdown page that lists the parts.
  package var index: String?
  /// What goes to standard output, which is one stream.
  package var standardOutput: @Sendable () -> [UInt8]
  var remarks: [Diagnostic] = []
  /// Which parts are missing, and why.
  package var failures: [Diagnostic] = []
  /// Messages that apply only if it goes to standard output, or only if it goes to files.
  var remarksOnStandardOutput: [Diagnostic] = []
  var remarksOnFiles: [Diagnostic] = []

  /// All messages if it goes to a file, or to standard output for `-`.
  package func remarks(for file: String) -> [Diagnostic] {
    remarks + (file == "-" ? remarksOnStandardOutput : remarksOnFiles)
  }

  /// Adds a message about a diagram with parts, and another one for outputs that have no room for them.
  mutating func add(_ remark: Diagnostic, _ onStandardOutput: Diagnostic) {
    remarks.append(remark)
    remarksOnStandardOutput.append(onStandardOutput)
  }

  package init(_ bytes: [UInt8]) {
    main = bytes
    standardOutput = { bytes }
  }

  package init(_ text: String) {
    self.init(Array(text.utf8))
  }
}
