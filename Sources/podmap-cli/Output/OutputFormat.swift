import ArgumentParser

/// What a drawing is written as.
enum OutputFormat: String, CaseIterable {
  case mermaid, md, dot, json

  /// The formats that a picture is drawn for; JSON is made from the graph itself.
  enum Picture {
    case mermaid, md, dot
  }

  var picture: Picture? {
    switch self {
    case .mermaid: .mermaid
    case .md: .md
    case .dot: .dot
    case .json: nil
    }
  }

  /// The format of a file: the one that is given, else what the extension says.
  init(file: String, given: OutputFormat?) throws {
    if let given {
      self = given
      return
    }
    let name = file.split(separator: "/").last ?? ""
    let end = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch end {
    case "mmd", "mermaid": self = .mermaid
    case "md", "markdown": self = .md
    case "dot", "gv": self = .dot
    case "json": self = .json
    default:
      let hint = Choice.nearest(to: end, among: ["mmd", "md", "dot", "json"]).map { "did you mean '.\($0)'? " } ?? ""
      throw ValidationError(
        "the format of '\(file)' can't be told from its extension; \(hint)use .mmd, .md, .dot or .json, or give --format"
      )
    }
  }
}
