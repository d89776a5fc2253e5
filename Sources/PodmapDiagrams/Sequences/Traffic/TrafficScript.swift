import PodmapManifests
import PodmapTopology

/// Writes a plan as messages; each gets its reply once everything that it causes is done.
struct TrafficScript {
  private let plan: TrafficPlan
  private let cast: TrafficCast
  private let isWholePath: Bool
  private let isContinued: Bool
  private(set) var steps: [SequenceDiagram.Step] = []
  /// App containers that get requests and call nothing.
  private var ends: [TrafficStop] = []
  private var drawn: Set<TrafficStop> = []
  private var path: Set<TrafficStop> = []

  /// `isWholePath` says whether requests are followed to their ends, not only to a destination; `isContinued` says
  /// whether another diagram shows what doesn't fit.
  init(_ plan: TrafficPlan, _ cast: TrafficCast, isWholePath: Bool, isContinued: Bool) {
    self.plan = plan
    self.cast = cast
    self.isWholePath = isWholePath
    self.isContinued = isContinued
    if isWholePath { ends = findEnds() }
    for (start, sent) in zip(plan.starts, plan.sent) {
      steps += self.steps(sent, .one, from: TrafficCast.clientNode)
      for stop in start.stops where plan.kept[stop] != nil {
        let place = cast.place(of: stop.node)
        steps += [.activate(place)] + self.steps(at: stop) + [.deactivate(place)]
      }
    }
    if ends.count > Limit.trafficEndNotes.value, !cast.order.isEmpty {
      for note in TrafficEnd.notes(ends.map { (cast.name(of: $0.node), end(at: $0)) }) { self.note(across: note) }
    }
    if !plan.unsent.isEmpty { note(across: leftOut(plan.unsent, .one)) }
    if isMarked { note(across: "? = inferred from a value in the manifests") }
  }

  private var isMarked: Bool {
    plan.kept.values.contains { $0.list.contains(where: \.isInferred) }
  }

  private func end(at stop: TrafficStop) -> TrafficEnd {
    TrafficEnd(unshown: plan.graph.unshownCalls(from: stop.node))
  }

  private mutating func note(across text: String) {
    steps.append(.note(SequenceDiagram.Note(.over(0...(cast.order.count - 1)), text)))
  }

  private func findEnds() -> [TrafficStop] {
    let starts = Set(plan.starts.flatMap(\.stops))
    return plan.kept.keys.filter { stop in
      guard !starts.contains(stop), plan.kept[stop]?.list.isEmpty ?? false, plan.dropped[stop] == nil,
        !plan.elsewhere.contains(stop)
      else { return false }
      return plan.graph.topology.nodes[stop.node].container?.role == .app
    }.sorted { cast.place(of: $0.node) < cast.place(of: $1.node) }
  }

  // MARK: - Steps

  /// What happens at a stop between a request and its reply.
  private mutating func steps(at stop: TrafficStop) -> [SequenceDiagram.Step] {
    let place = cast.place(of: stop.node)
    func note(_ text: String) -> SequenceDiagram.Step { .note(SequenceDiagram.Note(.over(place...place), text)) }
    let hops = plan.kept[stop] ?? TrafficHops(choice: .all, list: [])
    let dropped = plan.dropped[stop] ?? []
    guard drawn.insert(stop).inserted else {
      if hops.list.isEmpty && dropped.isEmpty { return [] }
      return [note(path.contains(stop) ? "a cycle: continues as above" : "continues as above")]
    }
    path.insert(stop)
    defer { path.remove(stop) }
    var steps: [SequenceDiagram.Step] = []
    if plan.graph.isEntry(stop.node) {
      let words = EntryWords(stop.node, of: plan.graph).note
      if !words.isEmpty { steps.append(note(words)) }
      if hops.list.isEmpty, dropped.isEmpty, !plan.elsewhere.contains(stop), isWholePath {
        steps.append(note("no route in the manifests"))
      }
    }
    steps += self.steps(hops.list, hops.choice, from: stop.node)
    if !dropped.isEmpty { steps.append(note(leftOut(dropped, hops.choice))) }
    if plan.elsewhere.contains(stop), !plan.graph.hops(from: stop).list.isEmpty {
      steps.append(note("continues in another diagram"))
    }
    if ends.count <= Limit.trafficEndNotes.value, ends.contains(stop) {
      steps.append(note(end(at: stop).words))
    }
    return steps
  }

  private mutating func steps(
    _ hops: [TrafficHop], _ choice: TrafficHops.Choice, from node: Int
  ) -> [SequenceDiagram.Step] {
    let copies = hops.filter { $0.isCopy || $0.isSentOnly }
    let others = hops.filter { !$0.isCopy && !$0.isSentOnly }
    var steps: [SequenceDiagram.Step] = []
    if others.count > 1 {
      let sections = others.map { hop in
        let label = hop.label.isBlank ? cast.name(of: hop.to.node) : hop.label
        return SequenceDiagram.Block.Section(label, self.steps(hop, from: node))
      }
      steps.append(.block(SequenceDiagram.Block(choice == .all ? .parallel : .alternatives, sections)))
    } else {
      steps = others.flatMap { self.steps($0, from: node) }
    }
    for hop in copies {
      let text = hop.isCopy ? "copy, reply dropped: \(hop.text)" : hop.markedText
      steps.append(
        .message(.init(from: cast.place(of: node), to: cast.place(of: hop.to.node), text, head: .open)))
    }
    return steps
  }

  private mutating func steps(_ hop: TrafficHop, from node: Int) -> [SequenceDiagram.Step] {
    let (from, to) = (cast.place(of: node), cast.place(of: hop.to.node))
    if hop.isReply { return [.note(SequenceDiagram.Note(.over(from...from), hop.text))] }
    if let denial = hop.denial {
      return [
        .message(.init(from: from, to: to, hop.markedText, head: .cross)),
        .note(SequenceDiagram.Note(.over(min(from, to)...max(from, to)), denial)),
      ]
    }
    let request = SequenceDiagram.Step.message(.init(from: from, to: to, hop.markedText))
    if hop.isUnserved {
      return [request, .note(SequenceDiagram.Note(.over(to...to), "0 replicas: no pod answers"))]
    }
    let isEmpty = plan.kept[hop.to]?.list.isEmpty ?? true
    if isEmpty, plan.dropped[hop.to] == nil, !plan.graph.isAnswering(hop.to) {
      let note = plan.graph.unknownPort(at: hop.to).map {
        SequenceDiagram.Step.note(SequenceDiagram.Note(.over(to...to), "the Service has no port \($0)"))
      }
      return [request, note].compactMap(\.self)
    }
    return [request, .activate(to)] + (hop.isProbe ? [] : steps(at: hop.to)) + [
      .message(.init(from: to, to: from, "reply", line: .dashed)), .deactivate(to),
    ]
  }

  private func leftOut(_ hops: [TrafficHop], _ choice: TrafficHops.Choice) -> String {
    let what = hops.count == 1 ? (choice == .all ? "call" : "route") : choice == .all ? "calls" : "routes"
    var labels: [String] = []
    for hop in hops where !labels.contains(hop.label) { labels.append(hop.label) }
    return
      "\(isContinued ? "in another part" : "not drawn"): \(hops.count) more \(what) (\(labels.joined(separator: ", ").shortenedList(to: 60)))"
  }
}

extension TrafficHop {
  /// Whether it is drawn as a message without a reply, at the end of what its sender does.
  fileprivate var isSentOnly: Bool { isOneWay && denial == nil && !isUnserved }

  /// The text on the arrow; a question mark follows what only the caller's program knows.
  fileprivate var markedText: String { isInferred ? "\(text)?" : text }
}
