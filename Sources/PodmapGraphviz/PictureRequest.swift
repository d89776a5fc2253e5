/// What is asked of Graphviz for one picture.
package struct PictureRequest: Hashable, Sendable {
  /// How much work the layout may take.
  package enum Effort: Sendable {
    /// As good a layout as Graphviz finds; a few hundred connected nodes in a row may take it minutes.
    case full
    /// Stops improving early: lines are longer and cross more often, and few graphs take more than seconds.
    case low
  }

  /// The most pixels of a picture. Each costs 4 bytes of memory and about 50 ns as PNG, 100 ns as WebP.
  package static let maximumPixels = 50_000_000
  /// What `scale` may be.
  package static let scales = 0.1...8.0

  package var format: PictureFormat
  /// How large pixels make the picture: 1 is 96 pixels per inch, at which a browser shows SVG of the same graph
  /// equally large. Formats without pixels ignore it.
  package var scale: Double
  package var effort: Effort
  /// Where the plugins of Graphviz lie; nil: beside its library.
  package var pluginFolder: String?
  /// Where the images lie that the graph names.
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

  /// As the worker is told: `svg --plugins FOLDER`.
  var words: [String] {
    var words = [format.rawValue]
    if format.hasPixels { words += ["--scale", "\(scale)"] }
    if effort == .low { words.append("--low-effort") }
    if let pluginFolder { words += ["--plugins", pluginFolder] }
    if let imageFolder { words += ["--images", imageFolder] }
    return words
  }
}

/// What the worker is started with: a request, and when to give up.
package struct WorkerArguments: Sendable {
  package private(set) var request: PictureRequest
  /// After which the worker ends by itself, if nobody ended it before.
  package private(set) var seconds: Double?

  /// Nothing if a word is unknown.
  package init?(_ words: some Sequence<String>) {
    var words = Array(words)[...]
    guard let format = words.popFirst().flatMap({ PictureFormat(rawValue: $0) }) else { return nil }
    request = PictureRequest(format)
    while let word = words.popFirst() {
      switch word {
      case "--scale":
        guard let scale = words.popFirst().flatMap({ Double($0) }), PictureRequest.scales.contains(scale) else {
          return nil
        }
        request.scale = scale
      case "--low-effort": request.effort = .low
      case "--plugins":
        guard let folder = words.popFirst() else { return nil }
        request.pluginFolder = folder
      case "--images":
        guard let folder = words.popFirst() else { return nil }
        request.imageFolder = folder
      case "--seconds":
        guard let seconds = words.popFirst().flatMap({ Double($0) }), seconds > 0 else { return nil }
        self.seconds = seconds
      default: return nil
      }
    }
  }
}
