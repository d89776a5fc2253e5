/// A value in a YAML document: a scalar, a sequence or a mapping, with its position in the text.
///
/// A scalar keeps the text that was written. Its type depends on the field that reads it, as in Kubernetes: `yes` is a
/// boolean only in a boolean field.
package struct Value: Sendable {
  /// How a scalar was written.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package let tree: ValueTree
  let index: Int

  init(_ tree: ValueTree, at index: Int) {
    self.tree = tree
    self.index = tree.nodes[index].shape == .alias ? tree.nodes[index].start : index
  }

  var node: ValueTree.Node { tree.nodes[index] }

  /// Counts from 1.
  package var line: Int { node.line }
  /// Counts characters from 1.
  package var column: Int { node.column }
  /// The position of this value in a file.
  package func place(in file: String) -> Place { Place(file: file, line: line, column: column) }

  /// How the scalar was written; plain for sequences and mappings.
  package var style: Style { node.style }
  package var isScalar: Bool { node.shape == .scalar }
  /// Whether it is a block scalar, which begins on the line after its indicator, `|` or `>`.
  package var isBlock: Bool { isScalar && (node.style == .literal || node.style == .folded) }
  package var isSequence: Bool { node.shape == .sequence }
  package var isMapping: Bool { node.shape == .mapping }

  /// Whether it is a plain scalar that YAML resolves to null: empty, `~`, `null`.
  package var isNull: Bool {
    guard isScalar, node.style == .plain else { return false }
    return withBytes { bytes in
      switch bytes.count {
      case 0: true
      case 1: bytes[0] == UInt8(ascii: "~")
      case 4: ["null", "Null", "NULL"].contains { Value.equal(bytes, $0) }
      default: false
      }
    }
  }
}

// MARK: - Children

extension Value {
  /// The value of a key of this mapping. The mapping's own keys take precedence over merged ones, and the last of two
  /// equal keys over the first.
  package subscript(key: String) -> Value? {
    let node = node
    guard node.shape == .mapping else { return nil }
    if let found = tree.lastValue(of: key, inMappingAt: index) { return Value(tree, at: found) }
    return node.hasMerge ? merged.firstNonNil { $0[key] } : nil
  }

  /// The items of this sequence; empty for scalars and mappings.
  package var items: [Value] {
    guard node.shape == .sequence else { return [] }
    var items: [Value] = []
    items.reserveCapacity(Int(node.count))
    var position = index + 1
    while position < index + node.size {
      items.append(Value(tree, at: position))
      position += tree.nodes[position].size
    }
    return items
  }

  /// One item of this sequence, or `nil` if it has fewer or is not a sequence.
  package func item(at number: Int) -> Value? {
    guard node.shape == .sequence, (0..<Int(node.count)).contains(number) else { return nil }
    var position = index + 1
    for _ in 0..<number { position += tree.nodes[position].size }
    return Value(tree, at: position)
  }

  /// The keys and values of this mapping in the order of the text, merged ones last; empty for scalars and sequences.
  /// Keys that are not scalars are omitted.
  package var fields: [(key: Value, value: Value)] {
    guard node.shape == .mapping else { return [] }
    var fields: [(key: Value, value: Value)] = []
    fields.reserveCapacity(Int(node.count))
    var position = index + 1
    while position < index + node.size {
      let valuePosition = position + tree.nodes[position].size
      let key = Value(tree, at: position)
      if key.isScalar && !isMergeKey(position) { fields.append((key, Value(tree, at: valuePosition))) }
      position = valuePosition + tree.nodes[valuePosition].size
    }
    guard node.hasMerge else { return fields }
    var seen = Set(fields.map { $0.key.written })
    for field in merged.flatMap(\.fields) where seen.insert(field.key.written).inserted { fields.append(field) }
    return fields
  }

  /// The value at a path of keys.
  package func at(_ keys: String...) -> Value? {
    var value = self
    for key in keys {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }

  /// The mappings that `<<` merges into this one, nearest first.
  private var merged: [Value] {
    var sources: [Value] = []
    var position = index + 1
    while position < index + node.size {
      let valuePosition = position + tree.nodes[position].size
      if isMergeKey(position) {
        let source = Value(tree, at: valuePosition)
        sources += source.isSequence ? source.items : [source]
      }
      position = valuePosition + tree.nodes[valuePosition].size
    }
    return sources.filter(\.isMapping)
  }

  private func isMergeKey(_ position: Int) -> Bool {
    tree.nodes[position].style == .plain && matches(position, "<<")
  }

  private func matches(_ position: Int, _ key: String) -> Bool {
    let node = tree.nodes[position].shape == .alias ? tree.nodes[tree.nodes[position].start] : tree.nodes[position]
    guard node.shape == .scalar, Int(node.count) == key.utf8.count else { return false }
    return tree.text.withUnsafeBufferPointer { text in
      Value.equal(UnsafeBufferPointer(rebasing: text[node.start..<node.start + Int(node.count)]), key)
    }
  }

  /// Compares byte by byte, because lookups spend most of their time here.
  static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { other in
      guard bytes.count == other.count else { return false }
      for position in bytes.indices where bytes[position] != other[position] { return false }
      return true
    } ?? bytes.elementsEqual(text.utf8)
  }
}

// MARK: - Scalars

extension Value {
  /// Reads the bytes of a scalar.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = node
    return tree.text.withUnsafeBufferPointer { text in
      body(UnsafeBufferPointer(rebasing: text[node.start..<node.start + Int(node.count)]))
    }
  }

  /// The text of a scalar, even of a null; empty for sequences and mappings.
  package var written: String {
    guard isScalar else { return "" }
    return withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a scalar, or `nil` for a null, a sequence or a mapping.
  package var text: String? {
    isScalar && !isNull ? written : nil
  }
}
