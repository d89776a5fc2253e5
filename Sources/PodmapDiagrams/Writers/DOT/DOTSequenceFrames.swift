extension DOTSequence {
  /// Writes the frames around participants, then the blocks, outer ones first.
  mutating func writeFrames() {
    for (position, box) in layout.boxes.enumerated() {
      let look = FlowDiagram.Group.Style.pod.look
      // The frame itself is drawn apart, with gaps where texts stand.
      writeCluster(
        "a_box_\(position + 1)", "box", box.box.name, box.frame,
        "style=filled, penwidth=0, color=\"\(paint(look.ground))\", fillcolor=\"\(paint(look.ground))\"")
    }
    for (position, frame) in layout.frames.enumerated() {
      let id: DOTLine = "a_block_\(position + 1)"
      let label = frame.block.sections.map(\.label).first { !$0.isBlank } ?? frame.block.kind.rawValue
      switch frame.block.kind {
      case .group:
        writeCluster(
          id, "\(frame.block.kind)", label, frame.frame,
          "style=filled, penwidth=0, color=\"\(paint(SequenceLook.group))\", fillcolor=\"\(paint(SequenceLook.group))\""
        )
      case .loop, .optional, .alternatives, .parallel, .critical:
        writeCluster(
          id, "\(frame.block.kind)", label, frame.frame,
          "style=solid, bgcolor=\"\", color=\"\(paint(SequenceLook.frame))\"")
      }
    }
  }

  private mutating func writeCluster(
    _ id: DOTLine, _ kind: DOTLine, _ tooltip: String, _ frame: SequenceRect, _ style: DOTLine
  ) {
    out.line("subgraph cluster_\(id) {")
    out.line("  graph [id=\"\(id)\", class=\"\(kind)\", tooltip=\(DOTTooltip(tooltip)),")
    out.line("    bb=\"\(at(frame.left, frame.bottom)),\(at(frame.right, frame.top))\",")
    out.line("    \(style)]")
    out.line("}")
  }

  /// Writes the words and labels of blocks, and the names of boxes.
  mutating func writeFrameTexts() {
    for (position, box) in layout.boxes.enumerated() where !box.label.text.isEmpty {
      writeText(
        "a_box_\(position + 1)_name", "box", box.box.name, box.label, FlowDiagram.Group.Style.pod.look.stroke)
    }
    for (position, frame) in layout.frames.enumerated() {
      let id: DOTLine = "a_block_\(position + 1)"
      if let tab = frame.tab, let word = frame.block.kind.word {
        out.line("\(id)_word [")
        out.line("  id=\"\(id)_word\", class=\"word\", tooltip=\(DOTTooltip(word)), shape=box, style=filled,")
        out.line("  \(place(tab)), color=\"\(paint(SequenceLook.frame))\", fillcolor=\"\(paint(SequenceLook.tab))\",")
        out.line(
          "  fontsize=\(SequenceSize.small), fontcolor=\"\(paint(.onFill))\", label=\(DOTLabel(centred: [word]))")
        out.line("]")
      }
      for (number, label) in frame.labels.enumerated() where !label.text.isEmpty {
        writeText(
          "\(id)_label_\(number + 1)", "section", frame.block.sections[number].label, label, .quietText)
      }
    }
  }

  private mutating func writeText(
    _ id: DOTLine, _ kind: DOTLine, _ whole: String, _ label: SequenceLayout.Label, _ ink: Colour
  ) {
    out.line("\(id) [")
    out.line("  id=\"\(id)\", class=\"\(kind)\", tooltip=\(DOTTooltip(whole)), \(place(label.frame)),")
    out.line("  fontsize=\(label.text.size), fontcolor=\"\(paint(ink))\",")
    out.line("  label=\(DOTLabel(left: label.text.lines, limit: 200))")
    out.line("]")
  }

  mutating func write(_ note: SequenceLayout.Note, number: Int) {
    out.line("note_\(number) [")
    out.line("  id=\"note_\(number)\", class=\"note\", tooltip=\(DOTTooltip(note.note.text)),")
    out.line("  \(place(note.frame)), shape=box, style=filled, fontsize=\(SequenceSize.small),")
    out.line("  color=\"\(paint(SequenceLook.noteFrame))\", fillcolor=\"\(paint(SequenceLook.note))\",")
    out.line("  fontcolor=\"\(paint(.text))\", label=\(DOTLabel(centred: note.text.lines))")
    out.line("]")
  }
}
