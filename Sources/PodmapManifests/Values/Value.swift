/// A value in a document: a scalar, a sequence or a mapping, with its place in the text.
///
/// A scalar stays the text that was written. What type it has is decided by the field that reads it, as
/// in Kubernetes: `yes` is a boolean only where a boolean is asked for.
package struct Value: Sendable {
  /// How a scalar was written.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package let tree: ValueTree
  let index: Int

  init(_ tree: ValueTree, at index: Int) {
    self.tree = tree
    self.index = tree.nodes[index].shape == .alias ? Int(tree.nodes[index].start) : index
  }

  var node: ValueTree.Node { tree.nodes[index] }

  /// Counts from 1.
  package var line: Int { Int(node.line) }
  /// Counts characters from 1.
  package var column: Int { Int(node.column) }
  /// The place of this value in a file.
  package func place(in file: String) -> Place { Place(file: file, line: line, column: column) }

  /// How a scalar was written; plain for everything else.
  package var style: Style { node.style }
  package var isScalar: Bool { node.shape == .scalar }
  /// Whether it is a scalar that begins on the line behind its mark, `|` or `>`.
  package var isBlock: Bool { isScalar && (node.style == .literal || node.style == .folded) }
  package var isSequence: Bool { node.shape == .sequence }
  package var isMapping: Bool { node.shape == .mapping }

  /// A plain scalar that YAML resolves to nothing: empty, `~`, `null`.
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
  /// The value of a key of this mapping; merged mappings come after the mapping's own keys, and of a key
  /// that is written twice the last one counts.
  package subscript(key: String) -> Value? {
    let node = node
    guard node.shape == .mapping else { return nil }
    if let found = tree.lastValue(of: key, inMappingAt: index) { return Value(tree, at: found) }
    return node.hasMerge ? merged.lazy.compactMap { $0[key] }.first : nil
  }

  /// The items of this sequence; empty for everything else.
  package var items: [Value] {
    guard node.shape == .sequence else { return [] }
    var items: [Value] = []
    items.reserveCapacity(Int(node.count))
    var position = index + 1
    while position < Int(node.end) {
      items.append(Value(tree, at: position))
      position = Int(tree.nodes[position].end)
    }
    return items
  }

  /// One item of this sequence; nothing where it has fewer, and for everything else.
  package func item(at number: Int) -> Value? {
    guard node.shape == .sequence, (0..<Int(node.count)).contains(number) else { return nil }
    var position = index + 1
    for _ in 0..<number { position = Int(tree.nodes[position].end) }
    return Value(tree, at: position)
  }

  /// The keys and values of this mapping in the order of the text, merged ones last; empty for everything
  /// else. Keys that are no scalars are left out.
  package var fields: [(key: Value, value: Value)] {
    guard node.shape == .mapping else { return [] }
    var fields: [(key: Value, value: Value)] = []
    fields.reserveCapacity(Int(node.count))
    var position = index + 1
    while position < Int(node.end) {
      let keyEnd = Int(tree.nodes[position].end)
      let key = Value(tree, at: position)
      if key.isScalar && !isMergeKey(position) { fields.append((key, Value(tree, at: keyEnd))) }
      position = Int(tree.nodes[keyEnd].end)
    }
    guard node.hasMerge else { return fields }
    var seen = Set(fields.map { $0.key.written })
    for field in merged.flatMap(\.fields) where seen.insert(field.key.written).inserted { fields.append(field) }
    return fields
  }

  /// The value under several keys in turn.
  package func at(_ keys: String...) -> Value? {
    var value = self
    for key in keys {
      guard let next = value[key] else { return nil }
      value = next
    }
    return value
  }

  /// The mappings that `<<` brings in, nearest first.
  private var merged: [Value] {
    var sources: [Value] = []
    var position = index + 1
    while position < Int(node.end) {
      let keyEnd = Int(tree.nodes[position].end)
      if isMergeKey(position) {
        let source = Value(tree, at: keyEnd)
        sources += source.isSequence ? source.items : [source]
      }
      position = Int(tree.nodes[keyEnd].end)
    }
    return sources.filter(\.isMapping)
  }

  private func isMergeKey(_ position: Int) -> Bool {
    tree.nodes[position].style == .plain && matches(position, "<<")
  }

  private func matches(_ position: Int, _ key: String) -> Bool {
    let node = tree.nodes[position].shape == .alias ? tree.nodes[Int(tree.nodes[position].start)] : tree.nodes[position]
    guard node.shape == .scalar, Int(node.count) == key.utf8.count else { return false }
    return tree.text.withUnsafeBufferPointer { text in
      Value.equal(UnsafeBufferPointer(rebasing: text[Int(node.start)..<Int(node.start + node.count)]), key)
    }
  }

  /// Compared byte by byte, since this is where most of the time of looking something up goes.
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
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = node
    return tree.text.withUnsafeBufferPointer { text in
      body(UnsafeBufferPointer(rebasing: text[Int(node.start)..<Int(node.start + node.count)]))
    }
  }

  /// The text of a scalar, whatever it may mean; empty for everything else.
  package var written: String {
    guard isScalar else { return "" }
    return withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a scalar; nothing for a null, a sequence or a mapping.
  package var text: String? {
    isScalar && !isNull ? written : nil
  }
}
