/// Where lines leave their cards: spread along the far side, straight ones in line with their ends.
struct Exits {
  /// The cross coordinate at which each run leaves its card.
  private(set) var ofRun: [Int: Int] = [:]

  /// Where exits of the card that was placed last can be, if that makes their lines straight.
  private var range: ClosedRange<Int>?

  /// The distance between two exits, if there is room.
  private static let spacing = 13

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
      return (run: exit.run, fixed: exit.fixed.map { $0 + coordinates.middle[card] }, aim: aims[exit.run] ?? outside)
    }
    place(exits, from: coordinates.middle[card] - part.cross[card] / 2, length: part.cross[card])
    for run in ports.startsBeside[card] {
      if case .beside(let offset, _) = ports.starts[run] { ofRun[run] = coordinates.middle[card] + offset }
    }
    snap(exits.filter { $0.fixed == nil }, all: exits.map(\.run))
  }

  /// Moves exits that are nearly in line with their ends exactly there, if no other exit is close.
  private mutating func snap(_ exits: [(run: Int, fixed: Int?, aim: Int)], all: [Int]) {
    for exit in exits {
      guard let here = ofRun[exit.run], here != exit.aim, abs(here - exit.aim) <= 9 else { continue }
      let isFree = all.allSatisfy { $0 == exit.run || abs((ofRun[$0] ?? exit.aim) - exit.aim) >= 7 }
      if isFree, let range, range.contains(exit.aim) { ofRun[exit.run] = exit.aim }
    }
  }

  private mutating func place(_ exits: [(run: Int, fixed: Int?, aim: Int)], from start: Int, length: Int) {
    guard !exits.isEmpty else { return }
    let margin = min(7, length / 4)
    let (low, high) = (start + margin, start + length - margin)
    let corner = min(4, length / 4)
    range = start + corner...start + length - corner
    let spacing = min(Double(Self.spacing), Double(high - low) / Double(exits.count))
    let sorted = exits.sorted { one, other in
      let (a, b) = (one.fixed ?? one.aim, other.fixed ?? other.aim)
      return (a, one.aim, one.run) < (b, other.aim, other.run)
    }
    let wanted = sorted.map { Double($0.fixed ?? min(max($0.aim, low), high)) }
    let weights = sorted.map { exit in exit.fixed != nil ? 1e6 : low <= exit.aim && exit.aim <= high ? 30.0 : 1.0 }
    let gaps = sorted.indices.dropFirst().map { index in
      guard let one = sorted[index - 1].fixed, let other = sorted[index].fixed else { return spacing }
      return min(spacing, Double(max(4, other - one)))
    }
    var places = positions(wanted: wanted, weights: weights, gaps: gaps)
    let last = places.count - 1
    for index in 0...last where sorted[index].fixed == nil {
      places[index] = max(places[index], Double(low) + Double(index) * spacing)
    }
    for index in (0...last).reversed() where sorted[index].fixed == nil {
      places[index] = min(places[index], Double(high) - Double(last - index) * spacing)
    }
    for (exit, place) in zip(sorted, places) {
      ofRun[exit.run] = min(max(Int(place.rounded(.down)), start), start + length)
    }
  }

  /// Moves the exits of one layer that are close to the lower end of another line a little aside, so that the two don't
  /// look like one.
  mutating func avoid(_ lowerEnds: [(place: Int, trunk: Int)], exits: [(run: Int, trunk: Int, low: Int, high: Int)]) {
    var taken = Set(exits.compactMap { ofRun[$0.run] })
    for exit in exits {
      guard let here = ofRun[exit.run] else { continue }
      func isClose(_ place: Int) -> Bool {
        lowerEnds.contains { $0.trunk != exit.trunk && abs($0.place - place) < 5 }
      }
      if lowerEnds.contains(where: { $0.trunk == exit.trunk && $0.place == here }) || !isClose(here) { continue }
      for shift in [5, -5, 7, -7, 9, -9] {
        let place = here + shift
        let isFree = !(place - 4...place + 4).contains { $0 != here && taken.contains($0) }
        if place >= exit.low, place <= exit.high, isFree, !isClose(place) {
          taken.remove(here)
          taken.insert(place)
          ofRun[exit.run] = place
          break
        }
      }
    }
  }
}
