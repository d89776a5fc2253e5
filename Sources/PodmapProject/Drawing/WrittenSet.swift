internal import PodmapDiagrams
internal import PodmapGraphviz
internal import PodmapManifests

extension DrawingSet {
  /// What is written in each format, with what could not be drawn; made on all cores. A picture that can't be drawn
  /// doesn't stop the others, nor does a hand-written diagram of a kind that a format doesn't show.
  package func written(_ formats: [OutputFormat], _ renderer: Renderer) -> [Outcome] {
    let pairs = formats.flatMap { format in members.map { (format: format, member: $0) } }
    let drawn = concurrentMap(pairs) { pair -> (written: WrittenDiagram?, failure: Diagnostic?) in
      do throws(RenderError) {
        let drawing = pair.member.drawing
        guard pair.format.shows(drawing.kind) else {
          return (nil, Diagnostic(.error, pair.format.refusal(of: drawing.kind).textForKeys))
        }
        // A page contains what Mermaid's files would.
        let format = only == nil && pair.format.arrangement == .page ? OutputFormat.mermaid : pair.format
        // Places belong to the only picture of a file.
        return (try drawing.written(format, only == nil ? renderer.following([:]) : renderer), nil)
      } catch {
        return (nil, Diagnostic(.error, error.message))
      }
    }
    let overviews = concurrentMap(formats) { overview(in: $0, renderer) }
    return formats.enumerated().map { position, format in
      let part = drawn[(position * members.count)..<((position + 1) * members.count)]
      let shown = zip(members, part).compactMap { member, one in one.written.map { (member, $0) } }
      let overview = overviews[position]
      return Outcome(
        written: written(format, shown, overview.written),
        failures: part.compactMap(\.failure) + shown.flatMap(\.1.failures) + [overview.failure].compactMap(\.self))
    }
  }

  private typealias Drawn = (member: Member, written: WrittenDiagram)

  /// The overview in a format that has a file for each diagram.
  private func overview(
    in format: OutputFormat, _ renderer: Renderer
  ) -> (written: WrittenDiagram?, failure: Diagnostic?) {
    guard let overviewTitle, format.arrangement != .page, let form = format.flow else { return (nil, nil) }
    let sequences = members.compactMap { member in
      if case .sequence(let drawing) = member.drawing { drawing } else { nil }
    }
    let overview = SequenceOverview(
      sequences, names: members.map(\.name), title: overviewTitle, fileExtension: format.extensions[0])
    do throws(RenderError) {
      return (try WrittenFlow(PagesOnDemand(overview.diagram), renderer, advice: "").written(form), nil)
    } catch {
      return (nil, Diagnostic(.error, error.message))
    }
  }

  private func written(_ format: OutputFormat, _ drawn: [Drawn], _ overview: WrittenDiagram?) -> WrittenDiagram? {
    guard let first = drawn.first else { return nil }
    if only != nil { return first.written }
    var written = overview ?? WrittenDiagram(first.written.main ?? [])
    switch format.arrangement {
    case .page:
      written = WrittenDiagram(page(drawn))
    case .filesOrPage:
      let page = page(drawn)
      written.main = overview?.main
      written.parts = parts(drawn)
      written.standardOutput = { Array(page.utf8) }
    case .files:
      written.main = overview?.main
      written.parts = parts(drawn)
      written.remarksOnStandardOutput = [
        overview == nil ? .onlyTheFirst(of: drawn.count) : .onlyTheOverview(of: drawn.count)
      ]
    }
    written.remarks = (overview?.remarks ?? []) + drawn.flatMap(\.written.remarks)
    if written.main == nil { written.remarksOnFiles = [.noOverview(drawn.map(\.member.name))] }
    return written
  }

  private func parts(
    _ drawn: [Drawn]
  ) -> [(name: String, bytes: [UInt8])] {
    var names = PartNames()
    let main = drawn.map { (names.name(for: $0.member.name), $0.written.main ?? []) }
    let others = drawn.flatMap { one in
      one.written.parts.map { (names.name(for: "\(one.member.name)-\($0.name)"), $0.bytes) }
    }
    return main + others
  }

  private func page(_ drawn: [Drawn]) -> String {
    MarkdownDocument(
      title: title,
      sections: drawn.map { one in
        MarkdownDocument.Section(
          title: one.member.drawing.title, mermaid: String(decoding: one.written.main ?? [], as: UTF8.self),
          parts: one.written.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      }
    ).text
  }
}

extension OutputFormat {
  /// Where several diagrams are written.
  fileprivate enum Arrangement {
    /// All on one page.
    case page
    /// Each to its own file, but all on one page on standard output.
    case filesOrPage
    /// Each to its own file.
    case files
  }

  fileprivate var arrangement: Arrangement {
    if flow == .markdown || sequence == .markdown { return .page }
    if flow == .mermaid || sequence == .mermaid { return .filesOrPage }
    return .files
  }
}

extension Diagnostic {
  fileprivate static func onlyTheFirst(of count: Int) -> Diagnostic {
    Diagnostic(
      .note, "standard output only gets the first of \(count) diagrams; use -o FILE to write each to its own file")
  }

  fileprivate static func onlyTheOverview(of count: Int) -> Diagnostic {
    Diagnostic(
      .note,
      "standard output only gets the overview of \(count) diagrams; use -o FILE to write each to its own file as well")
  }

  fileprivate static func noOverview(_ names: [String]) -> Diagnostic {
    let words = names.prefix(Limit.listedNames.value).map { "FILE-\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .note,
      "\(names.count) diagrams have no overview, so each is written to its own file: "
        + words + (names.count > Limit.listedNames.value ? ", …" : ""))
  }
}
