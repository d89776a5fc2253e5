import PodmapManifests
import PodmapTestSupport
import Testing

@testable import PodmapDiagrams

/// What must hold of the places in every sequence picture.
@Suite("Places in sequence pictures")
struct SequenceLayoutTests {
  @Test("Nothing overlaps, in every sample", arguments: SequencePictures.all.map(\.name))
  func samples(_ name: String) throws {
    let diagram = try #require(SequencePictures.all.first { $0.name == name }).diagram
    for hasIcons in [false, true] { expectOrder(in: diagram, hasIcons: hasIcons) }
  }

  @Test("The same applies to random diagrams")
  func random() {
    for seed in 1...150 {
      var random = RandomSequence(seed: UInt64(seed))
      expectOrder(in: random.diagram(), hasIcons: seed % 2 == 0)
    }
  }

  @Test("The same applies to every hostile text, everywhere in a diagram")
  func hostile() {
    for text in HostileTexts.phrases { expectOrder(in: SequencePictures.saying(text), hasIcons: true) }
  }

  @Test("Six participants fit a page of 830 pixels with letters of 9 pixels")
  func page() {
    for diagram in [SequencePictures.six, SequencePictures.life] {
      let layout = SequenceLayout(diagram, hasIcons: true)
      let frames = layout.heads.map(\.frame) + layout.boxes.map(\.frame) + layout.frames.map(\.frame)
      let width = (frames.map(\.right).max() ?? 0) - (frames.map(\.left).min() ?? 0)
      #expect(SequenceSize.small * 830 >= 9 * (width + 30), "\(width)")
    }
  }

  @Test("Columns are as wide as messages need, and no wider")
  func narrow() {
    func width(_ text: String) -> Int {
      let diagram = SequencePictures.diagram(
        "", [(.workload, .pod, "a", ""), (.workload, .pod, "b", "")], [SequencePictures.send(0, 1, text)])
      let places = SequenceColumns(diagram, hasIcons: true).places
      return places[1] - places[0]
    }
    #expect(width("x") < 90)
    #expect(width("a text of some words") > width("x"))
    #expect(width(String(repeating: "long words ", count: 200)) <= 300)
  }

  @Test("Only tall pictures repeat their participants at the bottom, except those that are destroyed")
  func feet() {
    func feet(_ diagram: SequenceDiagram) -> [Int] {
      SequenceLayout(diagram, hasIcons: true).heads.filter(\.isFoot).map(\.participant)
    }
    #expect(feet(SequencePictures.first).isEmpty)
    #expect(feet(SequencePictures.tall) == [0, 1, 2])
    var diagram = SequencePictures.tall
    diagram.steps.append(SequencePictures.send(1, 2, "ends it", .solid, .arrow, .destroys))
    #expect(feet(diagram) == [0, 1])
  }

  @Test("A bar begins and ends at the arrows beside it, and arrows end at its sides")
  func bars() throws {
    let layout = SequenceLayout(SequencePictures.first, hasIcons: true)
    let bar = try #require(layout.bars.first)
    #expect(layout.bars.count == 1)
    #expect(bar.pieces == [layout.arrows[0].to.y...layout.arrows[4].from.y])
    #expect(layout.arrows[0].to.x == bar.x - SequenceSize.bar)
    #expect(layout.arrows[1].from.x == bar.x + SequenceSize.bar)
    #expect(layout.arrows[3].from.x == layout.arrows[3].to.x)
    #expect(layout.arrows[5].from.x == layout.lifelines[0].x && layout.arrows[5].to.x == layout.lifelines[2].x)
  }

  @Test("A participant that is created is beside the arrow that creates it")
  func created() throws {
    let layout = SequenceLayout(SequencePictures.ends, hasIcons: true)
    let head = try #require(layout.heads.first { $0.participant == 1 })
    #expect(head.frame.top < layout.arrows[0].to.y && layout.arrows[0].to.y < head.frame.bottom)
    #expect(layout.arrows[0].to.x == head.frame.left)
    #expect(layout.lifelines.first { $0.participant == 1 }?.pieces.first?.lowerBound == head.frame.bottom)
    #expect(layout.endings.map(\.x) == [2, 1].map { column in layout.lifelines.first { $0.participant == column }?.x })
  }

  @Test("Every colour of a picture has a dark counterpart")
  func colours() {
    for (name, diagram) in SequencePictures.all {
      for palette in Theme.palettes {
        let colours = StyleClass.all.flatMap { [$0.fill, $0.stroke, $0.text, $0.smallText] }.compactMap(\.self)
        let known = Set(colours.map { $0.paint(palette).digits })
        let text = dotText(of: diagram, by: DOTWriter(palette: palette))
        let used = Set(text.matches(of: /"#([0-9a-f]{6})"/).map { String($0.1) })
        #expect(!used.isEmpty && used.isSubset(of: known), "\(name)")
      }
    }
  }

  private func expectOrder(in diagram: SequenceDiagram, hasIcons: Bool) {
    let layout = SequenceLayout(diagram, hasIcons: hasIcons)
    let words =
      layout.arrows.map(\.label.frame) + layout.boxes.map(\.label.frame) + layout.frames.compactMap(\.tab)
      + layout.frames.flatMap(\.labels).filter { !$0.text.isEmpty }.map(\.frame)
      + (layout.title.map { [$0.frame] } ?? [])
    let blocks = layout.heads.map(\.frame) + layout.notes.map(\.frame)
    let all = words + blocks
    for (position, frame) in all.enumerated() {
      #expect(frame.width >= 0 && frame.height >= 0)
      for other in all[(position + 1)...] where frame.overlaps(other) {
        Issue.record("\(diagram.title): \(frame) is on \(other)")
      }
    }
    // A line from top to bottom runs through no text.
    for line in layout.lifelines + layout.bars + layout.boxes.flatMap(\.sides) {
      for piece in line.pieces {
        let place = SequenceRect(left: line.x, top: piece.lowerBound, right: line.x + 1, bottom: piece.upperBound)
        for text in words where text.overlaps(place) { Issue.record("\(diagram.title): \(line) is on \(text)") }
      }
    }
    expectEnds(in: diagram, layout)
    var counter = Counter()
    expectEnclosed(diagram.steps, by: nil, layout, &counter)
    #expect(counter.arrow == layout.arrows.count && counter.block == layout.frames.count)
    for box in layout.boxes {
      for head in layout.heads where box.box.participants.contains(head.participant) {
        #expect(box.frame.contains(head.frame), "\(diagram.title): \(box.box.name)")
      }
      for head in layout.heads where !box.box.participants.contains(head.participant) {
        #expect(!box.frame.overlaps(head.frame), "\(diagram.title): \(box.box.name)")
      }
      #expect(box.label.frame.right <= box.frame.right && box.frame.bottom <= layout.bottom)
    }
  }

  private func expectEnds(in diagram: SequenceDiagram, _ layout: SequenceLayout) {
    var last = 0
    for arrow in layout.arrows {
      let own = arrow.message.from == arrow.message.to
      #expect(arrow.from.y > last, "arrows stand below each other")
      last = arrow.to.y
      for (column, point) in [(arrow.message.from, arrow.from), (arrow.message.to, arrow.to)] {
        guard let line = layout.lifelines.first(where: { $0.participant == column }),
          let head = layout.heads.first(where: { $0.participant == column && !$0.isFoot })
        else {
          Issue.record("no lifeline")
          continue
        }
        if column == arrow.message.to, arrow.message.effect == .creates {
          #expect(point.x == (arrow.message.from < column ? head.frame.left : head.frame.right))
        } else {
          let bars = layout.bars.filter { bar in bar.participant == column }
          #expect(abs(point.x - line.x) <= SequenceSize.bar * (bars.count + 1) + SequenceSize.cross, "\(diagram.title)")
          #expect(point.y >= head.frame.bottom, "\(diagram.title)")
          #expect(head.frame.left + head.frame.right == 2 * line.x, "a lifeline leaves the middle of its head")
        }
      }
      if !own {
        let (left, right) = (min(arrow.from.x, arrow.to.x), max(arrow.from.x, arrow.to.x))
        #expect(left <= arrow.label.frame.left + 1 && arrow.label.frame.right - 1 <= right, "\(diagram.title)")
        #expect(arrow.label.frame.bottom < arrow.from.y)
      }
    }
  }

  private struct Counter {
    var arrow = 0
    var note = 0
    var block = 0
  }

  /// Walks the steps as the layout does.
  private func expectEnclosed(
    _ steps: [SequenceDiagram.Step], by frame: SequenceRect?, _ layout: SequenceLayout, _ counter: inout Counter
  ) {
    func expectInside(_ part: SequenceRect) {
      if let frame { #expect(frame.contains(part), "\(frame) has no room for \(part)") }
    }
    for step in steps {
      switch step {
      case .message:
        let arrow = layout.arrows[counter.arrow]
        counter.arrow += 1
        expectInside(arrow.label.frame)
        let (left, right) = (min(arrow.from.x, arrow.to.x), max(arrow.from.x, arrow.to.x))
        expectInside(SequenceRect(left: left, top: arrow.from.y, right: right, bottom: arrow.to.y))
      case .note(let note):
        guard !note.text.cleaned().isEmpty else { continue }
        expectInside(layout.notes[counter.note].frame)
        counter.note += 1
      case .block(let block):
        let inner = layout.frames[counter.block]
        counter.block += 1
        #expect(inner.block == block)
        #expect(inner.dividers.count == block.sections.count - 1)
        expectInside(inner.frame)
        for label in inner.labels where !label.text.isEmpty { #expect(inner.frame.contains(label.frame)) }
        if let tab = inner.tab { #expect(inner.frame.contains(tab)) }
        for section in block.sections { expectEnclosed(section.steps, by: inner.frame, layout, &counter) }
      case .activate, .deactivate: break
      }
    }
  }
}
