import PodmapManifests

/// What is written for one format of one drawing.
struct Documents: Sendable {
  /// The only diagram, or the overview; nothing where there are several without one.
  var main: [UInt8]?
  var parts: [(name: String, bytes: [UInt8])] = []
  /// What goes to standard output, which is one stream.
  var standardOutput: @Sendable () -> [UInt8]
  var remarks: [Diagnostic] = []
  /// Which parts are missing, and why.
  var failures: [Diagnostic] = []
  /// What there is to say where it goes to standard output, or to files.
  var remarksOnStandardOutput: [Diagnostic] = []
  var remarksOnFiles: [Diagnostic] = []

  /// Everything there is to say where it goes to a file, or to standard output for `-`.
  func remarks(for file: String) -> [Diagnostic] {
    remarks + (file == "-" ? remarksOnStandardOutput : remarksOnFiles)
  }

  /// What is said of a picture with parts, and what more where there is no room for them.
  mutating func add(_ remark: Diagnostic, _ onStandardOutput: Diagnostic) {
    remarks.append(remark)
    remarksOnStandardOutput.append(onStandardOutput)
  }

  init(_ bytes: [UInt8]) {
    main = bytes
    standardOutput = { bytes }
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }
}
