import PodmapManifests

/// How many edges a graph may have: a few lines of a manifest can select everything many times.
struct EdgeBudget {
  /// How many objects are linked before it is checked again.
  static let objectsPerRound = 1024

  private let limit: Int
  private(set) var isExceeded = false

  /// `objects` is how many the input has.
  init(objects: Int) {
    // Who gives the limit means it.
    limit =
      Limit.edges.isAdjusted
      ? Limit.edges.value : max(Limit.edges.value, objects * Limit.edgesPerObject.value)
  }

  mutating func hasRoom(for count: Int, after existing: Int) -> Bool { room(for: count, after: existing) == count }

  /// How many of some more edges may be added.
  mutating func room(for count: Int, after existing: Int) -> Int {
    let room = min(count, max(0, limit - existing))
    if room < count { isExceeded = true }
    return room
  }

  /// What is said if edges were left out.
  var message: Diagnostic? {
    guard isExceeded else { return nil }
    return Diagnostic(
      .error, topic: .limit,
      "the objects make more than \(limit.grouped) edges, and the others are left out; select a part of the input, or "
        + Limit.edges.advice)
  }
}
