/// PodmapGraphviz, which imports none of our modules, repeats these numbers in `RenderLimits`; a test compares them.
extension Limit {
  static let rendering = [
    timeLimit, scale, pageWidth, picturePixels, pngSide, webpSide, layoutSteps, graphvizOutput, graphvizMessage,
    signalPaths, graphvizMemory, iconSize, openFiles, freeDescriptors,
  ]

  package static let timeLimit = Limit(
    "time-limit", 30, "seconds", flag: Flag(name: "--time-limit", accepted: 0.1...86_400),
    "After half of the time the graph layout starts again with less effort; after all of it the picture fails.")
  package static let scale = Limit(
    "scale", 2, "× 96 pixels per inch", flag: Flag(name: "--scale", accepted: 0.1...8),
    "PNG and WebP have this resolution unless they would have too many pixels.")
  package static let pageWidth = Limit(
    "page-width", 830, "pixels", flag: Flag(name: "--page-width", accepted: 300...10_000),
    "A flow diagram that is wider at a readable size shows less detail, or becomes an overview and parts.")
  package static let picturePixels = Limit(
    "picture-pixels", 50_000_000, "pixels", "A larger PNG or WebP is drawn at a smaller scale, and a note says so.")
  package static let pngSide = Limit(
    "png-side", 32_767, "pixels", "A wider or taller PNG is drawn at a smaller scale: cairo can't draw more.")
  package static let webpSide = Limit(
    "webp-side", 16_383, "pixels", "A wider or taller WebP is drawn at a smaller scale: the format allows no more.")
  package static let layoutSteps = Limit(
    "layout-steps", 2, "steps per node",
    "Graphviz stops improving ranks and positions; with less effort, after a tenth of a step per node.")
  package static let graphvizOutput = Limit(
    "graphviz-output", 64 << 10, "bytes", "The rest of what Graphviz writes to standard error is dropped.")
  package static let graphvizMessage = Limit(
    "graphviz-message", 300, "characters", "The rest of a line that Graphviz wrote is left out of a message.")
  package static let signalPaths = Limit(
    "signal-paths", 128, "paths", "Further temporary files remain if a signal ends the process.")
  package static let graphvizMemory = Limit(
    "graphviz-memory", 2 << 30, "bytes", adjustable: 64 << 20...1 << 50,
    "A picture that needs more memory, as far as the system counts it, fails.")
  package static let openFiles = Limit(
    "open-files", 1024, "files", "The program raises its own limit of open files to this one, if the system lets it.")
  package static let freeDescriptors = Limit(
    "free-descriptors", 8, "files",
    "If the system doesn't let the program open so many files when it begins, it ends with a message.")
  package static let iconSize = Limit(
    "icon-size", 1 << 20, "bytes", "A larger icon is not used, and a warning says so.")
}
