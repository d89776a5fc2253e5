/// The fields of one part of an object, a pod or a container that differ: a text for each on the side that has it.
struct Detail: Sendable {
  var kind: ChangeKind
  var from: [String] = []
  var to: [String] = []

  init(_ kind: ChangeKind) { self.kind = kind }

  init(_ kind: ChangeKind, _ differences: [FieldDifference]) {
    self.kind = kind
    for difference in differences { add(difference.texts.from, difference.texts.to) }
  }

  mutating func add(_ from: String?, _ to: String?) {
    if let from { self.from.append(from) }
    if let to { self.to.append(to) }
  }

  var isEmpty: Bool { from.isEmpty && to.isEmpty }

  func change(_ ids: Change.Pair) -> Change? {
    isEmpty ? nil : Change(kind, ids, from: from, to: to)
  }
}
