import PodmapTopology

extension CondensedJSON {
  /// The cards and lines of a view's picture; `nil` if it isn't condensed.
  package init?(_ picture: FlowView.Result) {
    guard let pages = picture.pages.pages else { return nil }
    // The output has only the edges between nodes that are shown.
    var position = 0
    var positions: [Int: Int] = [:]
    for (edge, ends) in picture.whole.edges.enumerated() where picture.drawn[ends.from] && picture.drawn[ends.to] {
      positions[edge] = position
      position += 1
    }
    let edges = picture.edgeOfLink.enumerated().compactMap { link, edge in
      edge.flatMap { positions[$0] }.map { (link, $0) }
    }
    self.init(
      pages.main, nodes: picture.nodeIDs,
      edges: Dictionary(uniqueKeysWithValues: edges))
  }
}
