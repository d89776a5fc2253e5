package import PodmapDiagrams
internal import PodmapGraphviz
internal import PodmapManifests

/// How pictures are rendered.
package struct RenderSettings: Sendable {
  package var theme: Theme
  /// The size of formats with pixels; 2 if it is not given.
  package var scale: Double?
  /// How many seconds rendering one picture may take.
  package var timeLimit: Double
  /// The path of a folder with the user's own icons.
  package var icons: String?

  package init(
    theme: Theme = .auto, scale: Double? = nil, timeLimit: Double = Double(Limit.timeLimit.value),
    icons: String? = nil
  ) {
    self.theme = theme
    self.scale = scale
    self.timeLimit = timeLimit
    self.icons = icons
  }

  package static func theme(named name: String) throws(RequestError) -> Theme {
    try Choice.one(of: Theme.all, named: name, what: "theme", by: \.name)
  }

  package func checkTimeLimit() throws(RequestError) {
    if let flag = Limit.timeLimit.flag, !flag.accepted.contains(timeLimit) {
      throw RequestError("\(.timeLimit) is not between \(flag.range) seconds")
    }
  }

  package func checkScale() throws(RequestError) {
    if let scale, let flag = Limit.scale.flag, !flag.accepted.contains(scale) {
      throw RequestError("\(.scale) is not between \(flag.range)")
    }
  }

  /// Checks the settings against the formats that are written.
  package func check(for formats: [OutputFormat]) throws(RequestError) {
    try checkTimeLimit()
    try checkScale()
    guard scale == nil || formats.contains(where: { $0.rendered?.hasPixels == true }) else {
      throw RequestError("\(.scale) only applies to PNG and WebP; the other formats have no pixels")
    }
  }
}
