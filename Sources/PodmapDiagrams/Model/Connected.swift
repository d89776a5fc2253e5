/// Positions in groups of which the members lead to each other: each in the order of a walk from its first member, and
/// the groups in the order of `starts`.
func connected(_ starts: some Sequence<Int>, _ neighbours: (Int) -> some Sequence<Int>) -> [[Int]] {
  var reached: Set<Int> = []
  var groups: [[Int]] = []
  for start in starts where reached.insert(start).inserted {
    var group = [start]
    var next = 0
    while next < group.count {
      for neighbour in neighbours(group[next]) where reached.insert(neighbour).inserted { group.append(neighbour) }
      next += 1
    }
    groups.append(group)
  }
  return groups
}
