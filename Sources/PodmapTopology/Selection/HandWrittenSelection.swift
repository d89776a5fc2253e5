extension Topology {
  /// Decides which hand-written nodes are kept, once all other nodes are decided: they stay with what they belong to.
  ///
  /// Nodes that are joined to each other form one piece. A piece that is joined to objects is kept if one of them is. A
  /// piece without objects is kept unless the selection asks for certain objects only.
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

  /// Hand-written nodes that are joined to each other, and the objects that they are joined to.
  package struct HandWrittenPiece: Sendable {
    package var nodes: [Int] = []
    package var objects: [Int] = []
  }

  /// The pieces that some hand-written nodes form.
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
