import ArgumentParser
import PodmapGraphviz
import PodmapManifests

/// What a drawing is written as.
enum OutputFormat: String, CaseIterable {
  case mermaid, md, dot, svg, png, pdf, webp, json

  /// The formats that a picture is drawn for; JSON is made from the graph itself.
  enum Picture {
    case mermaid, md, dot
    case rendered(PictureFormat)
  }

  var picture: Picture? {
    switch self {
    case .mermaid: .mermaid
    case .md: .md
    case .dot: .dot
    case .svg: .rendered(.svg)
    case .png: .rendered(.png)
    case .pdf: .rendered(.pdf)
    case .webp: .rendered(.webp)
    case .json: nil
    }
  }

  /// What Graphviz draws of it.
  var rendered: PictureFormat? {
    if case .rendered(let format)? = picture { format } else { nil }
  }

  /// The format of a file: the one that is given, else what the extension says.
  init(file: String, given: OutputFormat?) throws {
    if let given {
      self = given
      return
    }
    // Standard output is Mermaid unless something else is asked for.
    if file == "-" {
      self = .mermaid
      return
    }
    self = try Choice.format(of: file, Self.extensions)
  }

  private static let extensions: [String: OutputFormat] = [
    "mmd": .mermaid, "mermaid": .mermaid, "md": .md, "markdown": .md, "dot": .dot, "gv": .dot, "svg": .svg, "png": .png,
    "pdf": .pdf, "webp": .webp, "json": .json,
  ]
}
