/// The room between two layers: the lines in it run on parallel tracks.
///
/// Source: the left-edge algorithm, A. Hashimoto, J. Stevens, "Wire Routing by Optimizing Channel Assignment within
/// Large Apertures", Design Automation Workshop, 1971; here the tracks' order comes from the crossings it causes.
struct Channel {
  /// What connects the ends of one net within a channel.
  enum Key: Hashable {
    /// A trunk on its way to its card.
    case trunk(Int)
    /// A line on its way to a label.
    case label(node: Int)
    /// Lines on their way to a vertical outside all cards.
    case lane(Int)
    /// Lines of a trunk on their way out of the part.
    case leaving(trunk: Int, isAtEnd: Bool)
    /// Lines that leave their card at one point, named by the first of them.
    case fan(run: Int)
  }

  /// A horizontal of a channel, in a picture whose lines lead down, and the verticals that meet it.
  struct Net {
    /// What it belongs to.
    var key: Key
    /// The verticals that come from above.
    var ups: [Int] = []
    /// The verticals that lead down.
    var downs: [Int] = []
    /// Other places that it reaches.
    var ends: [Int] = []
    /// The number of its track.
    var track = 0
    /// The first coordinate it reaches.
    var low = 0
    /// The last coordinate it reaches.
    var high = 0

    /// Whether it needs no track.
    var isStraight: Bool { low == high }

    /// Finds the coordinates it reaches.
    mutating func measure() {
      let all = ups + downs + ends
      low = all.min() ?? 0
      high = all.max() ?? 0
    }

    /// Finds the coordinates it reaches, and removes verticals that are equal.
    mutating func finish() {
      measure()
      ups = Array(Set(ups)).sorted()
      downs = Array(Set(downs)).sorted()
    }

    /// Moves one vertical that comes from above or leads down.
    mutating func move(from place: Int, to other: Int, isUp: Bool) {
      if isUp, let index = ups.firstIndex(of: place) { ups[index] = other }
      if !isUp, let index = downs.firstIndex(of: place) { downs[index] = other }
      measure()
    }

    /// The crossings of this net with one that has a track below its own.
    func crossings(above lower: Net) -> Int {
      var result = 0
      for up in lower.ups {
        if low < up, up < high { result += 1 }
        // Verticals on top of each other look like one line.
        for down in downs where abs(up - down) < 5 { result += 20 }
      }
      for down in downs where lower.low < down && down < lower.high { result += 1 }
      return result
    }

    /// The crossings with another net, each on the better one of two tracks.
    func crossings(with other: Net) -> Int {
      guard low - 5 <= other.high, other.low - 5 <= high else { return 0 }
      if isStraight, other.isStraight { return 20 }
      if isStraight { return other.low < low && low < other.high ? 1 : 0 }
      if other.isStraight { return low < other.low && other.low < high ? 1 : 0 }
      return min(crossings(above: other), other.crossings(above: self))
    }
  }

  /// The nets, in the order in which they came.
  private(set) var nets: [Net] = []
  /// The number of tracks.
  private(set) var tracks = 0
  private var index: [Key: Int] = [:]

  /// The net for a key, made if there is none.
  mutating func change(_ key: Key, _ body: (inout Net) -> Void) {
    if index[key] == nil {
      index[key] = nets.count
      nets.append(Net(key: key))
    }
    if let number = index[key] { body(&nets[number]) }
  }

  /// The number of a net.
  func number(of key: Key) -> Int? { index[key] }

  /// The track of a net.
  func track(of key: Key) -> Int {
    index[key].map { nets[$0].track } ?? 0
  }

  /// Finds a track for each net.
  mutating func assignTracks() {
    for net in nets.indices { nets[net].finish() }
    let bent = nets.indices.filter { !nets[$0].isStraight }.sorted { (nets[$0].low, $0) < (nets[$1].low, $1) }
    let order = TrackOrder(of: bent.map { nets[$0] }).order.map { bent[$0] }
    // A net goes into the first track after those of all nets before it that it would overlap.
    for (rank, net) in order.enumerated() {
      var track = 0
      for other in order[..<rank] where nets[other].low <= nets[net].high + 9 && nets[net].low <= nets[other].high + 9 {
        track = max(track, nets[other].track + 1)
      }
      nets[net].track = track
      tracks = max(tracks, track + 1)
    }
  }
}

/// The order of a channel's nets from its upper to its lower side with few crossings: each net is moved to its best
/// place as long as that helps.
private struct TrackOrder {
  private(set) var order: [Int]

  init(of nets: [Channel.Net]) {
    let count = nets.count
    // The crossings that the first net causes above the second one, minus those below it.
    var excess = Array(repeating: 0, count: count * count)
    for first in 0..<count {
      for second in (first + 1)..<max(first + 1, count) {
        guard nets[first].low - 5 <= nets[second].high, nets[second].low - 5 <= nets[first].high else { continue }
        let value = nets[first].crossings(above: nets[second]) - nets[second].crossings(above: nets[first])
        excess[first * count + second] = value
        excess[second * count + first] = -value
      }
    }
    let scores = (0..<count).map { net in (0..<count).reduce(0) { $0 + excess[net * count + $1] } }
    order = (0..<count).sorted { (scores[$0], $0) < (scores[$1], $1) }
    for _ in 0..<(count <= 60 ? 6 : 2) {
      var isChanged = false
      for net in 0..<count {
        guard let here = order.firstIndex(of: net) else { continue }
        var (best, bestGain) = (here, 0)
        var gain = 0
        for place in stride(from: here - 1, through: 0, by: -1) {
          gain -= excess[net * count + order[place]]
          if gain > bestGain { (best, bestGain) = (place, gain) }
        }
        gain = 0
        for place in stride(from: here + 1, to: count, by: 1) {
          gain += excess[net * count + order[place]]
          if gain > bestGain { (best, bestGain) = (place, gain) }
        }
        guard best != here else { continue }
        order.remove(at: here)
        order.insert(net, at: best)
        isChanged = true
      }
      if !isChanged { return }
    }
  }
}
