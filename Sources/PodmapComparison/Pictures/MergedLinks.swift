import PodmapDiagrams
import PodmapTopology

/// The lines of both sides, each once, with its mark.
struct MergedLinks {
  private(set) var all: [FlowDiagram.Link] = []

  private struct Key: Hashable {
    var from: ElementID
    var to: ElementID
    var kind: EdgeKind
  }

  /// Merges the lines of both sides; `element` returns the element of this picture that represents an ID.
  init(_ left: DrawnLayout, _ right: DrawnLayout, _ outcome: ChangeOutcome, element: (String) -> ElementID?) {
    let comparison = outcome.comparison
    let nowCalled = Dictionary(
      comparison.matches.map { (comparison.left.containers[$0.left].id, comparison.right.containers[$0.right].id) }
    ) { first, _ in first }

    /// The link with its ends replaced by elements of this picture.
    func placed(_ link: FlowDiagram.Link, _ source: DrawnLayout, isLeft: Bool) -> FlowDiagram.Link? {
      func end(_ id: ElementID) -> ElementID? {
        let identity = source.identity(of: id)
        if let own = element(isLeft ? nowCalled[identity] ?? identity : identity) { return own }
        // A volume that is gone is mentioned at its pod.
        return source.position(of: id).flatMap { element(source.identity(of: source.diagram.cards[$0].id)) }
      }
      guard let from = end(link.from), let to = end(link.to) else { return nil }
      var link = link
      (link.from, link.to) = (from, to)
      return link
    }

    var old: [Key: [FlowDiagram.Link]] = [:]
    var order: [Key] = []
    for link in left.diagram.links.compactMap({ placed($0, left, isLeft: true) }) {
      let key = Key(from: link.from, to: link.to, kind: link.kind)
      if old[key] == nil { order.append(key) }
      old[key, default: []].append(link)
    }
    var new: [Key: [FlowDiagram.Link]] = [:]
    for link in right.diagram.links.compactMap({ placed($0, right, isLeft: false) }) {
      let key = Key(from: link.from, to: link.to, kind: link.kind)
      if new[key] == nil, old[key] == nil { order.append(key) }
      new[key, default: []].append(link)
    }
    for key in order { add(old[key] ?? [], new[key] ?? []) }
  }

  private mutating func add(_ old: [FlowDiagram.Link], _ new: [FlowDiagram.Link]) {
    var gone = old
    var added: [FlowDiagram.Link] = []
    for var link in new {
      guard let same = gone.firstIndex(where: { $0.saysLike(link) }) else {
        added.append(link)
        continue
      }
      gone.remove(at: same)
      link.mark = .kept
      all.append(link)
    }
    for (before, var link) in zip(gone, added) {
      link.mark = .changed
      // A label that only says more says it all: "6379 ✕ denied by cache".
      if !before.label.isEmpty, !link.label.hasPrefix(before.label) { link.label = "\(before.label) → \(link.label)" }
      link.isLabelRepeated = false
      all.append(link)
    }
    let common = min(gone.count, added.count)
    all += gone.dropFirst(common).map { $0.marked(.removed) } + added.dropFirst(common).map { $0.marked(.added) }
  }
}

extension FlowDiagram.Link {
  fileprivate func saysLike(_ other: FlowDiagram.Link) -> Bool {
    label == other.label && traits.isInferred == other.isInferred && traits.isPossible == other.isPossible
      && traits.isDenied == other.isDenied
      && traits.isDashed == other.isDashed
  }

  fileprivate func marked(_ mark: ChangeMark) -> FlowDiagram.Link {
    var link = self
    link.mark = mark
    link.isLabelRepeated = false
    return link
  }
}
