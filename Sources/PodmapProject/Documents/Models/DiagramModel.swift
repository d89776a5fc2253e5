internal import PodmapDiagrams
import PodmapManifests
internal import PodmapTopology

/// The diagrams of an application, by view; each is a list, drawn when a template asks for it and empty if there is
/// nothing to draw.
enum DiagramModel {
  static func value(of topology: Topology, subject: String) -> TemplateValue {
    var fields: [TemplateKey: TemplateValue] = [:]
    for view in View.all {
      guard let key = TemplateKey(rawValue: view.name) else { continue }
      fields[key] = .later { .list(diagrams(view, topology, subject)) }
    }
    return .fields(fields)
  }

  private static func diagrams(_ view: View, _ topology: Topology, _ subject: String) -> [TemplateValue] {
    switch view {
    case .flow(let flow):
      let diagram = flow.drawing(of: topology, ViewOptions(subject: subject)).diagram
      guard !diagram.cards.isEmpty else { return [] }
      switch MermaidParts(diagram) {
      case .whole(let title, let text): return [value(title, text)]
      case .cut(let partition):
        return [value(partition.overview.diagram.title, partition.overview.text)]
          + partition.parts.map { value("\(diagram.title): \($0.name)", $0.text) }
      }
    case .sequence(let sequence):
      return sequence.drawings(of: topology, SequenceOptions(subject: subject)).compactMap { drawing in
        guard !drawing.diagram.participants.isEmpty else { return nil }
        return value(drawing.diagram.title, MermaidSequenceWriter().text(of: drawing.diagram))
      }
    }
  }

  /// One diagram; a sentence replaces a diagram that is too large for GitHub.
  static func value(_ title: String, _ mermaid: String) -> TemplateValue {
    let fits = mermaid.utf16.count <= Limit.mermaidCharacters.value
    return .fields([
      .title: .text(title),
      .mermaid: fits ? .diagram(mermaid) : .text("This diagram is too large for GitHub; podmap draws it as SVG."),
      .isShort: .flag(mermaid.utf16.count <= Limit.gitlabMermaid.value),
    ])
  }
}
