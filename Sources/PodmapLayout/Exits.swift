/// Where lines leave their cards: spread along the far side, straight ones in line with their ends.
struct Exits {
  /// The lines that leave a card at one point.
  struct Slot {
    /// The runs.
    var runs: [Int]
    /// The coordinate of their row, if they have one.
    var fixed: Int?
    /// Where they lead to, on average.
    var aim: Int
    /// Where each of them leads to.
    var aims: [Int]
  }

  /// The cross coordinate at which each run leaves its card.
  private(set) var ofRun: [Int: Int] = [:]
  /// For each run that shares its exit, the first of the runs that do.
  private(set) var fanOfRun: [Int: Int] = [:]
  /// The exits of each card, in the order of their places.
  private(set) var slots: [[Slot]]
  /// Where exits of each card can be.
  private var ranges: [ClosedRange<Int>]

  /// The distance between two exits, if there is room.
  private static let spacing = 24
  /// The distance below which lines leave together.
  private static let leastSpacing = 5

  init(cards: Int) {
    slots = Array(repeating: [], count: cards)
    ranges = Array(repeating: 0...0, count: cards)
  }

  /// Places the exits of one card.
  mutating func place(
    card: Int, of part: Part, graph: LayerGraph, ports: Ports, coordinates: CrossCoordinates,
    isLaneAtEnd: [Bool]
  ) {
    var aims: [Int: Int] = [:]
    for edge in graph.edgesDown[card] {
      guard let run = graph.edges[edge].run else { continue }
      aims[run] = coordinates.middle[graph.edges[edge].lower] + coordinates.offset(of: edge)
    }
    let exits = ports.exits[card].map { exit in
      let outside = isLaneAtEnd[exit.run] ? coordinates.end + 100 : coordinates.start - 100
      let aim = aims[exit.run] ?? outside
      let row = exit.row.map { $0 + coordinates.middle[card] }
      return (slot: Slot(runs: [exit.run], fixed: row, aim: aim, aims: [aim]), net: exit.net)
    }
    let start = coordinates.middle[card] - part.cross[card] / 2
    let corner = min(4, part.cross[card] / 4)
    ranges[card] = start + corner...start + part.cross[card] - corner
    let isCrowded = (exits.count - 1) * Self.leastSpacing > part.cross[card] - 2 * corner
    let free = exits.filter { $0.slot.fixed == nil }.map(\.slot)
    let atRows = Dictionary(grouping: exits.filter { $0.slot.fixed != nil }) { $0.slot.fixed ?? 0 }
    slots[card] =
      atRows.sorted { $0.key < $1.key }.flatMap { row, exits in atRow(row, exits) }
      + joined(free) { isCrowded && aims[$0.runs[0]] != nil ? Int.max : nil }
    separateRows(of: card)
    spread(card, from: start, length: part.cross[card])
    var beside: [Int: [Int]] = [:]
    for run in ports.startsBeside[card] {
      guard case .beside(let offset, _) = ports.starts[run] else { continue }
      ofRun[run] = coordinates.middle[card] + offset
      beside[offset, default: []].append(run)
    }
    for runs in beside.values where runs.count > 1 {
      for run in runs { fanOfRun[run] = runs[0] }
    }
    snap(card)
  }

  /// The exits of one row: each has a place of its own if there are few; if there are many, those of one kind leave
  /// together.
  private mutating func atRow(_ row: Int, _ exits: [(slot: Slot, net: Int)]) -> [Slot] {
    let nets = Set(exits.map(\.net)).sorted()
    var result = exits.map(\.slot)
    if exits.count > Self.separable {
      let netOfRun = Dictionary(uniqueKeysWithValues: exits.map { ($0.slot.runs[0], $0.net) })
      result = joined(result) { netOfRun[$0.runs[0]] }
      result.sort { (netOfRun[$0.runs[0]] ?? 0) < (netOfRun[$1.runs[0]] ?? 0) }
    } else {
      result.sort { ($0.aim, $0.runs[0]) < ($1.aim, $1.runs[0]) }
    }
    let count = exits.count > Self.separable ? nets.count : exits.count
    let spacing = min(6, 30 / max(1, count - 1))
    for index in result.indices { result[index].fixed = row + (2 * index - (count - 1)) * spacing / 2 }
    return result
  }

  /// The number of lines that can leave a row at places of their own.
  private static let separable = 6

  /// Moves exits of neighbouring rows that would be on top of each other.
  private mutating func separateRows(of card: Int) {
    let rows = slots[card].indices.filter { slots[card][$0].fixed != nil }
      .sorted { (slots[card][$0].fixed ?? 0, $0) < (slots[card][$1].fixed ?? 0, $1) }
    guard rows.count > 1 else { return }
    let room = ranges[card].upperBound - ranges[card].lowerBound
    let gap = min(Double(Self.leastSpacing), Double(room) / Double(rows.count - 1))
    let wanted = rows.map {
      Double(min(max(slots[card][$0].fixed ?? 0, ranges[card].lowerBound), ranges[card].upperBound))
    }
    let places = Self.places(wanted, weights: rows.map { _ in 1 }, gap: gap, in: ranges[card])
    for (index, place) in zip(rows, places) { slots[card][index].fixed = Int(place.rounded(.down)) }
  }

  /// The places nearest to those that are wanted, at least `gap` apart and within `range`.
  private static func places(
    _ wanted: [Double], weights: [Double], gap: Double, in range: ClosedRange<Int>
  ) -> [Double] {
    var places = positions(
      wanted: wanted, weights: weights, gaps: Array(repeating: gap, count: wanted.count - 1))
    let last = places.count - 1
    for index in 0...last { places[index] = max(places[index], Double(range.lowerBound) + Double(index) * gap) }
    for index in (0...last).reversed() {
      places[index] = min(places[index], Double(range.upperBound) - Double(last - index) * gap)
    }
    return places
  }

  /// Joins the exits with equal keys to fans.
  private mutating func joined(_ exits: [Slot], key: (Slot) -> Int?) -> [Slot] {
    var result: [Slot] = []
    var places: [Int: Int] = [:]
    for exit in exits {
      guard let key = key(exit) else {
        result.append(exit)
        continue
      }
      if let place = places[key] {
        result[place].runs += exit.runs
        result[place].aim += exit.aim
        result[place].aims += exit.aims
      } else {
        places[key] = result.count
        result.append(exit)
      }
    }
    for place in result.indices where result[place].runs.count > 1 {
      result[place].aim /= result[place].runs.count
      for run in result[place].runs { fanOfRun[run] = result[place].runs[0] }
    }
    return result
  }

  /// Moves exits that are nearly in line with their ends exactly there, if no other exit is close.
  private mutating func snap(_ card: Int) {
    for (index, slot) in slots[card].enumerated() where slot.fixed == nil {
      guard let here = ofRun[slot.runs[0]] else { continue }
      guard let aim = slot.aims.min(by: { abs($0 - here) < abs($1 - here) }), here != aim, abs(here - aim) <= 9
      else { continue }
      let isFree = slots[card].indices.allSatisfy {
        $0 == index || abs((ofRun[slots[card][$0].runs[0]] ?? aim) - aim) >= 7
      }
      guard isFree, ranges[card].contains(aim) else { continue }
      for run in slot.runs { ofRun[run] = aim }
    }
  }

  private mutating func spread(_ card: Int, from start: Int, length: Int) {
    guard !slots[card].isEmpty else { return }
    slots[card].sort { one, other in
      let (a, b) = (one.fixed ?? one.aim, other.fixed ?? other.aim)
      return (a, one.aim, one.runs[0]) < (b, other.aim, other.runs[0])
    }
    let sorted = slots[card]
    if sorted.contains(where: { $0.fixed != nil }) {
      spreadBesideRows(card)
      return
    }
    let margin = min(7, length / 4)
    let (low, high) = (start + margin, start + length - margin)
    let spacing = min(Double(Self.spacing), Double(high - low) / Double(sorted.count))
    let wanted = sorted.map { Double(min(max($0.aim, low), high)) }
    let weights = sorted.map { low <= $0.aim && $0.aim <= high ? 30.0 : 1.0 }
    let places = Self.places(wanted, weights: weights, gap: spacing, in: low...high)
    for (slot, place) in zip(sorted, places) {
      for run in slot.runs { ofRun[run] = min(max(Int(place.rounded(.down)), start), start + length) }
    }
  }

  /// Lines from rows leave exactly there; the others find places between them.
  private mutating func spreadBesideRows(_ card: Int) {
    var taken: [(place: Int, aim: Int)] = []
    for slot in slots[card] {
      guard let fixed = slot.fixed else { continue }
      taken.append((fixed, slot.aim))
      for run in slot.runs { ofRun[run] = fixed }
    }
    for slot in slots[card] where slot.fixed == nil {
      var best: (cost: Int, place: Int)?
      for place in ranges[card] {
        let room = taken.map { abs($0.place - place) }.min() ?? 99
        let inversions = taken.count { $0.place < place ? $0.aim > slot.aim : $0.aim < slot.aim }
        let cost =
          abs(place - slot.aim) + 1_000 * max(0, Self.leastSpacing - room) + 3 * max(0, 9 - room) + 50 * inversions
        if best.map({ cost < $0.cost }) ?? true { best = (cost, place) }
      }
      guard let place = best?.place else { continue }
      taken.append((place, slot.aim))
      for run in slot.runs { ofRun[run] = place }
    }
    let places = ofRun
    slots[card].sort { (places[$0.runs[0]] ?? 0, $0.runs[0]) < (places[$1.runs[0]] ?? 0, $1.runs[0]) }
  }

  /// Exchanges the places of an exit and the next one.
  mutating func exchange(_ index: Int, of card: Int) {
    let (first, second) = (slots[card][index], slots[card][index + 1])
    let (one, other) = (ofRun[first.runs[0]], ofRun[second.runs[0]])
    for run in first.runs { ofRun[run] = other }
    for run in second.runs { ofRun[run] = one }
    slots[card].swapAt(index, index + 1)
  }

  /// Moves the exits of one card that are close to the lower end of another line a little aside, so that the two don't
  /// look like one. `lowerEnds` are in order.
  mutating func avoid(_ lowerEnds: [(place: Int, trunk: Int)], card: Int, trunkOfRun: (Int) -> Int) {
    for (index, slot) in slots[card].enumerated() where slot.fixed == nil {
      guard let here = ofRun[slot.runs[0]] else { continue }
      let trunks = slot.runs.map(trunkOfRun)
      let near = Self.range(of: lowerEnds, here - 14...here + 14)
      func isClose(_ place: Int) -> Bool {
        near.contains { !trunks.contains($0.trunk) && abs($0.place - place) < 5 }
      }
      if near.contains(where: { trunks.contains($0.trunk) && $0.place == here }) || !isClose(here) { continue }
      let before = index > 0 ? ofRun[slots[card][index - 1].runs[0]] : nil
      let after = index + 1 < slots[card].count ? ofRun[slots[card][index + 1].runs[0]] : nil
      for shift in [5, -5, 7, -7, 9, -9] {
        let place = here + shift
        let isFree = (before.map { place - $0 >= 5 } ?? true) && (after.map { $0 - place >= 5 } ?? true)
        if ranges[card].contains(place), isFree, !isClose(place) {
          for run in slot.runs { ofRun[run] = place }
          break
        }
      }
    }
  }

  private static func range(
    of ends: [(place: Int, trunk: Int)], _ range: ClosedRange<Int>
  ) -> ArraySlice<(place: Int, trunk: Int)> {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle].place < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < ends.count, ends[end].place <= range.upperBound { end += 1 }
    return ends[low..<end]
  }
}
