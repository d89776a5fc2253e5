import PodmapTopology

/// The lines of a picture: links that would lie on each other are one line, and links that no layout
/// can draw are told in words.
struct LinkPlan {
  struct Line {
    let from: LinkEnd
    let to: LinkEnd
    let kind: EdgeKind
    let isInferred: Bool
    let isDashed: Bool
    /// One text for each link that the line stands for, none twice.
    var labels: [String]
  }

  private(set) var lines: [Line] = []
  /// Links from an element to itself or to a frame around it, in words, under the inner element. An
  /// arrow from a frame to its own content is a loop or a stray arrowhead in Mermaid, and Graphviz
  /// refuses it.
  private(set) var notes: [ElementID: [String]] = [:]
  /// The rows that lines end at.
  private(set) var rows: Set<ElementID> = []

  private struct Key: Hashable {
    let from: LinkEnd
    let to: LinkEnd
    let kind: EdgeKind
    let isInferred: Bool
    let isDashed: Bool
    /// Lines that were written by hand are as many as were written.
    let label: String?
  }

  init(_ diagram: FlowDiagram, _ index: ElementIndex, rows drawing: RowDrawing) {
    var positions: [Key: Int] = [:]
    positions.reserveCapacity(diagram.links.count)
    lines.reserveCapacity(diagram.links.count)
    for link in diagram.links {
      // An end that the diagram lacks is left to the layout, which shows it as a box with that id.
      let places = (index[link.from], index[link.to])
      var from = places.0.map { diagram.end(at: $0, in: index, rows: drawing) } ?? LinkEnd(element: link.from)
      var to = places.1.map { diagram.end(at: $0, in: index, rows: drawing) } ?? LinkEnd(element: link.to)
      if let fromPlace = places.0, let toPlace = places.1,
        let inner = Self.inner(from, fromPlace, to, toPlace, diagram, index), !link.isLoop(at: from)
      {
        notes[inner, default: []].append(diagram.words(for: link, from: fromPlace, to: toPlace))
        continue
      }
      let labels = link.labels(from: from.detail, to: to.detail)
      from.detail = nil
      to.detail = nil
      if let row = from.row { rows.insert(row) }
      if let row = to.row { rows.insert(row) }
      let key = Key(
        from: from, to: to, kind: link.kind, isInferred: link.isInferred, isDashed: link.isDashed,
        label: link.kind == .connects ? link.label : nil)
      if let position = positions[key] {
        for label in labels where !lines[position].labels.contains(label) { lines[position].labels.append(label) }
      } else {
        positions[key] = lines.count
        lines.append(
          Line(
            from: from, to: to, kind: link.kind, isInferred: link.isInferred, isDashed: link.isDashed, labels: labels))
      }
    }
  }

  /// The inner one of two elements that are the same or stand in each other; nothing for any others.
  private static func inner(
    _ from: LinkEnd, _ fromPlace: ElementIndex.Place, _ to: LinkEnd, _ toPlace: ElementIndex.Place,
    _ diagram: FlowDiagram, _ index: ElementIndex
  ) -> ElementID? {
    if from.element == to.element { return from.element }
    if to.isFrame, diagram.holds(toPlace, fromPlace, index) { return from.element }
    if from.isFrame, diagram.holds(fromPlace, toPlace, index) { return to.element }
    return nil
  }
}

extension LinkPlan.Line {
  /// The label's lines.
  var shownLabels: [String] { kind == .connects ? labels : labels.limited(to: 6) }
}

extension LinkPlan {
  /// What is told in an element in words.
  func shownNotes(in element: ElementID) -> [String] {
    (notes[element] ?? []).limited(to: 8)
  }
}

extension [String] {
  /// The first lines, and a word about those that would make a box too tall.
  fileprivate func limited(to limit: Int) -> [String] {
    guard count > limit else { return self }
    return prefix(limit - 1) + ["and \(count - limit + 1) more"]
  }
}

extension FlowDiagram {
  /// Whether a frame stands around an element.
  fileprivate func holds(_ frame: ElementIndex.Place, _ element: ElementIndex.Place, _ index: ElementIndex) -> Bool {
    switch (frame, element) {
    case (.group(let group), _): index.groups(around: element).contains(group)
    case (.card(let card), .container(_, let inner)), (.card(let card), .volume(_, let inner)): card == inner
    case (.card, _), (.container, _), (.volume, _): false
    }
  }

  fileprivate func words(for link: Link, from: ElementIndex.Place, to: ElementIndex.Place) -> String {
    let inferred = link.isInferred ? " (inferred)" : ""
    let label = link.label.isBlank ? "" : ": " + link.label
    if link.kind == .connects { return name(of: from) + " → " + name(of: to) + label }
    if link.from == link.to { return link.kind.look.word + " itself" + label + inferred }
    return name(of: from) + " " + link.kind.look.word + " " + name(of: to) + label + inferred
  }
}

extension FlowDiagram.Link {
  /// The label, with the names of rows that the line itself can't show: "server: CACHE_URL", "80 → 8080 (server)".
  /// A line that was written by hand has the label that was written, or none.
  fileprivate func labels(from: String?, to: String?) -> [String] {
    let words = label.isBlank && kind != .connects ? kind.look.word : label
    let whole = (from.map { $0 + ": " } ?? "") + words + (to.map { " (" + $0 + ")" } ?? "")
    return kind == .connects ? Wrapped(whole, width: Wrapped.labelWidth).lines : [whole]
  }

  /// Whether it leads from a box back to it because its author says so.
  fileprivate func isLoop(at end: LinkEnd) -> Bool {
    kind == .connects && from == to && !end.isFrame && end.row == nil
  }
}
