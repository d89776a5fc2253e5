import PodmapManifests

/// Pairs the items of two lists that correspond to each other.
struct ListAlignment {
  struct Pair {
    /// The item in a path: a name, or its number in the list.
    var name: String
    var old: Declared?
    var new: Declared?
  }

  private(set) var pairs: [Pair] = []

  init(_ old: [Declared], _ new: [Declared], _ order: ListOrder) {
    switch order {
    case .free(let keys): alignByKeys(old, new, keys)
    case .significant: alignInOrder(old, new)
    }
  }

  // MARK: - Without order

  /// Pairs equal items first, then those with the same name, then the rest.
  private mutating func alignByKeys(_ old: [Declared], _ new: [Declared], _ keys: [String]) {
    var equal: [String: Int] = [:]
    for item in new { equal[item.identity, default: 0] += 1 }
    var restOld: [Declared] = []
    var isTaken: [String: Int] = [:]
    for item in old {
      let identity = item.identity
      if equal[identity, default: 0] > 0 {
        equal[identity, default: 0] -= 1
        isTaken[identity, default: 0] += 1
      } else {
        restOld.append(item)
      }
    }
    var restNew: [Declared] = []
    for item in new {
      let identity = item.identity
      if isTaken[identity, default: 0] > 0 { isTaken[identity, default: 0] -= 1 } else { restNew.append(item) }
    }
    var byName = Dictionary(grouping: restNew.indices) { Self.name(restNew[$0], keys) ?? "" }
    var isFree = [Bool](repeating: true, count: restNew.count)
    var unnamed: [Declared] = []
    for item in restOld {
      if let name = Self.name(item, keys), let found = byName[name]?.first {
        byName[name]?.removeFirst()
        isFree[found] = false
        pairs.append(Pair(name: name, old: item, new: restNew[found]))
      } else {
        unnamed.append(item)
      }
    }
    let others = restNew.indices.filter { isFree[$0] }.map { restNew[$0] }
    // Mappings without a name are compared with each other; scalars and items with different names are unrelated.
    var candidates = others.filter { Self.name($0, keys) == nil && $0.shown == nil }
    for item in unnamed {
      if Self.name(item, keys) == nil, item.shown == nil, !candidates.isEmpty {
        let best = candidates.indices.min { Self.distance(item, candidates[$0]) < Self.distance(item, candidates[$1]) }
        pairs.append(Pair(name: "", old: item, new: candidates.remove(at: best ?? 0)))
      } else {
        pairs.append(Pair(name: Self.name(item, keys) ?? "", old: item))
      }
    }
    let left = others.filter { Self.name($0, keys) != nil || $0.shown != nil } + candidates
    pairs += left.map { Pair(name: Self.name($0, keys) ?? "", new: $0) }
    pairs.sort { $0.name < $1.name }
  }

  /// The number of top-level fields that differ.
  private static func distance(_ old: Declared, _ new: Declared) -> Int {
    Set(old.fields.keys).union(new.fields.keys).count { old[$0] != new[$0] }
  }

  /// "80", "53/UDP", "db": the values of the fields that identify an item.
  private static func name(_ item: Declared, _ keys: [String]) -> String? {
    let values = keys.compactMap { key in item[key].flatMap { $0.shown ?? $0["name"]?.shown } }
    return values.isEmpty ? nil : values.joined(separator: "/")
  }

  // MARK: - In order

  private mutating func alignInOrder(_ old: [Declared], _ new: [Declared]) {
    let (oldIDs, newIDs) = (old.map(\.identity), new.map(\.identity))
    var start = 0
    while start < min(old.count, new.count), oldIDs[start] == newIDs[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, oldIDs[oldEnd - 1] == newIDs[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    var (lastOld, lastNew) = (start, start)
    let same = Self.common(Array(oldIDs[start..<oldEnd]), Array(newIDs[start..<newEnd]))
    for (own, other) in same.map({ ($0.0 + start, $0.1 + start) }) + [(oldEnd, newEnd)] {
      pair(old, lastOld..<own, new, lastNew..<other)
      (lastOld, lastNew) = (own + 1, other + 1)
    }
  }

  /// Pairs the items between two equal ones: by name, otherwise in order.
  private mutating func pair(_ old: [Declared], _ own: Range<Int>, _ new: [Declared], _ other: Range<Int>) {
    var rest = Array(other)
    var pairs: [(Int, Pair)] = []
    var unpaired: [Int] = []
    var last = -1
    for position in own {
      // Never crosswise, because the order matters.
      if let name = old[position]["name"]?.shown,
        let found = rest.firstIndex(where: { $0 > last && new[$0]["name"]?.shown == name })
      {
        let number = rest.remove(at: found)
        last = number
        pairs.append((number, Pair(name: name, old: old[position], new: new[number])))
      } else {
        unpaired.append(position)
      }
    }
    for position in unpaired {
      if rest.isEmpty {
        pairs.append((position, Pair(name: String(position), old: old[position])))
      } else {
        let number = rest.removeFirst()
        pairs.append((number, Pair(name: String(number), old: old[position], new: new[number])))
      }
    }
    pairs += rest.map { ($0, Pair(name: String($0), new: new[$0])) }
    self.pairs += pairs.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The positions of the longest common subsequence.
  private static func common(_ old: [String], _ new: [String]) -> [(Int, Int)] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= Limit.alignedItems.value else { return [] }
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for own in old.indices.reversed() {
      for other in new.indices.reversed() {
        lengths[own][other] =
          old[own] == new[other]
          ? lengths[own + 1][other + 1] + 1 : max(lengths[own + 1][other], lengths[own][other + 1])
      }
    }
    var found: [(Int, Int)] = []
    var (own, other) = (0, 0)
    while own < old.count, other < new.count {
      if old[own] == new[other] {
        found.append((own, other))
        (own, other) = (own + 1, other + 1)
      } else if lengths[own + 1][other] >= lengths[own][other + 1] {
        own += 1
      } else {
        other += 1
      }
    }
    return found
  }
}
