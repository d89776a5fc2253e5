import PodmapTopology

extension CondensingRule {
  /// Containers and the volumes of a pod are rows of its card, so what happens inside a pod is never a line. What a
  /// policy allows is never a line either: the policy's own words say it.
  static let lift = CondensingRule("lift") { $0.lift() }
}

extension Condensing {
  fileprivate mutating func lift() {
    for position in links.indices {
      guard let link = links[position] else { continue }
      if link.kind == .allows, !isWhole {
        cards[link.from].represents.links.append(position)
        state([position])
      } else if link.from == link.to, !isLoop(position) {
        stateInside(position, at: link.from)
      }
    }
  }
}
