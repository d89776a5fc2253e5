extension DOTSequence {
  /// Writes the frames around participants, then the blocks, outer ones first.
  mutating func writeFrames() {
    for (position, box) in layout.boxes.enumerated() {
      // The frame itself is drawn separately, with gaps for texts.
      writeCluster("a_box_\(position + 1)", .boxGround, "box", box.box.name, box.frame)
    }
    for (position, frame) in layout.frames.enumerated() {
      let id: DOTLine = "a_block_\(position + 1)"
      let label = frame.block.sections.map(\.label).first { !$0.isBlank } ?? frame.block.kind.rawValue
      switch frame.block.kind {
      case .group:
        writeCluster(id, .stepsGround, "\(frame.block.kind)", label, frame.frame)
      case .loop, .optional, .alternatives, .parallel, .critical:
        writeCluster(id, .blockFrame, "\(frame.block.kind)", label, frame.frame)
      }
    }
  }

  private mutating func writeCluster(
    _ id: DOTLine, _ style: StyleClass, _ kind: DOTLine, _ tooltip: String, _ frame: SequenceRect
  ) {
    let outline = paint(style.stroke)
    let look: DOTLine =
      style.fill.map { "style=filled, penwidth=0, color=\"\(outline)\", fillcolor=\"\(paint($0))\"" }
      ?? "style=solid, bgcolor=\"\", color=\"\(outline)\""
    out.line("subgraph cluster_\(id) {")
    out.line("  graph [id=\"\(id)\", class=\"\(style) \(kind)\", tooltip=\(DOTTooltip(tooltip)),")
    out.line("    bb=\"\(at(frame.left, frame.bottom)),\(at(frame.right, frame.top))\",")
    out.line("    \(look)]")
    out.line("}")
  }

  /// Writes the words and labels of blocks, and the names of boxes.
  mutating func writeFrameTexts() {
    for (position, box) in layout.boxes.enumerated() where !box.label.text.isEmpty {
      writeText("a_box_\(position + 1)_name", .boxName, "box", box.box.name, box.label)
    }
    for (position, frame) in layout.frames.enumerated() {
      let id: DOTLine = "a_block_\(position + 1)"
      if let tab = frame.tab, let word = frame.block.kind.word {
        out.line("\(id)_word [")
        out.line(
          "  id=\"\(id)_word\", class=\"\(StyleClass.blockWord) word\", tooltip=\(DOTTooltip(word)), shape=box, style=filled,"
        )
        out.line("  \(place(tab)), color=\"\(paint(.blockFrame))\", fillcolor=\"\(paint(.blockTab))\",")
        out.line(
          "  fontsize=\(SequenceSize.small), fontcolor=\"\(paint(.onFill))\", label=\(DOTLabel(centred: [word]))")
        out.line("]")
      }
      for (number, label) in frame.labels.enumerated() where !label.text.isEmpty {
        writeText(
          "\(id)_label_\(number + 1)", .sectionLabel, "section", frame.block.sections[number].label, label)
      }
    }
  }

  private mutating func writeText(
    _ id: DOTLine, _ style: StyleClass, _ kind: DOTLine, _ whole: String, _ label: SequenceLayout.Label
  ) {
    out.line("\(id) [")
    out.line("  id=\"\(id)\", class=\"\(style) \(kind)\", tooltip=\(DOTTooltip(whole)), \(place(label.frame)),")
    out.line("  fontsize=\(label.text.size), fontcolor=\"\(paint(style.text))\",")
    out.line("  label=\(DOTLabel(left: label.text.lines, limit: 200))")
    out.line("]")
  }

  mutating func write(_ note: SequenceLayout.Note, number: Int) {
    out.line("note_\(number) [")
    out.line("  id=\"note_\(number)\", class=\"\(StyleClass.note) note\", tooltip=\(DOTTooltip(note.note.text)),")
    out.line("  \(place(note.frame)), shape=box, style=filled, fontsize=\(SequenceSize.small),")
    out.line("  color=\"\(paint(.noteFrame))\", fillcolor=\"\(paint(.noteGround))\",")
    out.line("  fontcolor=\"\(paint(.text))\", label=\(DOTLabel(centred: note.text.lines))")
    out.line("]")
  }
}
