/// One YAML document as a compact tree: all nodes in one array in the order of the text, all scalars in one buffer.
///
/// A node knows how many nodes its subtree has, so its next sibling is one step away and no node needs an object of its
/// own.
/// Built by `ValueTreeBuilder`, read through `Value`.
package final class ValueTree: Sendable {
  let nodes: ContiguousArray<Node>
  let text: ContiguousArray<UInt8>
  /// Whether a mapping may have a key twice.
  let mayRepeatKeys: Bool

  init(nodes: ContiguousArray<Node>, text: ContiguousArray<UInt8>, mayRepeatKeys: Bool = true) {
    self.nodes = nodes
    self.text = text
    self.mayRepeatKeys = mayRepeatKeys
  }

  /// The root of the document.
  package var root: Value { Value(self, at: 0) }

  /// The position of the last value of a key, among a mapping's own keys.
  ///
  /// Reading manifests spends most of its time here, so it works on memory directly.
  func lastValue(of key: String, inMappingAt mapping: Int) -> Int? {
    var key = key
    return key.withUTF8 { key in
      nodes.withUnsafeBufferPointer { nodes in
        text.withUnsafeBufferPointer { text in
          var found: Int?
          var position = mapping + 1
          let end = mapping + nodes[mapping].size
          while position < end {
            let valuePosition = position + nodes[position].size
            let node = nodes[position].shape == .alias ? nodes[nodes[position].start] : nodes[position]
            if node.shape == .scalar, Int(node.count) == key.count, Self.equal(text, at: node.start, key) {
              found = valuePosition
              if !mayRepeatKeys { break }
            }
            position = valuePosition + nodes[valuePosition].size
          }
          return found
        }
      }
    }
  }

  private static func equal(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for position in key.indices where text[start + position] != key[position] { return false }
    return true
  }
}
