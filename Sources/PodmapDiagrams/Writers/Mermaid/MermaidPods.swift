extension MermaidFlowchart {
  /// Writes a pod as a frame with a box for each container and volume, and the lines between them.
  mutating func writeExpanded(_ card: FlowDiagram.Card, isCrossed: Bool) {
    guard let pod = card.pod else { return }
    out.line("subgraph \(card.id)[\"\(frameTitle(of: card))\"]")
    out.depth += 1
    frameClasses.append((card.id, frameLook(of: card)))
    writeDirection(isCrossed: isCrossed)
    let hasFacts = writeFacts(of: card)
    for container in pod.containers { write(container) }
    for volume in pod.volumes {
      var label = MermaidLabel()
      label.add("\(MermaidText("volume " + (volume.name.isBlank ? "(no name)" : volume.name), limit: 60))")
      if !volume.source.isBlank { label.add("\(MermaidText(volume.source, limit: 60))") }
      if volume.mounts.isEmpty { label.add("mounted by no container") }
      addNotes(of: volume.id, to: &label)
      out.line("\(volume.id)[(\"\(label)\")]:::\(use(.card(.storage)))")
    }
    // The facts are above what they are about, not wherever the layout has room.
    if hasFacts, diagram.sides == nil, let first = pod.containers.first?.id ?? pod.volumes.first?.id {
      out.link("note_\(card.id) ~~~ \(first)")
    }
    if diagram.sides == nil { writeStartOrder(of: pod) }
    for volume in pod.volumes { writeMounts(of: volume, in: pod) }
    out.depth -= 1
    out.line("end")
  }

  /// The name; with a mark, the kind too, because then a box for the kind would be in the way of the marks.
  private func frameTitle(of card: FlowDiagram.Card) -> MermaidLine {
    guard let mark = card.mark else { return "\(MermaidText(card.shownName, limit: 32))" }
    return MermaidFlowchart.title(mark.signed(card.heading), card.shownName)
  }

  private func frameLook(of card: FlowDiagram.Card) -> MermaidClass {
    if card.presence != .present { return .absence(card.presence) }
    return card.mark.map { .markFrame($0) } ?? .pod
  }

  /// The texts of a card above its containers, in a box without a frame: a title has one line.
  private mutating func writeFacts(of card: FlowDiagram.Card) -> Bool {
    let label = facts(of: card)
    if label.text.isEmpty { return false }
    out.line("note_\(card.id)[\"\(label)\"]:::\(use(.note))")
    return true
  }

  func hasFacts(_ card: FlowDiagram.Card) -> Bool { !facts(of: card).text.isEmpty }

  private func facts(of card: FlowDiagram.Card) -> MermaidLabel {
    var label = MermaidLabel()
    if !card.heading.isBlank, card.mark == nil { label.add("\(MermaidText(card.heading, limit: 60))") }
    if let word = card.presence.word { label.add("(\(MermaidText(word)))") }
    for line in card.lines + (card.pod?.shared ?? []) { label.add("\(MermaidText(line))") }
    addNotes(of: card.id, to: &label)
    return label
  }

  private mutating func write(_ container: PodContent.Container) {
    var label = MermaidLabel()
    let name = container.name.isBlank ? "(no name)" : container.name
    label.add("\(MermaidText(container.signedRole)) \(MermaidText(name, limit: 40))")
    if !container.image.isBlank { label.add("\(MermaidText(container.shortImage, limit: 60))") }
    if !container.ports.isEmpty { label.add("\(MermaidText(container.ports.joined(separator: ", ")))") }
    for line in container.patternLines + container.lines { label.add("\(MermaidText(line))") }
    addNotes(of: container.id, to: &label)
    out.line("\(container.id)[\"\(label)\"]:::\(use(container.mark.map { .mark($0) } ?? .role(container.role.family)))")
  }

  /// Init containers and native sidecars start one after the other, then all app containers.
  private mutating func writeStartOrder(of pod: PodContent) {
    let steps = pod.containers.compactMap { container in container.role.step.map { (step: $0, id: container.id) } }
      .sorted { $0.step < $1.step }
    for (one, next) in zip(steps, steps.dropFirst()) {
      out.link("\(one.id) -.->|\"then\"| \(next.id)")
    }
    guard let last = steps.last else { return }
    for container in pod.containers where container.role == .app {
      out.link("\(last.id) -.->|\"then\"| \(container.id)")
    }
  }

  /// Data flows through a volume only if exactly one container can write; otherwise the lines have no direction.
  private mutating func writeMounts(of volume: PodContent.Volume, in pod: PodContent) {
    var writer: Int?
    if case .oneWriter(let position, _) = volume.flow { writer = position }
    for mount in volume.mounts where pod.containers.indices.contains(mount.container) {
      let container = pod.containers[mount.container].id
      let path: MermaidLine = mount.path.isBlank ? "" : "|\"\(MermaidText(mount.path, limit: 40))\"|"
      switch writer {
      case nil: out.link("\(container) ---\(path) \(volume.id)")
      case mount.container: out.link("\(container) -->\(path) \(volume.id)")
      default: out.link("\(volume.id) -->\(path) \(container)")
      }
    }
  }
}
