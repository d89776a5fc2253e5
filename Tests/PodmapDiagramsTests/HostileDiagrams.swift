import PodmapDiagrams
import PodmapTopology

/// Diagrams in which hostile texts stand at every place that holds text.
struct HostileDiagram {
  let texts: [String]
  let diagram: FlowDiagram

  static let all: [HostileDiagram] = stride(from: 0, to: HostileTexts.all.count, by: 25).map { start in
    HostileDiagram(Array(HostileTexts.all[start..<min(start + 25, HostileTexts.all.count)]))
  }

  /// One namespace for each text, with a card, a pod of two containers, and a link between them.
  init(_ texts: [String]) {
    self.texts = texts
    var names = ElementNames()
    var diagram = FlowDiagram(title: texts[0], summary: texts[0], showsLegend: false)
    for (position, text) in texts.enumerated() {
      diagram.groups.append(
        .init(id: names.name(for: "\(position)/group"), style: .namespace, kind: "ns", name: text))
      let card = FlowDiagram.Card(
        id: names.name(for: "\(position)/card"), group: position, style: .configuration, kind: text, name: text,
        lines: [text], tooltip: text)
      let containers = ["one", "two"].map { name in
        PodContent.Container(
          id: names.name(for: "\(position)/pod/\(name)"), role: .app, name: text, image: "", ports: [text])
      }
      let volume = PodContent.Volume(
        id: names.name(for: "\(position)/volume"), name: text, source: text,
        mounts: [.init(container: 0, path: text, isReadOnly: false), .init(container: 1, path: text, isReadOnly: true)])
      let pod = FlowDiagram.Card(
        id: names.name(for: "\(position)/pod"), group: position, style: .workload, kind: text, name: text,
        pod: PodContent(
          form: position % 2 == 0 ? .compact : .expanded, containers: containers, volumes: [volume], shared: [text]))
      diagram.cards += [card, pod]
      diagram.links.append(.init(from: containers[0].id, to: card.id, kind: .uses, label: text))
    }
    self.diagram = diagram
  }
}
