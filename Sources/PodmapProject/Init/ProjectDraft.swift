internal import PodmapManifests

/// A first `podmap.yaml` for a repository.
package struct ProjectDraft {
  package static let page = "README.md"

  private struct Diagram {
    var name: String
    var title: String?
    var inputs: [ProjectPath]
  }

  private struct Comparison {
    var name: String
    var left: ProjectPath
    var right: ProjectPath
  }

  private var diagrams: [Diagram] = []
  private var comparisons: [Comparison] = []

  /// A page with the markers of the first diagram.
  package struct Page {
    /// The name of the block, and the line where it begins.
    package let name: String
    package let line: Int
    /// What to write; `nil` if the page had the markers already.
    package let bytes: [UInt8]?

    fileprivate init(_ name: String, _ bytes: [UInt8], isWritten: Bool) {
      self.name = name
      self.bytes = isWritten ? bytes : nil
      line = MarkdownBlocks.lines(of: name, in: bytes)?.lowerBound ?? 1
    }
  }

  package var isEmpty: Bool { diagrams.isEmpty }

  /// What it names, in a few words for each: "diagram shop, of deploy".
  package var contents: [String] {
    diagrams.map { "diagram \($0.name), of \($0.inputs.map(\.text).listed)" }
      + comparisons.map { "comparison \($0.name), of \($0.left.text) and \($0.right.text)" }
  }

  var count: Int { diagrams.count }

  /// Adds a diagram of an application, and a comparison with its other variant.
  mutating func add(
    _ application: FoundApplication, name: String, title: String?, inputs: [ProjectPath], _ names: inout DiagramNames
  ) {
    let title = application.variant.map { "\(name) (\($0))" } ?? title
    diagrams.append(Diagram(name: name, title: title, inputs: inputs))
    guard let variant = application.variant, let alternative = application.alternative,
      let left = ProjectPath(alternative.input)
    else { return }
    let comparison = names.name(comparing: alternative.variant, variant, of: name)
    comparisons.append(Comparison(name: comparison, left: left, right: inputs[0]))
  }

  package var text: String {
    var text =
      "# What 'podmap publish' keeps up to date; podmap's docs/podmap-yaml.md describes every key.\ndiagrams:\n"
    for (position, diagram) in diagrams.enumerated() {
      text += "  - name: \(diagram.name)\n"
      if let title = diagram.title { text += "    title: \(Self.quoted(title))\n" }
      text += "    inputs:\n"
      for input in diagram.inputs { text += "      - \(Self.quoted(input.text))\n" }
      text += "    files:\n      - docs/diagrams/\(diagram.name).svg\n"
      if position == 0 { text += "    blocks:\n      - \(Self.page)\n" }
    }
    if !comparisons.isEmpty { text += "comparisons:\n" }
    for comparison in comparisons {
      text += "  - name: \(comparison.name)\n"
      text += "    left:\n      - \(Self.quoted(comparison.left.text))\n"
      text += "    right:\n      - \(Self.quoted(comparison.right.text))\n"
      text += "    files:\n      - docs/diagrams/\(comparison.name).svg\n"
    }
    return text + "gallery: docs/diagrams/index.html\n"
  }

  /// The page with markers for the first diagram, which are added at its end if it has none.
  package func readme() throws(RequestError) -> Page? {
    guard let name = diagrams.first?.name else { return nil }
    guard FileSystem.canFind(Self.page) else {
      return Page(name, Array(BlockContent.markers(name).utf8), isWritten: true)
    }
    let old: [UInt8]
    do throws(FileSystem.Failure) {
      old = try FileSystem.read(Self.page)
    } catch {
      throw RequestError("\(Self.page) can't be read: \(error.text)")
    }
    let found = MarkdownBlocks(old, named: [name], file: Self.page)
    if found.names.contains(name) { return Page(name, old, isWritten: false) }
    let new = MarkdownBlocks.appending(name, to: old)
    guard MarkdownBlocks(new, named: [name], file: Self.page).diagnostics.isEmpty else {
      throw RequestError("the code or the markers in \(Self.page) have no end; fix that first")
    }
    return Page(name, new, isWritten: true)
  }

  private static func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "''") + "'" }
}
