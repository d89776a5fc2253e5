internal import PodmapManifests

/// What a format is used for. Which formats support it follows from the list of formats.
package enum FormatUse: Sendable, CaseIterable {
  /// A view of an application: diagrams, or the graph that they show.
  case drawing
  /// A report about a comparison, or a picture of it.
  case comparison
  /// The whole graph, with its evidence.
  case graph
  /// A document made from a template.
  case document

  /// The formats that support it, in the order in which help lists them.
  package var formats: [OutputFormat] {
    switch self {
    case .drawing: OutputFormat.all.filter { $0.hasDiagrams || $0.graph == .json }
    case .comparison:
      OutputFormat.all.filter { $0.report != nil } + OutputFormat.all.filter { $0.report == nil && $0.shows(.flow) }
    case .graph: OutputFormat.all.filter { $0.graph != nil }
    case .document: OutputFormat.all.filter { $0.document != nil }
    }
  }

  package var names: [String] { formats.map(\.name) }

  /// The usual extensions, for help: ".mmd, .md".
  package var extensions: String { formats.compactMap(\.extensions.first).map { ".\($0)" }.joined(separator: ", ") }

  /// What goes to standard output if no format is given.
  package var usual: OutputFormat {
    switch self {
    case .drawing: .mermaid
    case .comparison, .graph: .table
    case .document: .md
    }
  }

  /// The format with a name.
  package func format(named name: String) throws(RequestError) -> OutputFormat {
    if let format = formats.first(where: { $0.extensions.contains(name) }) { return format }
    return try Choice.one(of: formats, named: name, what: "format", by: \.name)
  }

  /// The format of a file, by its extension; the usual one for standard output.
  package func format(of file: String) throws(RequestError) -> OutputFormat {
    if file == "-" { return usual }
    let end = FileName.extension(of: file)
    if let format = formats.first(where: { $0.extensions.contains(end) }) { return format }
    let known = formats.flatMap(\.extensions).sorted()
    let hint = Spelling.nearest(to: end, among: known).map { "did you mean '.\($0)'? " } ?? ""
    throw RequestError(
      """
      the extension of '\(file)' isn't that of a format; \(hint)\
      use one of .\(known.joined(separator: " ."))\(forOptions: ", or give --format")
      """)
  }
}
