extension Value {
  /// Whether both values mean the same. The order of keys, comments and the style of scalars make no difference, except
  /// that a quoted scalar is never null.
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

extension Value {
  /// Whether both values are written with the same keys and scalars in the same order: a quick check for most values
  /// that mean the same. Always false for values that contain aliases.
  package func isWrittenLike(_ other: Value) -> Bool {
    let (start, otherStart) = (index, other.index)
    let count = node.size
    guard count == other.node.size else { return false }
    return tree.nodes.withUnsafeBufferPointer { nodes in
      other.tree.nodes.withUnsafeBufferPointer { others in
        tree.text.withUnsafeBufferPointer { text in
          other.tree.text.withUnsafeBufferPointer { otherText in
            for offset in 0..<count {
              let (node, other) = (nodes[start + offset], others[otherStart + offset])
              guard node.shape == other.shape, node.shape != .alias, node.style == other.style,
                node.count == other.count, node.size == other.size
              else { return false }
              guard node.shape == .scalar else { continue }
              for byte in 0..<Int(node.count)
              where text[node.start + byte] != otherText[other.start + byte] { return false }
            }
            return true
          }
        }
      }
    }
  }
}
