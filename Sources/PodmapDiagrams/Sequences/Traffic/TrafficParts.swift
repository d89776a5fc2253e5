import PodmapManifests
import PodmapTopology

/// The diagrams of requests that begin together: one if it fits a page, else several, each of which continues where
/// the ones before it stop.
struct TrafficParts {
  /// One diagram without its heading.
  struct Part {
    var plan: TrafficPlan
    var cast: TrafficCast
    var steps: [SequenceDiagram.Step]
    /// Whether it leaves out what no other diagram shows.
    var isCut: Bool { !plan.isWhole && !isContinued }
    private let isContinued: Bool

    /// Whether its texts have room on a page.
    var fitsPage: Bool {
      let diagram = SequenceDiagram(
        title: "", summary: "", participants: cast.participants, boxes: cast.boxes, steps: steps)
      return SequenceColumns(diagram, hasIcons: true).fitPage
    }

    init(_ plan: TrafficPlan, isWholePath: Bool, isContinued: Bool = false) {
      self.plan = plan
      self.isContinued = isContinued
      cast = TrafficCast(plan)
      steps = TrafficScript(plan, cast, isWholePath: isWholePath, isContinued: isContinued).steps
    }
  }

  private(set) var list: [Part] = []

  /// At most `limit` diagrams; the last one says what it leaves out. If there are several, they don't repeat the hops
  /// of the stops that are `drawn` for other starts.
  init(
    _ graph: TrafficGraph, _ starts: [TrafficStart], to destination: TrafficDestination?, drawn: Set<TrafficStop>,
    limit: Int
  ) {
    let alone = Self.part(graph, starts, to: destination, elsewhere: [], isContinued: limit > 1)
    if alone.plan.isWhole {
      list = [alone]
      return
    }
    var starts = starts
    var elsewhere = drawn
    repeat {
      let part = Self.part(
        graph, starts, to: destination, elsewhere: elsewhere, isContinued: list.count + 1 < limit)
      elsewhere.formUnion(part.plan.kept.keys)
      starts = part.plan.continuations
      list.append(part)
    } while !starts.isEmpty && list.count < limit
  }

  /// The diagram with the most participants that fits a page.
  private static func part(
    _ graph: TrafficGraph, _ starts: [TrafficStart], to destination: TrafficDestination?, elsewhere: Set<TrafficStop>,
    isContinued: Bool
  ) -> Part {
    var size = TrafficPlan.Size.whole
    while true {
      let plan = TrafficPlan(graph, starts, to: destination, size, elsewhere: elsewhere)
      let part = Part(plan, isWholePath: destination == nil, isContinued: isContinued)
      let fewer = min(size.participants, part.cast.order.count) - 1
      if part.fitsPage || fewer < Limit.trafficFewest.value { return part }
      size.participants = fewer
    }
  }
}
