import PodmapManifests
import PodmapTopology

/// The lines of a picture: links that would cover each other are one line, and links that no layout can draw become
/// words.
struct LinkPlan {
  @dynamicMemberLookup
  struct Line {
    let from: LinkEnd
    let to: LinkEnd
    let traits: FlowDiagram.Link.Traits
    /// The text of each link that the line represents, without repetitions.
    var labels: [String]

    subscript<Value>(dynamicMember trait: KeyPath<FlowDiagram.Link.Traits, Value>) -> Value {
      traits[keyPath: trait]
    }
  }

  private(set) var lines: [Line] = []
  /// Links from an element to itself or to a frame around it, in words, by the inner element. An arrow from a frame to
  /// its own content is a loop or a stray arrowhead in Mermaid, and Graphviz refuses it.
  private(set) var notes: [ElementID: [String]] = [:]

  private struct Key: Hashable {
    let from: LinkEnd
    let to: LinkEnd
    let traits: FlowDiagram.Link.Traits
    /// Edges that were written by hand with different labels are different lines.
    let label: String?
  }

  init(_ diagram: FlowDiagram, _ index: ElementIndex) {
    var positions: [Key: Int] = [:]
    positions.reserveCapacity(diagram.links.count)
    lines.reserveCapacity(diagram.links.count)
    for link in diagram.links {
      // The layout shows an end that the diagram lacks as a box with its id.
      let places = (index[link.from], index[link.to])
      var from = places.0.map { diagram.end(at: $0, in: index) } ?? LinkEnd(element: link.from)
      var to = places.1.map { diagram.end(at: $0, in: index) } ?? LinkEnd(element: link.to)
      if let fromPlace = places.0, let toPlace = places.1,
        let inner = Self.inner(from, fromPlace, to, toPlace, diagram, index), !link.isLoop(at: from)
      {
        notes[inner, default: []].append(diagram.words(for: link, from: fromPlace, to: toPlace))
        continue
      }
      let labels = link.labels(from: from.detail, to: to.detail)
      from.detail = nil
      to.detail = nil
      let key = Key(
        from: from, to: to, traits: link.traits, label: link.kind == .connects ? link.label : nil)
      if let position = positions[key] {
        for label in labels where !lines[position].labels.contains(label) { lines[position].labels.append(label) }
      } else {
        positions[key] = lines.count
        lines.append(Line(from: from, to: to, traits: link.traits, labels: labels))
      }
    }
  }

  /// The inner of two elements if one contains the other, or either if they are the same; otherwise `nil`.
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
  var shownLabels: [String] { traits.kind == .connects ? labels : labels.limited(to: .lineLabels) }
}

extension LinkPlan {
  /// The links that an element shows in words.
  func shownNotes(in element: ElementID, limit: Limit = .elementNotes) -> [String] {
    (notes[element] ?? []).limited(to: limit)
  }
}

extension [String] {
  /// The first lines, and the number of those that would make a box too tall.
  fileprivate func limited(to limit: Limit) -> [String] {
    let limit = limit.value
    guard count > limit else { return self }
    return prefix(limit - 1) + ["and \(count - limit + 1) more"]
  }
}

extension FlowDiagram {
  /// Whether a frame contains an element.
  fileprivate func holds(_ frame: ElementIndex.Place, _ element: ElementIndex.Place, _ index: ElementIndex) -> Bool {
    switch (frame, element) {
    case (.group(let group), _): index.groups(around: element).contains(group)
    case (.card(let card), .container(_, let inner)), (.card(let card), .volume(_, let inner)): card == inner
    case (.card, _), (.container, _), (.volume, _): false
    }
  }

  fileprivate func words(for link: Link, from: ElementIndex.Place, to: ElementIndex.Place) -> String {
    let inferred = link.isPossible ? " (possible)" : link.isInferred ? " (inferred)" : ""
    let label = link.label.isBlank ? "" : ": " + link.label
    if link.kind == .connects { return name(of: from) + " → " + name(of: to) + label }
    let words =
      link.from == link.to
      ? link.kind.verb + " itself" : name(of: from) + " " + link.kind.verb + " " + name(of: to)
    return link.mark.signed(words + label + inferred)
  }
}

extension FlowDiagram.Link {
  /// The label, with the names of rows that the line itself can't show: "server: CACHE_URL", "80 → 8080 (server)".
  /// An edge that was written by hand keeps its own label, even an empty one.
  fileprivate func labels(from: String?, to: String?) -> [String] {
    let (kind, mark) = (traits.kind, traits.mark)
    var words = label.isBlank && kind != .connects ? kind.verb : label
    // The legend doesn't explain the kinds of lines that have a mark's colour.
    if let mark, !mark.look.sign.isEmpty, kind != .connects, !label.isBlank { words = "\(kind.verb) \(label)" }
    let whole = mark.signed((from.map { $0 + ": " } ?? "") + words + (to.map { " (" + $0 + ")" } ?? ""))
    return kind == .connects ? Wrapped(whole, width: Wrapped.labelWidth).lines : [whole]
  }

  /// Whether its author wants an arrow from a box back to itself.
  fileprivate func isLoop(at end: LinkEnd) -> Bool {
    traits.kind == .connects && from == to && !end.isFrame
  }
}
