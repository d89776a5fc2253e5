import PodmapManifests
import PodmapTopology

@testable import PodmapDiagrams

/// Flow diagrams by chance, the same ones on every run: every family, hubs, cycles, links from and to rows and frames.
struct RandomDiagram {
  private var state: UInt64
  private var names = ElementNames()
  private var diagram = FlowDiagram(title: "By chance", summary: "")
  private let hasMarks: Bool

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    hasMarks = seed % 3 == 0
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func isTrue(oneIn limit: Int) -> Bool { number(below: limit) == 0 }

  private mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

  private mutating func mark() -> ChangeMark? { hasMarks ? one(of: ChangeMark.allCases) : nil }

  mutating func made() -> FlowDiagram {
    addGroups()
    let size = one(of: [3, 10, 30, 90])
    for position in 0..<size { addCard(position) }
    if isTrue(oneIn: 2) { addHub() }
    if isTrue(oneIn: 2) { addTwins() }
    for _ in 0..<(size * one(of: [0, 1, 2])) { addLink() }
    return diagram
  }

  private mutating func addGroups() {
    for position in 0..<one(of: [0, 1, 1, 2, 4]) {
      let parent = position > 0 && isTrue(oneIn: 3) ? number(below: position) : nil
      diagram.groups.append(
        .init(
          id: names.name(for: "group/\(position)"), parent: parent,
          style: isTrue(oneIn: 4) ? one(of: FlowDiagram.Group.Style.allCases) : .namespace, kind: "namespace",
          name: "ns-\(position)"))
    }
  }

  private mutating func addCard(_ position: Int) {
    let styles = FlowDiagram.Card.Style.allCases + [.workload, .workload, .service, .service, .configuration]
    let style = one(of: styles)
    let word = one(of: ["cart", "shop-config-map", "a", "web-service-api", "x".padding(90), ""])
    var card = FlowDiagram.Card(
      id: names.name(for: "card/\(position)"), style: style,
      kind: one(of: ["Deployment", "Service", "ConfigMap", "Kind"]),
      name: word.isEmpty ? "" : "\(word)-\(position)", mark: mark())
    if !diagram.groups.isEmpty, !isTrue(oneIn: 4) { card.group = number(below: diagram.groups.count) }
    if isTrue(oneIn: 6) { card.presence = one(of: FlowDiagram.Card.Presence.allCases) }
    if isTrue(oneIn: 8) { card.lines = ["a fact", "port 80"] }
    card.isKept = isTrue(oneIn: 12)
    card.brief = brief(style)
    if style.isWork || isTrue(oneIn: 12) { card.pod = pod(position) }
    diagram.cards.append(card)
  }

  private mutating func brief(_ style: FlowDiagram.Card.Style) -> FlowDiagram.Card.Brief {
    FlowDiagram.Card.Brief(
      tag: one(of: ["config", "policy", "service"]), text: isTrue(oneIn: 5) ? "in other words" : nil,
      scale: isTrue(oneIn: 5) ? "2–6 pods" : nil,
      ports: style == .service ? one(of: [[], [":80"], [":80", ":81"]]) : [],
      isOpen: isTrue(oneIn: 5), isHost: style == .outside && isTrue(oneIn: 2), isAlwaysShown: isTrue(oneIn: 9))
  }

  private mutating func pod(_ owner: Int) -> PodContent {
    let count = one(of: [0, 1, 1, 1, 2, 7])
    let containers = (0..<count).map { position in
      PodContent.Container(
        id: names.name(for: "card/\(owner)/\(position)"), role: isTrue(oneIn: 4) ? .initial(step: 1) : .app,
        name: one(of: ["server", "main", "log-\(position)"]), image: "image:1", mark: mark())
    }
    let volumes = (0..<one(of: [0, 0, 1, 5])).map { position in
      PodContent.Volume(
        id: names.name(for: "card/\(owner)/volume/\(position)"), name: "vol-ume-\(position)",
        source: one(of: ["emptyDir", "ConfigMap x"]),
        mounts: (0..<number(below: 3)).map { _ in
          .init(container: number(below: count + 1), path: "/x", isReadOnly: isTrue(oneIn: 2))
        })
    }
    return PodContent(
      form: one(of: PodContent.Form.allCases), containers: containers, volumes: volumes,
      shared: isTrue(oneIn: 3) ? ["one network"] : [])
  }

  private mutating func addHub() {
    let hub = diagram.cards[number(below: diagram.cards.count)].id
    for position in 0..<20 {
      let caller = FlowDiagram.Card(
        id: names.name(for: "caller/\(position)"), style: .workload, kind: "Deployment", name: "caller-\(position)",
        mark: mark())
      diagram.cards.append(caller)
      diagram.links.append(.init(from: caller.id, to: hub, kind: .calls, isInferred: true, isDenied: isTrue(oneIn: 9)))
    }
  }

  /// Equal workloads, each with a Service and configuration.
  private mutating func addTwins() {
    let count = one(of: [3, 14, 70])
    let target = isTrue(oneIn: 2) ? diagram.cards[number(below: diagram.cards.count)].id : nil
    for position in 0..<count {
      var twin = FlowDiagram.Card(
        id: names.name(for: "twin/\(position)"), style: .workload, kind: "Deployment", name: "ts-\(position)-service")
      twin.pod = PodContent(
        containers: [
          .init(id: names.name(for: "twin/\(position)/c"), role: .app, name: "c-\(position % 2)", image: "i:1")
        ])
      let service = FlowDiagram.Card(
        id: names.name(for: "twin/\(position)/s"), style: .service, kind: "Service", name: "svc-\(position)")
      let config = FlowDiagram.Card(
        id: names.name(for: "twin/\(position)/m"), style: .configuration, kind: "ConfigMap", name: "map-\(position)")
      diagram.cards += [twin, service, config]
      diagram.links += [
        .init(from: service.id, to: twin.id, kind: .selects), .init(from: twin.id, to: config.id, kind: .reads),
      ]
      if let target { diagram.links.append(.init(from: twin.id, to: target, kind: .calls)) }
    }
  }

  private mutating func addLink() {
    let elements = [end(), end()]
    var link = FlowDiagram.Link(
      from: elements[0], to: elements[1], kind: isTrue(oneIn: 2) ? .calls : one(of: EdgeKind.allCases),
      isInferred: isTrue(oneIn: 2), isDashed: isTrue(oneIn: 9), isDenied: isTrue(oneIn: 9),
      label: one(of: ["", "/", "LABEL", "a very long path that no line has room for"]), source: "app.yaml · spec",
      mark: mark())
    link.isPossible = isTrue(oneIn: 9)
    link.port = one(of: [nil, 80, 81])
    diagram.links.append(link)
  }

  private mutating func end() -> ElementID {
    if !diagram.groups.isEmpty, isTrue(oneIn: 12) { return diagram.groups[number(below: diagram.groups.count)].id }
    let card = diagram.cards[number(below: diagram.cards.count)]
    let parts = (card.pod?.containers.map(\.id) ?? []) + (card.pod?.volumes.map(\.id) ?? [])
    return parts.isEmpty || isTrue(oneIn: 2) ? card.id : one(of: parts)
  }
}

extension String {
  fileprivate func padding(_ length: Int) -> String { String(repeating: self, count: length) }
}
