import PodmapManifests
import PodmapDiagrams

/// Sequence diagrams that show what pictures of them must hold: each thing alone, and all together.
enum SequencePictures {
  static let all: [(name: String, diagram: SequenceDiagram)] = [
    ("sequence-first", first), ("sequence-life", life), ("sequence-blocks", blocks), ("sequence-notes", notes),
    ("sequence-ends", ends), ("sequence-six", six), ("sequence-tall", tall), ("sequence-empty", empty),
    ("sequence-heads", heads),
  ]

  typealias Participant = (style: FlowDiagram.Card.Style, icon: Icon, name: String, detail: String)

  static func diagram(
    _ title: String, _ participants: [Participant], boxes: [SequenceDiagram.Box] = [],
    _ steps: [SequenceDiagram.Step]
  ) -> SequenceDiagram {
    var names = ElementNames()
    return SequenceDiagram(
      title: title, summary: "What happens: \(title).",
      participants: participants.enumerated().map { position, participant in
        SequenceDiagram.Participant(
          id: names.name(for: "\(participant.name)/\(position)"), style: participant.style, icon: participant.icon,
          name: participant.name, detail: participant.detail)
      },
      boxes: boxes, steps: steps)
  }

  static func send(
    _ from: Int, _ to: Int, _ text: String, _ line: SequenceDiagram.Message.Line = .solid,
    _ head: SequenceDiagram.Message.Head = .arrow, _ effect: SequenceDiagram.Message.Effect = .none
  ) -> SequenceDiagram.Step {
    .message(SequenceDiagram.Message(from: from, to: to, text, line: line, head: head, effect: effect))
  }

  static func note(_ place: SequenceDiagram.Note.Place, _ text: String) -> SequenceDiagram.Step {
    .note(SequenceDiagram.Note(place, text))
  }

  static func block(
    _ kind: SequenceDiagram.Block.Kind, _ label: String, _ steps: [SequenceDiagram.Step]
  ) -> SequenceDiagram.Step {
    .block(SequenceDiagram.Block(kind, label, steps))
  }

  static let first = diagram(
    "A request for the shop",
    [
      (.user, .user, "Customer", ""), (.workload, .deployment, "front-end", "Deployment · 2 replicas"),
      (.workload, .statefulSet, "orders-db", "StatefulSet"),
    ],
    [
      send(0, 1, "GET /orders"), .activate(1), send(1, 2, "SELECT orders of the customer"),
      send(2, 1, "rows", .dashed), send(1, 1, "render the page"), send(1, 0, "200 OK", .dashed), .deactivate(1),
      send(0, 2, "reads the database itself", .solid, .cross),
    ])

  static let life = diagram(
    "The life of pod shop/web",
    [
      (.identity, .user, "Deployment controller", "control plane"), (.cluster, .cluster, "API server", ""),
      (.node, .node, "kubelet", "on the node"), (.container, .container, "migrate", "init 1"),
      (.container, .container, "mesh-proxy", "sidecar"), (.container, .container, "web", "app"),
    ],
    boxes: [SequenceDiagram.Box(name: "Pod web-7d9f", participants: 3...5)],
    [
      send(0, 1, "creates the pod"), send(1, 2, "binds the pod to the node"), .activate(2),
      note(.over(2...2), "volumes are mounted,\nthe sandbox gets its IP"),
      send(2, 3, "create and start", .solid, .arrow), .activate(3), send(3, 3, "runs to completion"),
      send(3, 2, "exit 0", .dashed), .deactivate(3),
      send(2, 4, "start; restartPolicy Always"), .activate(4),
      block(.loop, "every 10 s, until it succeeds", [send(2, 4, "startup probe GET /ready :15021")]),
      send(2, 5, "pull if not present, create, start"), .activate(5),
      .block(
        SequenceDiagram.Block(
          .parallel,
          [
            .init(
              "readiness",
              [block(.loop, "every 5 s", [send(2, 5, "readiness probe GET /healthz :8080")]), send(2, 1, "Ready")]),
            .init(
              "liveness, from 30 s on",
              [block(.loop, "every 10 s", [send(2, 5, "liveness probe: exec cat /tmp/alive")])]),
          ])),
      .block(
        SequenceDiagram.Block(
          .alternatives,
          [
            .init("3 probes in a row fail", [send(2, 5, "SIGTERM, after 30 s SIGKILL"), send(2, 5, "start again")]),
            .init("it exits", [send(5, 2, "exit code", .dashed), send(2, 5, "start again after a while")]),
            .init("else", [note(.right(of: 5), "keeps running")]),
          ])),
      .deactivate(5), .deactivate(4), .deactivate(2),
    ])

  static let blocks = diagram(
    "Blocks in blocks",
    [(.plain, .custom, "one", ""), (.service, .service, "two", "Service"), (.job, .job, "three", "Job")],
    SequenceDiagram.Block.Kind.allCases.map { kind in
      block(
        kind, "what \(kind.rawValue) is for",
        [
          send(0, 1, "first"),
          .block(SequenceDiagram.Block(.parallel, [.init("", [send(1, 2, "a")]), .init("b too", [send(2, 1, "b")])])),
        ])
    } + [
      .block(
        SequenceDiagram.Block(
          .critical, [.init("must work", [send(0, 2, "over another one")]), .init("no room", [send(2, 2, "waits")])]))
    ])

  static let notes = diagram(
    "Notes",
    [
      (.workload, .pod, "left", ""), (.workload, .pod, "middle", "Pod"), (.workload, .pod, "right", ""),
    ],
    [
      note(.left(of: 0), "left of the first one"), note(.right(of: 0), "right of it, in\ntwo lines"),
      note(.over(1...1), "over the one in the middle, with a text that needs several lines to be read"),
      note(.over(0...1), "over two"), note(.over(0...2), "over all of them"), send(0, 2, "goes on"),
      note(.left(of: 2), "between"), note(.right(of: 2), "outside of the last one"), note(.over(2...2), ""),
    ])

  static let ends = diagram(
    "What comes and goes",
    [
      (.job, .cronJob, "nightly", "CronJob"), (.job, .job, "nightly-2815", "Job"),
      (.container, .container, "backup", ""),
      (.storage, .persistentVolume, "bucket", "outside of the cluster"),
    ],
    boxes: [SequenceDiagram.Box(name: "what runs", participants: 1...2)],
    [
      send(0, 1, "creates at 02:00", .solid, .arrow, .creates), .activate(1),
      send(1, 2, "starts", .solid, .open, .creates), .activate(2), .activate(2),
      send(2, 3, "uploads", .solid, .open), send(3, 2, "done", .dashed, .open), .deactivate(2),
      send(2, 3, "never gets there", .dashed, .cross), .deactivate(2),
      send(1, 2, "removes", .solid, .arrow, .destroys),
      send(1, 1, "is removed after an hour", .solid, .arrow, .destroys),
      send(0, 3, "goes on"),
    ])

  static let six = diagram(
    "A request through six containers",
    [
      (.outside, .outside, "Client", ""), (.entry, .ingress, "shop.example.com", "Ingress"),
      (.service, .service, "front-end", "Service :80"), (.container, .container, "nginx", "front-end · sidecar"),
      (.container, .container, "server", "front-end · app"),
      (.service, .service, "recommendation-service", "Service :8080"),
    ],
    boxes: [SequenceDiagram.Box(name: "Pod front-end", participants: 3...4)],
    [
      send(0, 1, "HTTPS GET /api/products?page=2 (TLS ends here)"), send(1, 2, "HTTP :80, path /api"),
      send(2, 3, ":80 → targetPort http (8080)"), send(3, 4, "localhost:3000"), .activate(4),
      .block(
        SequenceDiagram.Block(
          .parallel,
          [
            .init("", [send(4, 5, "gRPC :8080 ListRecommendations")]),
            .init("", [send(4, 5, "gRPC :8081", .solid, .cross)]),
          ])),
      note(.right(of: 4), "no manifest shows what else it calls"),
      send(5, 4, "products", .dashed), send(4, 0, "200 OK, with the answer of every container on the way", .dashed),
      .deactivate(4),
    ])

  static let tall = diagram(
    "Forty messages",
    [(.user, .user, "Operator", ""), (.service, .service, "queue", "Service"), (.workload, .pod, "worker", "Pod")],
    (1...20).flatMap { number in [send(0, 1, "task \(number)"), send(1, 2, "hands over task \(number)")] })

  static let empty = diagram("", [], [])

  static let heads = diagram(
    "Participants alone",
    FlowDiagram.Card.Style.allCases.map { ($0, .custom, "a \($0.rawValue) with-a-rather-long-name", "and a detail") },
    [])
}

extension SequencePictures {
  /// The steps that `sayingAll` has for each text.
  static func steps(saying text: String, at column: Int, _ next: Int) -> [SequenceDiagram.Step] {
    [
      send(column, next, text), send(column, column, text), note(.left(of: column), text),
      note(.over(column...column), text), block(.loop, text, [send(next, column, text)]),
      block(.group, text, [send(column, next, text)]),
    ]
  }

  /// A diagram with a participant, a box, messages, notes and blocks for each of several texts.
  static func sayingAll(_ texts: [String]) -> SequenceDiagram {
    diagram(
      texts[0], texts.map { (.workload, .pod, $0, $0) } + [(.user, .user, "a", "")],
      boxes: texts.enumerated().map { SequenceDiagram.Box(name: $1, participants: $0...$0) },
      texts.enumerated().flatMap { steps(saying: $1, at: $0, $0 + 1) })
  }

  /// A diagram that says one text everywhere.
  static func saying(_ text: String) -> SequenceDiagram {
    diagram(
      text, [(.workload, .pod, text, text), (.user, .user, text, text), (.container, .container, "c", "")],
      boxes: [SequenceDiagram.Box(name: text, participants: 0...0)],
      [
        send(0, 1, text), send(1, 1, text), send(0, 2, text, .dashed, .cross), note(.left(of: 0), text),
        note(.right(of: 1), text), note(.over(0...2), text), note(.over(1...1), text),
        .block(
          SequenceDiagram.Block(.alternatives, [.init(text, [send(2, 1, text)]), .init(text, [send(1, 0, text)])])),
        block(.group, text, [send(0, 1, text)]),
      ])
  }
}
