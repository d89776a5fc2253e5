import PodmapManifests
import PodmapTopology

/// The overview of the parts: what each contains, and how they are connected.
struct PartitionOverview {
  let diagram: FlowDiagram

  init(_ whole: FlowDiagram, _ plan: PartitionPlan) {
    let regions = Self.regions(plan)
    var regionOfBin = [Int](repeating: 0, count: plan.bins.count)
    for (position, region) in regions.enumerated() { for bin in region.bins { regionOfBin[bin] = position } }

    var overview = whole
    overview.title = "\(whole.title) (overview)"
    overview.groups = []
    overview.sides = nil
    overview.showsLegend = false
    var names = ElementNames()
    overview.cards = regions.map { region in
      FlowDiagram.Card(
        id: names.name(for: "overview/\(region.name)"), style: .other, kind: region.kind, name: region.name,
        lines: [
          Summary(region.bins.flatMap { plan.bins[$0] }.map { whole.cards[$0] }).text, Self.partList(region, plan),
        ]
      )
    }
    var counts: [Pair: Int] = [:]
    for link in whole.links {
      guard let from = plan.index.card(of: link.from), let to = plan.index.card(of: link.to) else { continue }
      let pair = Pair(from: regionOfBin[plan.binOfCard[from]], to: regionOfBin[plan.binOfCard[to]])
      if pair.from != pair.to { counts[pair, default: 0] += 1 }
    }
    let pairs = counts.keys.sorted { left, right in
      (counts[right, default: 0], left.from, left.to) < (counts[left, default: 0], right.from, right.to)
    }
    overview.links = pairs.prefix(Limit.overviewLines.value).sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map {
      pair in
      FlowDiagram.Link(
        from: overview.cards[pair.from].id, to: overview.cards[pair.to].id, kind: .uses,
        label: "\(counts[pair, default: 0]) lines")
    }
    if pairs.count > Limit.overviewLines.value {
      overview.cards.append(
        FlowDiagram.Card(
          id: names.name(for: "overview/more"), style: .other, kind: "not drawn here",
          name: "\(pairs.count - Limit.overviewLines.value) more connections", lines: ["each part shows its own"]))
    }
    overview.summary = "\(plan.bins.count) parts: \(Summary(whole.cards).text)"
    diagram = overview
  }

  private struct Pair: Hashable {
    var from: Int
    var to: Int
  }

  /// One card: a frame, or a run of neighbouring frames if there are too many.
  private struct Region {
    var name: String
    var kind: String
    var bins: [Int]
  }

  private static func regions(_ plan: PartitionPlan) -> [Region] {
    // A single frame says nothing, but its parts do.
    var regions =
      plan.buckets.count > 1
      ? plan.buckets.map { Region(name: $0.name, kind: $0.kind, bins: $0.bins) }
      : plan.bins.indices.map { Region(name: plan.names[$0], kind: "part", bins: [$0]) }
    let limit = Limit.overviewCards.value
    if regions.count > limit {
      let size = (regions.count + limit - 1) / limit
      regions = stride(from: 0, to: regions.count, by: size).map { start in
        let run = regions[start..<min(start + size, regions.count)]
        return Region(
          name: "\(run[start].name) … \(run[run.endIndex - 1].name)", kind: "\(run.count) × \(run[start].kind)",
          bins: run.flatMap(\.bins))
      }
    }
    var seen: Set<String> = []
    for position in regions.indices where !seen.insert(regions[position].name).inserted {
      regions[position].name += " (\(regions[position].kind))"
    }
    return regions
  }

  private static func partList(_ region: Region, _ plan: PartitionPlan) -> String {
    let names = region.bins.map { plan.names[$0] }
    guard let first = names.first, let last = names.last else { return "" }
    return names.count == 1 ? "part \(first)" : "parts \(first) … \(last) (\(names.count))"
  }
}
