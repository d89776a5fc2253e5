extension MermaidFlowchart {
  /// Writes a card as one box; the containers of a compact pod are lines of its text.
  mutating func write(_ card: FlowDiagram.Card) {
    var label = MermaidLabel()
    if !card.heading.isBlank { label.add("\(MermaidText(card.heading, limit: 60))") }
    for line in card.isProse ? card.nameLines : [card.signedName] { label.add("\(MermaidText(line, limit: 60))") }
    if let word = card.presence.word { label.add("(\(MermaidText(word)))") }
    for line in card.lines { label.add("\(MermaidText(line))") }
    if let pod = card.pod { addRows(of: pod, to: &label) }
    addNotes(of: card.id, to: &label)
    let shape = shape(of: card)
    out.line("\(card.id)\(shape.start)\"\(label)\"\(shape.end):::\(use(look(of: card)))")
  }

  private func look(of card: FlowDiagram.Card) -> MermaidClass {
    if let mark = card.mark, mark != .kept || card.presence == .present { return .mark(mark) }
    return switch card.presence {
    case .present: .card(card.style)
    case .missing, .external, .notInInput: .absence(card.presence)
    }
  }

  /// Uses only the classic shapes; named ones make drawing fail before 11.3.
  private func shape(of card: FlowDiagram.Card) -> (start: MermaidLine, end: MermaidLine) {
    // Some versions draw the dashes of round shapes as an unbroken line.
    if card.presence != .present || card.mark == .removed { return ("[", "]") }
    return switch card.style {
    case .workload, .job, .node, .other, .cluster, .container, .plain: ("[", "]")
    case .service, .outside, .user: ("([", "])")
    case .entry: ("{{", "}}")
    case .storage: ("[(", ")]")
    case .secret: ("[[", "]]")
    case .configuration, .identity, .policy, .network: ("(", ")")
    }
  }

  private func addRows(of pod: PodContent, to label: inout MermaidLabel) {
    if !pod.containers.isEmpty { label.add("———") }
    for container in pod.containers { label.add(row(of: container)) }
    for container in pod.containers {
      for line in container.lines where pod.containers.count == 1 { label.add("\(MermaidText(line))") }
    }
    let shared = pod.volumes.filter(\.isShared)
    if !shared.isEmpty || !pod.shared.isEmpty { label.add("———") }
    for volume in shared {
      label.add("\(MermaidText(volume.name, limit: 40)): \(MermaidText(pod.sharers(of: volume), limit: 100))")
    }
    for line in pod.shared { label.add("\(MermaidText(line))") }
  }

  /// "init 1 migrate · shop-migrate:1.4" or "app server · shop:2.3 · 8080/TCP http".
  private func row(of container: PodContent.Container) -> MermaidLine {
    let pattern: MermaidLine = container.patternWord.map { " (\(MermaidText($0)))" } ?? ""
    return
      "\(MermaidText(container.signedRole)) \(MermaidText(container.name, limit: 40))\(pattern)\(facts(of: container))"
  }

  private func facts(of container: PodContent.Container) -> MermaidLine {
    let ports = container.ports.joined(separator: ", ")
    return switch (container.image.isBlank, ports.isBlank) {
    case (true, true): ""
    case (false, true): " · \(MermaidText(container.shortImage, limit: 44))"
    case (true, false): " · \(MermaidText(ports, limit: 60))"
    case (false, false): " · \(MermaidText(container.shortImage, limit: 44)) · \(MermaidText(ports, limit: 60))"
    }
  }
}
