extension DOTGraph {
  /// One row: the role, then the container. Incoming lines end at the role's cell, outgoing ones start
  /// at the other.
  mutating func write(_ container: PodContent.Container) {
    let family = container.role.family
    var role = DOTCell()
    role.add(container.role.word, family.fill)
    var facts = DOTCell()
    facts.add(container.name.isBlank ? "(no name)" : container.name, size: 12, .text)
    facts.add(container.image)
    for line in container.ports + container.lines { facts.add(line) }
    writeRow(container.id, ground: family.pale, role, facts)
  }

  /// What a card says below its containers: what they share, its facts, links within it.
  mutating func writeFoot(of card: FlowDiagram.Card) {
    let hasRows = !(card.pod?.containers.isEmpty ?? true)
    for volume in card.pod?.volumes ?? [] where volume.isShared || plan.rows.contains(volume.id) {
      write(volume, in: card)
    }
    var foot = DOTCell()
    for line in card.lines + (card.pod?.shared ?? []) + plan.shownNotes(in: card.id) { foot.add(line) }
    if foot.content.text.isEmpty { return }
    let border: DOTLine = hasRows ? " border=\"1\" sides=\"t\" color=\"\(Colour.hairline)\"" : ""
    out.line("<tr><td colspan=\"2\" align=\"left\"\(border)>\(foot.content)</td></tr>")
  }

  private mutating func write(_ volume: PodContent.Volume, in card: FlowDiagram.Card) {
    var word = DOTCell()
    word.add("volume", FlowDiagram.Card.Style.storage.look.fill)
    var facts = DOTCell()
    facts.add(volume.name.isBlank ? "(no name)" : volume.name, size: 10, .text)
    facts.add(volume.source)
    facts.add(card.pod?.sharers(of: volume) ?? "")
    writeRow(volume.id, ground: .white, word, facts)
  }

  private mutating func writeRow(_ id: ElementID, ground: Colour, _ left: DOTCell, _ right: DOTCell) {
    let line: DOTLine = "border=\"1\" sides=\"t\" color=\"\(Colour.hairline)\" align=\"left\" valign=\"top\""
    out.line("<tr><td port=\"\(id)\" \(line) bgcolor=\"\(ground)\">\(left.content)</td>")
    out.line("<td port=\"\(id)_out\" \(line)>\(right.content)</td></tr>")
  }
}
