extension Topology {
  /// Decides about nodes that were written by hand, once it is decided about all others: they stay as long as what
  /// they belong to stays.
  ///
  /// Nodes that are joined to each other are one piece. A piece that is joined to objects needs one that is kept. A
  /// piece that stands free stays unless only some objects are asked for.
  func keepHandWritten(_ isKept: inout [Bool], _ selection: Selection) {
    let positions = nodes.indices.filter { nodes[$0].drawnByHand != nil }
    guard !positions.isEmpty else { return }
    let isAskedFor = selection.kinds.contains { $0.matches(kind: .diagram) }
    let onlySomeObjects =
      !selection.namespaces.isEmpty || selection.labels != nil || (!selection.kinds.isEmpty && !isAskedFor)
    for position in positions {
      isKept[position] = !selection.excluded.contains {
        $0.matches(nodes[position]) || $0.matchesKind(of: nodes[position])
      }
    }
    for piece in pieces(of: positions.filter { isKept[$0] }) {
      let stays: Bool
      if piece.objects.contains(where: { isKept[$0] }) {
        stays = true
      } else {
        stays = !onlySomeObjects && (piece.objects.isEmpty || isAskedFor)
      }
      for position in piece.nodes { isKept[position] = stays }
    }
  }

  /// Nodes that were written by hand and are joined to each other, with the objects at the other ends of their edges.
  package struct HandWrittenPiece: Sendable {
    package var nodes: [Int] = []
    package var objects: [Int] = []
  }

  /// The pieces that some of the nodes written by hand make.
  package func pieces(of positions: [Int]) -> [HandWrittenPiece] {
    guard !positions.isEmpty else { return [] }
    var neighbours: [Int: [Int]] = [:]
    for edge in edges where edge.kind == .connects {
      neighbours[edge.from, default: []].append(edge.to)
      neighbours[edge.to, default: []].append(edge.from)
    }
    let own = Set(positions)
    var seen: Set<Int> = []
    var pieces: [HandWrittenPiece] = []
    for start in positions where seen.insert(start).inserted {
      var piece = HandWrittenPiece(nodes: [start])
      var next = 0
      while next < piece.nodes.count {
        for neighbour in neighbours[piece.nodes[next]] ?? [] {
          if own.contains(neighbour) {
            if seen.insert(neighbour).inserted { piece.nodes.append(neighbour) }
          } else if nodes[neighbour].drawnByHand == nil {
            piece.objects.append(neighbour)
          }
        }
        next += 1
      }
      pieces.append(piece)
    }
    return pieces
  }
}
