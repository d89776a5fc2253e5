@testable import PodmapDiagrams
import PodmapTestSupport
import PodmapTopology
import Testing

extension SequenceOptions {
  /// Every step of a pod's life.
  static let full = SequenceOptions(steps: .full)

  static func phase(_ phase: Phase) -> Self { SequenceOptions(steps: .full, phase: phase) }
}

/// The lifecycle view of a manifest, as lines to be read.
struct Lives {
  let drawings: [SequenceView.Result]

  init(_ manifest: String, _ options: SequenceOptions = .full) {
    drawings = SequenceView.lifecycle.drawings(of: topology(manifest), options)
    expectConsistent(drawings)
  }

  /// The messages in their order: "kubelet → web: SIGTERM".
  var lines: [String] {
    drawings.flatMap { drawing in Self.messages(drawing.diagram.steps).map { Self.line($0, drawing.diagram) } }
  }

  /// Everything in its order, deeper with each block.
  var outline: [String] {
    drawings.flatMap { Self.outline($0.diagram.steps, $0.diagram, indent: "") }
  }

  /// Expects parts of lines in their order, each behind the one before.
  func expectOrder(_ parts: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    var rest = outline[...]
    for part in parts {
      guard let found = rest.firstIndex(where: { $0.contains(part) }) else {
        Issue.record(
          "'\(part)' is not where it belongs in\n\(outline.joined(separator: "\n"))", sourceLocation: sourceLocation)
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  static func messages(_ steps: [SequenceDiagram.Step]) -> [SequenceDiagram.Message] {
    steps.flatMap { step -> [SequenceDiagram.Message] in
      switch step {
      case .message(let message): [message]
      case .block(let block): block.sections.flatMap { messages($0.steps) }
      case .note, .activate, .deactivate: []
      }
    }
  }

  /// The steps without the blocks around them.
  static func flattened(_ steps: [SequenceDiagram.Step]) -> [SequenceDiagram.Step] {
    steps.flatMap { step -> [SequenceDiagram.Step] in
      if case .block(let block) = step { block.sections.flatMap { flattened($0.steps) } } else { [step] }
    }
  }

  private static func line(_ message: SequenceDiagram.Message, _ diagram: SequenceDiagram) -> String {
    let names = diagram.participants.map(\.name)
    return "\(names[message.from]) \(message.line == .solid ? "→" : "⇢") \(names[message.to]): \(message.text)"
  }

  private static func outline(
    _ steps: [SequenceDiagram.Step], _ diagram: SequenceDiagram, indent: String
  ) -> [String] {
    steps.flatMap { step -> [String] in
      switch step {
      case .message(let message): return [indent + line(message, diagram)]
      case .note(let note): return note.text.split(separator: "\n").map { indent + $0 }
      case .activate, .deactivate: return []
      case .block(let block):
        return block.sections.flatMap { section in
          ["\(indent)  \(block.kind): \(section.label)"] + outline(section.steps, diagram, indent: indent + "  ")
        }
      }
    }
  }
}
