/// How Graphviz should render one picture.
package struct PictureRequest: Hashable, Sendable {
  /// How much work Graphviz puts into the layout.
  package enum Effort: Sendable {
    /// The best layout that Graphviz finds; a few hundred connected nodes in a row may take minutes.
    case full
    /// Stops improving early: lines are longer and cross more often, but few graphs take more than seconds.
    case low
  }

  /// How lines run that the graph gives no positions.
  package enum Lines: Sendable {
    case asWritten
    /// Straight from card to card, which is far less work, and in which less goes wrong.
    case straight
  }

  package var format: PictureFormat
  /// The resolution: 1 is 96 pixels per inch, at which a picture is as large as SVG of the same graph in a browser.
  /// Formats without pixels ignore it.
  package var scale: Double
  package var effort: Effort
  package var lines = Lines.asWritten
  /// The folder of Graphviz's plugins; `nil` for the one next to its library.
  package var pluginFolder: String?
  /// The folder of the images that the graph refers to.
  package var imageFolder: String?

  package init(
    _ format: PictureFormat, scale: Double = 1, effort: Effort = .full, pluginFolder: String? = nil,
    imageFolder: String? = nil
  ) {
    self.format = format
    self.scale = scale
    self.effort = effort
    self.pluginFolder = pluginFolder
    self.imageFolder = imageFolder
  }

  /// The arguments for the worker: `svg --plugins FOLDER`.
  var words: [String] {
    var words = [format.rawValue]
    if format.hasPixels { words += ["--scale", "\(scale)"] }
    if effort == .low { words.append("--low-effort") }
    if lines == .straight { words.append("--straight-lines") }
    if let pluginFolder { words += ["--plugins", pluginFolder] }
    if let imageFolder { words += ["--images", imageFolder] }
    return words
  }
}

/// The arguments of a worker: a request, when to give up, and how much memory there is.
package struct WorkerArguments: Sendable {
  package private(set) var request: PictureRequest
  /// After how many seconds the worker ends by itself if nothing has ended it before.
  package private(set) var seconds: Double?
  /// In bytes.
  package private(set) var memory = RenderLimits.memory

  /// Parses the arguments; `nil` if one is unknown or invalid.
  package init?(_ words: some Sequence<String>) {
    var words = Array(words)[...]
    guard let format = words.popFirst().flatMap({ PictureFormat(rawValue: $0) }) else { return nil }
    request = PictureRequest(format)
    while let word = words.popFirst() {
      switch word {
      case "--scale":
        guard let scale = words.popFirst().flatMap({ Double($0) }), RenderLimits.scales.contains(scale) else {
          return nil
        }
        request.scale = scale
      case "--low-effort": request.effort = .low
      case "--straight-lines": request.lines = .straight
      case "--plugins":
        guard let folder = words.popFirst() else { return nil }
        request.pluginFolder = folder
      case "--images":
        guard let folder = words.popFirst() else { return nil }
        request.imageFolder = folder
      case "--seconds":
        guard let seconds = words.popFirst().flatMap({ Double($0) }), seconds > 0 else { return nil }
        self.seconds = seconds
      case "--memory":
        guard let memory = words.popFirst().flatMap({ Int($0) }), memory > 0 else { return nil }
        self.memory = memory
      default: return nil
      }
    }
  }
}
