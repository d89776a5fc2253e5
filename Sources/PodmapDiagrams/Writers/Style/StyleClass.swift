import PodmapTopology

/// Elements of a picture that share their colours: what the writer of DOT paints them with, and the class by which the
/// style sheet of an SVG recolours them.
///
/// Names are two words without a hyphen: Graphviz has `node`, `edge` and `cluster`, and writes hyphens as entities.
struct StyleClass: Sendable, Hashable {
  /// What has the class.
  enum Bearer: Sendable, Hashable {
    /// The whole picture, a node or a cluster.
    case box
    case line
    /// A cell of an HTML-like label.
    case cell
    case icon
  }

  let bearer: Bearer
  let name: String
  /// The background, and the heads of arrows.
  var fill: Colour?
  /// Frames and lines.
  var stroke: Colour?
  var text: Colour?
  /// Text of the smallest size, if its colour differs.
  var smallText: Colour?

  static let page = StyleClass(bearer: .box, name: "diagram", fill: .page)
  /// The words of an empty diagram.
  static let nothing = StyleClass(bearer: .box, name: "nothingToDraw", text: .text)
}

extension StyleClass {
  /// Every class of the pictures, each once.
  static let all: [StyleClass] = [page, nothing, quietIcon] + flow + condensed + sequence
}

extension StyleClass {
  /// An icon on the background of the page or of a card; icons on strong colours are white in every palette.
  static let quietIcon = StyleClass(bearer: .icon, name: "quietIcon", text: .quietText)
}
