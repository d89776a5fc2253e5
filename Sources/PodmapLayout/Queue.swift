/// States with priorities; those with equal priorities come out in the order in which they went in.
struct Queue {
  private var heap: [(priority: Int, number: Int, state: Int)] = []
  private var count = 0

  /// Puts a state in.
  mutating func push(_ state: Int, priority: Int) {
    heap.append((priority, count, state))
    count += 1
    var index = heap.count - 1
    while index > 0, isBefore(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Takes out the state with the lowest priority.
  mutating func pop() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.state }
    heap[0] = last
    var index = 0
    while true {
      var least = index
      let child = 2 * index + 1
      if child < heap.count, isBefore(child, least) { least = child }
      if child + 1 < heap.count, isBefore(child + 1, least) { least = child + 1 }
      if least == index { break }
      heap.swapAt(index, least)
      index = least
    }
    return first.state
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    (heap[one].priority, heap[one].number) < (heap[other].priority, heap[other].number)
  }
}
