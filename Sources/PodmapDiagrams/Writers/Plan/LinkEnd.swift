/// Where a line starts or ends, once the shape of each element has been decided.
struct LinkEnd: Hashable {
  /// The box or frame.
  var element: ElementID
  var isFrame = false
  /// What the label must name because the line ends at the surrounding box: "server".
  var detail: String?
}

extension FlowDiagram {
  func end(at place: ElementIndex.Place, in index: ElementIndex) -> LinkEnd {
    switch place {
    case .group(let position):
      return LinkEnd(element: groups[position].id, isFrame: !index.isEmpty(group: position))
    case .card(let position):
      return LinkEnd(element: cards[position].id, isFrame: cards[position].isFrame)
    case .container(let row, let position):
      let card = cards[position]
      guard let pod = card.pod else { return LinkEnd(element: card.id) }
      let container = pod.containers[row]
      if card.isFrame { return LinkEnd(element: container.id) }
      return LinkEnd(element: card.id, detail: pod.containers.count > 1 ? container.name : nil)
    case .volume(let row, let position):
      let card = cards[position]
      guard let volume = card.pod?.volumes[row] else { return LinkEnd(element: card.id) }
      return card.isFrame ? LinkEnd(element: volume.id) : LinkEnd(element: card.id, detail: volume.words)
    }
  }

  /// What a reader calls an element.
  func name(of place: ElementIndex.Place) -> String {
    switch place {
    case .group(let position): groups[position].kind + " " + groups[position].name
    case .card(let position): cards[position].shownName
    case .container(let row, let card): cards[card].pod?.containers[row].name ?? ""
    case .volume(let row, let card): cards[card].pod?.volumes[row].words ?? ""
    }
  }
}

extension FlowDiagram.Card {
  /// Whether Mermaid draws the card as a frame around its containers.
  var isFrame: Bool {
    guard let pod else { return false }
    return pod.form == .expanded && !(pod.containers.isEmpty && pod.volumes.isEmpty)
  }
}

extension PodContent.Volume {
  /// "volume data (emptyDir)"
  fileprivate var words: String { "volume \(name)" + (source.isEmpty ? "" : " (\(source))") }
}
