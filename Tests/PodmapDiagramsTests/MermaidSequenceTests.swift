@testable import PodmapDiagrams
import PodmapTestSupport
import Testing

/// What the real mermaid.js draws of our sequence diagrams.
@Suite("Sequence diagrams in Mermaid") struct MermaidSequenceTests {
  @Test("Mermaid text is as committed", arguments: SampleSequences.all.map(\.name))
  func golden(_ name: String) throws {
    let sample = try #require(SampleSequences.all.first { $0.name == name })
    try Golden().check(MermaidSequenceWriter().text(of: sample.diagram), named: name + ".mmd")
  }

  @Suite("Sequence diagrams in a browser")
  struct BrowserTests {
    @Test("Mermaid sees the participants, messages and blocks that every sample has, and nothing else")
    func structure() throws {
      let samples = SampleSequences.all.filter { !$0.diagram.participants.isEmpty }
      let results = try MermaidCheck().draw(samples.map { MermaidSequenceWriter().text(of: $0.diagram) })
      for (sample, result) in zip(samples, results) {
        expectStructure(of: sample.diagram, in: result, sample.name)
      }
    }

    @Test("A reader sees every hostile text unchanged, as a name, a message and a note")
    func hostileTexts() throws {
      // Longer ones are cut in places of their own.
      let texts = HostileTexts.all.filter { !seen($0, limit: 1_000).isEmpty && seen($0, limit: 1_000).count <= 40 }
      #expect(texts.count > 800)
      let slices = stride(from: 0, to: texts.count, by: 25).map { Array(texts[$0..<min($0 + 25, texts.count)]) }
      let diagrams = slices.map(hostile)
      let results = try MermaidCheck().draw(diagrams.map { MermaidSequenceWriter().text(of: $0) })
      for (position, result) in results.enumerated() {
        expectStructure(of: diagrams[position], in: result, "texts from \(slices[position][0].debugDescription)")
        let wanted = slices[position].map { seen($0, limit: 1_000) }
        // Lines of one text are elements of their own.
        let expected = wanted.map(Self.letters)
        #expect(Self.letters((result.drawn?.messages ?? []).joined()) == expected.joined())
        #expect(Self.letters((result.drawn?.notes ?? []).joined()) == expected.joined())
        // Lines of a name are elements of their own, and equal ones are one.
        let actors = Self.letters((result.drawn?.actors ?? []).joined())
        for word in wanted.joined(separator: " ").split(separator: " ") where !actors.contains(word) {
          Issue.record("the word \(word.debugDescription) of a name is not seen")
        }
      }
    }

    @Test("Texts of any length with any characters change no structure, wherever they are")
    func hostilePlaces() throws {
      let diagrams = HostileTexts.phrases.map { text in
        var diagram = SequenceDiagram(
          title: text, summary: text,
          participants: SampleSequences.participants([text, text, "z"], styles: [.user, .workload]),
          boxes: [.init(name: text, participants: 0...1)])
        diagram.participants[1].detail = text
        diagram.steps = SequenceDiagram.Block.Kind.allCases.map {
          .block(.init($0, [.init(text, [.message(.init(from: 0, to: 1, text))])]))
        }
        diagram.steps += [
          .message(.init(from: 1, to: 2, text, effect: .creates)),
          .message(.init(from: 1, to: 2, text, effect: .destroys)),
          .block(
            .init(
              .alternatives,
              [.init(text, [.message(.init(from: 1, to: 1, text))]), .init(text, [.note(.init(.left(of: 0), text))])])),
          .note(.init(.over(0...1), text)), .note(.init(.right(of: 1), text)),
        ]
        return diagram
      }
      let results = try MermaidCheck().draw(diagrams.map { MermaidSequenceWriter().text(of: $0) })
      for (text, (diagram, result)) in zip(HostileTexts.phrases, zip(diagrams, results)) {
        expectStructure(of: diagram, in: result, text.prefix(60).debugDescription)
      }
    }

    @Test("Reserved words can be names of participants", arguments: ["10.7.0", "11.16.0"])
    func reservedIdentities(_ version: String) throws {
      var names = ElementNames()
      let words =
        ElementNames.reserved.sorted() + ["__proto__", "hasOwnProperty", "sequenceDiagram", "Details", "_", ""]
      let participants = words.map { SequenceDiagram.Participant(id: names.name(for: $0), style: .container, name: $0) }
      let last = participants.count - 1
      let diagrams = words.indices.map { position in
        SequenceDiagram(
          title: "", summary: "", participants: [participants[position], participants[position == last ? 0 : last]],
          steps: [
            .message(.init(from: 1, to: 0, "hello")), .activate(0), .note(.init(.over(0...1), "words")),
            .message(.init(from: 0, to: 1, "hello")), .deactivate(0),
          ])
      }
      let results = try MermaidCheck().draw(
        diagrams.map { MermaidSequenceWriter().text(of: $0) }, version: version)
      for (word, (diagram, result)) in zip(words, zip(diagrams, results)) {
        expectStructure(of: diagram, in: result, word)
      }
    }

    @Test(
      "Every version of mermaid.js draws every sample with the same texts",
      arguments: ["10.7.0", "11.6.0", "11.12.0", "11.16.0"])
    func versions(_ version: String) throws {
      let texts = SampleSequences.all.map { MermaidSequenceWriter().text(of: $0.diagram) }
      let results = try MermaidCheck().draw(texts, version: version)
      let today = try MermaidCheck().draw(texts)
      for (sample, (result, expected)) in zip(SampleSequences.all, zip(results, today)) {
        #expect(result.ok, "\(sample.name): \(result.error ?? "")")
        #expect(
          result.drawn?.messages.map(Self.letters) == expected.drawn?.messages.map(Self.letters), "\(sample.name)")
        #expect(result.drawn?.notes.map(Self.letters) == expected.drawn?.notes.map(Self.letters), "\(sample.name)")
      }
    }

    private func hostile(_ texts: [String]) -> SequenceDiagram {
      SequenceDiagram(
        title: "x", summary: "", participants: SampleSequences.participants(texts),
        steps: texts.indices.map { .message(.init(from: $0, to: ($0 + 1) % texts.count, texts[$0])) }
          + texts.indices.map { .note(.init(.over($0...$0), texts[$0])) })
    }

    private func expectStructure(of diagram: SequenceDiagram, in result: MermaidCheck.Result, _ name: String) {
      guard result.ok else {
        Issue.record("\(name): \(result.error ?? "not drawn")")
        return
      }
      let expected = SequenceStructure(of: diagram)
      #expect(result.participants?.map(\.id).sorted() == diagram.participants.map(\.id.text).sorted(), "\(name)")
      #expect(result.messages?.map { "\($0.from) → \($0.to)" } == expected.messages, "\(name)")
      #expect(result.blocks?.sorted() == expected.blocks.sorted(), "\(name)")
      #expect(result.notes?.count == expected.notes, "\(name)")
      #expect(result.boxes?.count == diagram.boxes.count, "\(name)")
    }

    private static func letters(_ text: String) -> String {
      String(asShown(text).filter { !$0.isWhitespace })
    }
  }
}

/// The parts of a sequence diagram as mermaid.js counts them.
private struct SequenceStructure {
  private(set) var messages: [String] = []
  private(set) var blocks: [String] = []
  private(set) var notes = 0

  init(of diagram: SequenceDiagram) {
    count(diagram.steps, diagram)
  }

  private mutating func count(_ steps: [SequenceDiagram.Step], _ diagram: SequenceDiagram) {
    for step in steps {
      switch step {
      case .message(let message):
        messages.append("\(diagram.participants[message.from].id.text) → \(diagram.participants[message.to].id.text)")
      case .note: notes += 1
      case .block(let block):
        blocks.append(block.kind.mermaidName)
        if block.kind == .group, !seen(block.sections[0].label, limit: 1_000).isEmpty { notes += 1 }
        for section in block.sections { count(section.steps, diagram) }
      case .activate, .deactivate: continue
      }
    }
  }
}

extension SequenceDiagram.Block.Kind {
  fileprivate var mermaidName: String {
    switch self {
    case .loop: "loop"
    case .optional: "opt"
    case .alternatives: "alt"
    case .parallel: "par"
    case .critical: "critical"
    case .group: "rect"
    }
  }
}
