@testable import PodmapDiagrams

/// Sequence diagrams that have everything which one can hold.
enum SampleSequences {
  static let all: [(name: String, diagram: SequenceDiagram)] = [
    ("sequence-simple", simple), ("sequence-everything", everything), ("sequence-nested", nested),
    ("sequence-empty", SequenceDiagram(title: "Nothing", summary: "Nothing happens.")),
  ]

  static func participants(
    _ names: [String], styles: [FlowDiagram.Card.Style] = [.container]
  ) -> [SequenceDiagram.Participant] {
    var ids = ElementNames()
    return names.enumerated().map { position, name in
      SequenceDiagram.Participant(
        id: ids.name(for: "\(position)/\(name)"), style: styles[min(position, styles.count - 1)], name: name)
    }
  }

  private static let simple = SequenceDiagram(
    title: "A pod starts", summary: "How a pod starts.",
    participants: participants(["User", "Kubernetes API", "Pod", "Container"], styles: [.user, .cluster, .workload]),
    steps: [
      .message(.init(from: 0, to: 1, "create pod")), .message(.init(from: 1, to: 2, "start pod")),
      .message(.init(from: 2, to: 3, "start containers")),
      .message(.init(from: 3, to: 2, "running", line: .dashed)),
      .message(.init(from: 2, to: 1, "status", line: .dashed)),
      .message(.init(from: 1, to: 0, "created", line: .dashed)),
    ])

  private static let everything: SequenceDiagram = {
    var diagram = SequenceDiagram(
      title: "Everything: \"all\" <kinds> of steps", summary: "Each kind of step once.",
      participants: participants(
        ["User", "API server", "kubelet", "migrate (init)", "web", "end"], styles: [.user, .cluster, .node, .container])
    )
    diagram.participants[4].detail = "nginx:1.27 · app"
    diagram.boxes = [.init(name: "Pod shop/web-0", participants: 3...5)]
    diagram.steps = [
      .message(.init(from: 0, to: 1, "kubectl apply", head: .open)),
      .note(.init(.over(0...1), "The whole file is sent; nothing runs before it is stored.")),
      .message(.init(from: 1, to: 2, "bind: node worker-1")), .activate(2),
      .message(.init(from: 2, to: 3, "create", effect: .creates)), .activate(3),
      .message(.init(from: 3, to: 2, "exit code 0", line: .dashed, effect: .none)), .deactivate(3),
      .message(.init(from: 2, to: 3, "remove", effect: .destroys)),
      .block(
        .init(
          .parallel,
          [
            .init("web", [.message(.init(from: 2, to: 4, "start")), .message(.init(from: 4, to: 4, "listen on :80"))]),
            .init("end", [.message(.init(from: 2, to: 5, "start"))]),
          ])),
      .block(.init(.loop, "every 10 s; 3 failures", [.message(.init(from: 2, to: 4, "readiness: GET /ready"))])),
      .block(
        .init(
          .alternatives,
          [
            .init("ready", [.message(.init(from: 2, to: 1, "Ready", line: .dashed))]),
            .init("not ready", [.message(.init(from: 2, to: 1, "no endpoint", line: .dashed, head: .cross))]),
          ])),
      .block(.init(.optional, "a debug container", [.note(.init(.left(of: 2), "kubectl debug"))])),
      .block(
        .init(
          .critical,
          [
            .init("volumes are mounted", [.note(.init(.right(of: 5), "data"))]),
            .init("not in time", [.message(.init(from: 2, to: 1, "event", line: .dashed, head: .open))]),
          ])),
      .block(.init(.group, "Stop", [.message(.init(from: 2, to: 4, "SIGTERM"))])), .deactivate(2),
    ]
    return diagram
  }()

  private static let nested: SequenceDiagram = {
    func block(_ depth: Int) -> SequenceDiagram.Step {
      let inner: [SequenceDiagram.Step] =
        depth == 0 ? [.message(.init(from: 0, to: 2, "at last"))] : [block(depth - 1)]
      return .block(
        .init(
          SequenceDiagram.Block.Kind.allCases[depth % SequenceDiagram.Block.Kind.allCases.count],
          "level \(depth)", [.message(.init(from: depth % 3, to: (depth + 1) % 3, "down"))] + inner))
    }
    return SequenceDiagram(
      title: "Blocks in blocks", summary: "", participants: participants(["a", "b", "c"]), steps: [block(6)])
  }()
}
