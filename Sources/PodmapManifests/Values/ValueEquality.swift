extension Value {
  /// Whether both values mean the same: the order of keys, comments and the style of a scalar do not
  /// count, except that a quoted scalar is never a null.
  package func means(_ other: Value) -> Bool {
    switch (node.shape, other.node.shape) {
    case (.scalar, .scalar):
      return isNull == other.isNull && (isNull || written == other.written)
    case (.sequence, .sequence):
      let (left, right) = (items, other.items)
      return left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
    case (.mapping, .mapping):
      let left = Dictionary(fields.map { ($0.key.written, $0.value) }) { $1 }
      let right = Dictionary(other.fields.map { ($0.key.written, $0.value) }) { $1 }
      return left.count == right.count
        && left.allSatisfy { key, value in right[key].map { value.means($0) } ?? false }
    default:
      return false
    }
  }
}
