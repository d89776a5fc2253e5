import Foundation
import PodmapDiagrams
import PodmapTestSupport
import Testing

/// What Graphviz draws of our sequence diagrams.
@Suite("Sequence pictures")
struct SequenceDrawingTests {
  @Test("DOT text is as committed", arguments: SequencePictures.all.map(\.name))
  func golden(_ name: String) throws {
    try Golden().check(dotText(of: sample(name)), named: name + ".dot")
  }

  @Test(
    "Graphviz draws every sample without a message: each participant, arrow, note and frame once",
    arguments: SequencePictures.all.map(\.name))
  func structure(_ name: String) throws {
    let diagram = try sample(name)
    try expectStructure(of: diagram, in: GraphvizCheck().layOut(dotText(of: diagram)))
  }

  @Test("The same applies to random diagrams, in both themes and with places for icons")
  func random() throws {
    for seed in 1...30 {
      var random = RandomSequence(seed: UInt64(seed))
      let diagram = random.diagram()
      let writer = DOTWriter(palette: seed % 2 == 0 ? .light : .dark, icons: seed % 3 == 0 ? .none : .places)
      try expectStructure(of: diagram, in: GraphvizCheck().layOut(dotText(of: diagram, by: writer)))
    }
  }

  @Test("The program for graphs with positions draws the same picture, whatever its options")
  func engines() throws {
    let text = dotText(of: SequencePictures.life)
    let expected = try run(try find("dot", install: "apt-get install graphviz"), ["-Tsvg"], input: Data(text.utf8))
    for (program, options) in [("dot", ["-Knop2"]), ("neato", ["-n2"]), ("neato", [])] {
      let drawn = try run(
        try find(program, install: "apt-get install graphviz"), options + ["-Tsvg"], input: Data(text.utf8))
      #expect(drawn.exitCode == 0 && drawn.errors.isEmpty, "\(program) \(options): \(drawn.errors)")
      #expect(drawn.output == expected.output, "\(program) \(options)")
    }
  }

  @Test("A reader sees every hostile text unchanged, and it changes no structure")
  func hostileTexts() throws {
    let check = try GraphvizCheck()
    let phrases = HostileTexts.phrases
    for start in stride(from: 0, to: phrases.count, by: 12) {
      let texts = Array(phrases[start..<min(start + 12, phrases.count)])
      let diagram = SequencePictures.sayingAll(texts)
      let elements = try check.layOut(dotText(of: diagram))
      try expectStructure(of: diagram, in: elements)
      let byID = Dictionary(elements.map { ($0.id, $0) }) { first, _ in first }
      var notes = 0
      for (position, text) in texts.enumerated() {
        let whole = squeezed(seen(text, limit: 1_000_000))
        let blank = seen(text, limit: 1_000_000).isEmpty
        let (link, block) = (4 * position, 2 * position)
        var places: [(id: String, shown: String)] = (1...4).map { ("link_\(link + $0)_text", blank ? "…" : whole) }
        places += (1...2).map { ("a_block_\(block + $0)_label_1", whole) }
        places += [("a_box_\(position + 1)_name", whole)]
        places += [(diagram.participants[position].id.text, blank ? "(noname)" : whole + whole)]
        // A note without a text is none.
        if !blank {
          places += (1...2).map { ("note_\(notes + $0)", whole) }
          notes += 2
        }
        // Longer ones are cut.
        guard whole.unicodeScalars.count <= 10 else { continue }
        for place in places {
          let shown = squeezed((byID[place.id]?.texts ?? []).map(asShown).joined())
          #expect(
            shown.unicodeScalars.elementsEqual(place.shown.unicodeScalars),
            "\(place.id) of \(text.debugDescription) shows \(shown.debugDescription)")
        }
      }
    }
  }

  @Test("A request that never arrives has a cross and a colour; answers are dashed; icons and people are drawn")
  func looks() throws {
    let text = dotText(of: SequencePictures.first, by: PictureLook().writerForSVG)
    let elements = try GraphvizCheck().layOut(text)
    let classes = Dictionary(elements.map { ($0.id, $0.classes) }) { first, _ in first }
    #expect(classes["link_1"] == ["edge", "messageArrow", "message"])
    #expect(classes["link_3"] == ["edge", "messageArrow", "message", "answer"])
    #expect(classes["link_6"] == ["edge", "lostArrow", "message", "lost"])
    #expect(classes["link_6_head"] == ["edge", "lostArrow", "head"])
    #expect(
      classes[SequencePictures.first.participants[0].id.text] == ["node", "personParticipant", "participant", "user"])
    let lost = try #require(text.split(separator: "id=\"link_6\"").last?.split(separator: "]").first)
    #expect(lost.contains("#c9252d"))
    let svg = SVGPicture(
      Array(try run(find("dot", install: "apt-get install graphviz"), ["-Tsvg"], input: Data(text.utf8)).output),
      title: SequencePictures.first.title, description: SequencePictures.first.summary, PictureLook())
    let document = String(decoding: svg.bytes, as: UTF8.self)
    #expect(document.matches(of: /<use xlink:href="#podmap-icon-/).count == 3)
    #expect(document.contains("<title id=\"podmap-title\">A request for the shop</title>"))
    #expect(document.contains("prefers-color-scheme:dark"))
    #expect(!document.contains("target="), "a cell was left without its class or icon")
  }

  @Test("The icons of a picture are in files for formats that Graphviz draws entirely")
  func iconFiles() {
    let files = IconSet().files(for: SequencePictures.first, theme: .light).map(\.name)
    #expect(Set(files) == ["user-quiet-16.svg", "deployment-16.svg", "statefulSet-16.svg"])
    let text = dotText(of: SequencePictures.first, by: PictureLook().writerWithFiles)
    for file in files { #expect(text.contains("src=\"\(file)\"")) }
  }

  private func sample(_ name: String) throws -> SequenceDiagram {
    try #require(SequencePictures.all.first { $0.name == name }).diagram
  }

  private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// What the picture should hold, worked out apart from the writer.
  private func expectStructure(of diagram: SequenceDiagram, in elements: [GraphvizCheck.Element]) throws {
    var arrows: [String] = []
    var notes = 0
    var blocks: [String] = []
    func walk(_ steps: [SequenceDiagram.Step]) {
      for step in steps {
        switch step {
        case .message(let message):
          arrows.append("\(diagram.participants[message.from].id.text)->\(diagram.participants[message.to].id.text)")
        case .note(let note): notes += seen(note.text, limit: 1_000).isEmpty ? 0 : 1
        case .block(let block):
          blocks.append(block.kind.rawValue)
          for section in block.sections { walk(section.steps) }
        case .activate, .deactivate: break
        }
      }
    }
    walk(diagram.steps)
    func all(_ type: String, _ kind: String) -> [GraphvizCheck.Element] {
      elements.filter { $0.classes.first == type && $0.classes.dropFirst().contains(kind) }
    }
    expectSame(all("edge", "message").map { $0.id }, arrows.indices.map { "link_\($0 + 1)" }, "arrows")
    expectSame(all("edge", "message").map(\.title), arrows, "ends of arrows")
    expectSame(all("node", "message").map { $0.id }, arrows.indices.map { "link_\($0 + 1)_text" }, "texts")
    #expect(all("node", "note").count == notes)
    let heads = Set(all("node", "participant").map(\.id).filter { !$0.hasPrefix("a_foot_") })
    expectSame(heads.sorted(), diagram.participants.map(\.id.text).sorted(), "participants")
    let frames = elements.filter { $0.classes.first == "cluster" }
    expectSame(frames.map { $0.classes[2] }, diagram.boxes.map { _ in "box" } + blocks, "frames")
    #expect(all("edge", "lifeline").count == diagram.participants.count)
    #expect(Set(elements.map(\.id)).count == elements.count, "ids are unique")
    #expect(elements.allSatisfy { !$0.tooltip.isEmpty })
  }

  private func expectSame(_ found: [String], _ expected: [String], _ what: String) {
    #expect(found.sorted() == expected.sorted(), "\(what)")
  }
}

func dotText(of diagram: SequenceDiagram, by writer: DOTWriter = DOTWriter()) -> String {
  var text = ""
  writer.write(diagram, to: &text)
  return text
}
