import ArgumentParser
import PodmapManifests

/// What a comparison is written as: a report, or a picture.
enum ComparisonFormat: String, CaseIterable {
  case table, md, json, mermaid, dot, svg, png, pdf, webp

  /// The format of the picture, for those that are one.
  var picture: OutputFormat? {
    switch self {
    case .table, .md, .json: nil
    case .mermaid: .mermaid
    case .dot: .dot
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .webp: .webp
    }
  }

  /// The format of a file: the one that is given, else what the extension says.
  init(file: String, given: ComparisonFormat?) throws {
    if let given {
      self = given
      return
    }
    if file == "-" {
      self = .table
      return
    }
    self = try Choice.format(of: file, Self.extensions)
  }

  private static let extensions: [String: ComparisonFormat] = [
    "txt": .table, "md": .md, "markdown": .md, "json": .json, "mmd": .mermaid, "mermaid": .mermaid, "dot": .dot,
    "gv": .dot, "svg": .svg, "png": .png, "pdf": .pdf, "webp": .webp,
  ]
}
