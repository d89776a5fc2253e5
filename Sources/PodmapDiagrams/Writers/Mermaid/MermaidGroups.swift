extension MermaidFlowchart {
  private enum Step {
    case open(Int)
    case close(Int)
  }

  /// Writes all cards, each in its frames. Frames may be nested deeper than a stack allows.
  mutating func writeGroups() {
    let page = diagram.groups.count
    writeCards(in: page)
    var steps = index.groupsIn[page].reversed().map(Step.open)
    while let step = steps.popLast() {
      switch step {
      case .open(let position):
        let group = diagram.groups[position]
        // ELK drops an empty frame, and an arrow to it breaks the picture.
        if index.isEmpty(group: position) {
          writeEmpty(group)
          continue
        }
        out.line("subgraph \(group.id)[\"\(MermaidFlowchart.title(group.kind, group.name))\"]")
        out.depth += 1
        frameClasses.append((group.id, .group(group.style)))
        writeDirection(isCrossed: crossed.groups.contains(position))
        if diagram.sides != nil { openRoom(in: group.id) }
        writeNotes(in: group.id)
        writeCards(in: position)
        steps.append(.close(position))
        steps += index.groupsIn[position].reversed().map(Step.open)
      case .close:
        if diagram.sides != nil { close() }
        close()
      }
    }
  }

  private mutating func close() {
    out.depth -= 1
    out.line("end")
  }

  /// An invisible frame between a side's frame and those of its pods: dagre reserves no room for the titles of frames
  /// in frames that lines cross.
  private mutating func openRoom(in frame: ElementID) {
    out.line("subgraph note_\(frame)_room[\" \"]")
    out.depth += 1
    frameClasses.append((ElementID(trusted: "note_\(frame.text)_room"), .note))
  }

  private mutating func writeCards(in group: Int) {
    for position in index.cardsIn[group] {
      let card = diagram.cards[position]
      if card.isFrame { writeExpanded(card, isCrossed: crossed.cards.contains(position)) } else { write(card) }
    }
  }

  private mutating func writeEmpty(_ group: FlowDiagram.Group) {
    var label = MermaidLabel()
    label.add("\(MermaidFlowchart.title(group.kind, group.name))")
    label.add("(empty)")
    addNotes(of: group.id, to: &label)
    out.line("\(group.id)[\"\(label)\"]:::\(use(.absence(.external)))")
  }

  /// A frame's notes in a separate box, because its title is one line.
  private mutating func writeNotes(in frame: ElementID) {
    var label = MermaidLabel()
    addNotes(of: frame, to: &label)
    if label.text.isEmpty { return }
    out.line("note_\(frame)[\"\(label)\"]:::\(use(.note))")
  }

  func addNotes(of element: ElementID, to label: inout MermaidLabel) {
    for note in plan.shownNotes(in: element) { label.add("\(MermaidText(note, limit: 100))") }
  }

  /// A frame's title. 11.0 to 11.12 break it at 200 pixels and draw the rest over the content, so it is
  /// kept short.
  static func title(_ kind: String, _ name: String) -> MermaidLine {
    if kind.isBlank { return "\(MermaidText(name.isBlank ? "(no name)" : name, limit: 36))" }
    if name.isBlank { return "\(MermaidText(kind, limit: 36))" }
    return "\(MermaidText(kind, limit: 20)) \(MermaidText(name, limit: 32))"
  }
}
