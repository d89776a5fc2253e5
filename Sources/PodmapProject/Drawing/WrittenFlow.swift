internal import PodmapDiagrams
package import PodmapGraphviz
package import PodmapManifests

/// A flow diagram in every format, cut into parts if a format needs it.
struct WrittenFlow: Sendable {
  private let source: PagesOnDemand
  private let renderer: Renderer
  /// Advice on how to make the diagram smaller; empty if there is none.
  private let advice: String

  init(
    _ source: PagesOnDemand, _ renderer: Renderer, advice: String = "; use -n, -l or --focus to draw a smaller part"
  ) {
    self.source = source
    self.renderer = renderer
    self.advice = advice
  }

  func written(_ form: OutputFormat.FlowForm) throws(RenderError) -> WrittenDiagram {
    switch form {
    case .mermaid: mermaid(asMarkdown: false)
    case .markdown: mermaid(asMarkdown: true)
    case .dot: dot
    case .rendered(let format): try rendered(format)
    }
  }

  private var dot: WrittenDiagram {
    switch GraphvizParts(source, DOTWriter(), isPlaced: false) {
    case .whole(_, let text, _): return WrittenDiagram(text)
    case .cut(let whole):
      let partition = whole.firstParts
      var written = WrittenDiagram(partition.overview.text)
      written.parts = partition.parts.map { ($0.name, Array($0.text.utf8)) }
      written.index = PartIndex(partition).text
      written.add(.manyBoxes(whole.parts.count, advice), .onlyOverview)
      written.remarks += whole.tooManyParts
      return written
    }
  }

  private func rendered(_ format: PictureFormat) throws(RenderError) -> WrittenDiagram {
    // What identifies a picture doesn't contain its positions, which may depend on an earlier picture.
    let parts = GraphvizParts(
      source, renderer.writer(for: format), isPlaced: !renderer.isForSources, following: renderer.places)
    let revision = renderer.isForSources ? "\n" + source.diagram.layoutRevision : ""
    switch parts {
    case .whole(let diagram, let dot, let places):
      let text = dot + revision
      let page = try renderer.page(of: diagram, text, format)
      var written = WrittenDiagram(page.bytes)
      written.remarks = page.remarks
      written.places[""] = places
      return written
    case .cut(let whole):
      let partition = whole.firstParts
      let results = concurrentMap([partition.overview] + partition.parts) { part in
        Result { () throws(RenderError) in try renderer.page(of: part.diagram, part.text + revision, format) }
      }
      // One page that can't be drawn doesn't stop the others.
      var written = WrittenDiagram(try results[0].get().bytes)
      written.places[""] = partition.overview.places
      for (part, result) in zip(partition.parts, results.dropFirst()) {
        switch result {
        case .success(let page):
          written.parts.append((part.name, page.bytes))
          written.places[part.name] = part.places
          written.remarks += page.remarks
        case .failure(let error): written.failures.append(Diagnostic(.error, error.message))
        }
      }
      written.index = PartIndex(partition).text
      written.add(.manyBoxes(whole.parts.count, advice), .onlyOverview)
      written.remarks += whole.tooManyParts
      return written
    }
  }

  private func mermaid(asMarkdown: Bool) -> WrittenDiagram {
    var pages = MermaidParts(source)
    guard case .cut(let whole) = pages else { return WrittenDiagram(asMarkdown ? pages.markdown : pages.main) }
    let partition = whole.firstParts
    pages = .cut(partition)
    var written = WrittenDiagram(asMarkdown ? pages.markdown : pages.main)
    if !asMarkdown {
      written.parts = partition.parts.map { ($0.name, Array($0.text.utf8)) }
      written.index = PartIndex(partition).text
      written.standardOutput = { [pages] in Array(pages.markdown.utf8) }
    }
    written.remarks = [.mermaidParts(whole.parts.count, advice)] + (partition.fits ? [] : [.tooLarge])
    written.remarks += whole.tooManyParts
    return written
  }
}

extension Partition {
  /// As many of its parts as may be written.
  fileprivate var firstParts: Partition {
    Partition(overview: overview, parts: Array(parts.prefix(Limit.parts.value)), fits: fits)
  }

  fileprivate var tooManyParts: [Diagnostic] {
    guard parts.count > Limit.parts.value else { return [] }
    return [
      Diagnostic(
        .error, topic: .limit,
        "the diagram has \(parts.count.grouped) parts, and those after the first \(Limit.parts.value.grouped) are left out; "
          + "draw less, or \(Limit.parts.advice)")
    ]
  }
}

extension Diagnostic {
  fileprivate static func mermaidParts(_ count: Int, _ advice: String) -> Diagnostic {
    let limits = OutputFormat.mermaid.limits.map(\.text).joined(separator: ", ")
    return Diagnostic(
      .note,
      "the diagram is too large for one page, or for GitHub (\(limits)), so it was split into an overview and \(parts(count))\(advice)"
    )
  }

  fileprivate static func manyBoxes(_ count: Int, _ advice: String) -> Diagnostic {
    Diagnostic(
      .note,
      "the diagram is too large for one page, so it was split into an overview and \(parts(count))\(advice)")
  }

  private static func parts(_ count: Int) -> String { count == 1 ? "1 part" : "\(count) parts" }

  fileprivate static let onlyOverview = Diagnostic(
    .note, "standard output only gets the overview; use -o FILE to write the parts as well")

  fileprivate static let tooLarge = Diagnostic(
    .warning, "a part is still too large for GitHub; draw a smaller one with --focus or --exclude")
}

extension Diagnostic {
  /// The message for a remark about a picture with a title.
  package init(_ remark: RenderRemark, about title: String, _ format: PictureFormat) {
    switch remark {
    case .pluginsNotFound:
      self.init(
        .note,
        "graphviz's plugins were not found next to its library, so text widths in SVG depend on this machine's fonts"
      )
    case .noFonts:
      self.init(
        .warning,
        "no font is installed, so \(format.rawValue) shows boxes instead of letters; "
          + "install one: apt-get install fonts-dejavu-core")
    case .drawnSmaller(let scale):
      // Rounded down, so that the suggested scale is not too large again.
      let hundredths = Int(scale * 100)
      self.init(
        .warning,
        "'\(title)' is too large for \(format.rawValue) at this scale and was drawn at --scale "
          + "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10); draw a smaller part with --focus or -n, or SVG"
      )
    case .laidOutRoughly:
      self.init(
        .warning,
        "'\(title)' took too long to lay out well, so its lines are longer than necessary; "
          + "draw a smaller part with --focus or -n, or allow more time with --time-limit")
    case .drawnWithStraightLines:
      self.init(
        .warning,
        "graphviz can't draw '\(title)' as it should be, so its lines are straight; "
          + "install a newer Graphviz, or draw a smaller part with --focus or -n")
    case .complaint(let line, let more):
      self.init(
        .warning, "graphviz says about '\(title)': \(line)" + (more > 0 ? " (and \(more) more lines)" : ""))
    }
  }
}
