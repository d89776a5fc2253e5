/// Where Graphviz runs.
package enum PictureEngine: Sendable {
  /// In a separate process for each picture: the program, and the arguments before those of the picture.
  case worker(program: String, arguments: [String])
  #if Graphviz
    /// In this process, one picture at a time.
    case inProcess
  #endif
}

extension PictureEngine {
  /// Whether this process is our own program, which may change how signals are handled.
  var isOwnProgram: Bool {
    switch self {
    case .worker: true
    #if Graphviz
      case .inProcess: false
    #endif
    }
  }
}
