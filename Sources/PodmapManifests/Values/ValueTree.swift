/// One YAML document as a compact tree: all nodes in one array in the order of the text, all scalars in one buffer.
///
/// A node knows where its subtree ends, so its next sibling is one step away and no node needs an object of its own.
/// Built by `ValueTreeBuilder`, read through `Value`.
package final class ValueTree: Sendable {
  let nodes: ContiguousArray<Node>
  let text: ContiguousArray<UInt8>

  init(nodes: ContiguousArray<Node>, text: ContiguousArray<UInt8>) {
    self.nodes = nodes
    self.text = text
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
          let end = Int(nodes[mapping].end)
          while position < end {
            let valuePosition = Int(nodes[position].end)
            let node = nodes[position].shape == .alias ? nodes[Int(nodes[position].start)] : nodes[position]
            if node.shape == .scalar, Int(node.count) == key.count, Self.equal(text, at: Int(node.start), key) {
              found = valuePosition
            }
            position = Int(nodes[valuePosition].end)
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

extension ValueTree {
  enum Shape: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  struct Node: Sendable {
    var shape: Shape
    var style: Value.Style
    /// Whether a mapping has a merge key (`<<`) among its own keys.
    var hasMerge: Bool
    /// Counts from 1.
    var line: UInt32
    /// Counts characters from 1.
    var column: UInt32
    /// The position after the last node of this subtree.
    var end: UInt32
    /// Scalar: where its bytes start in `text`. Alias: the position of the node that it refers to.
    var start: UInt32
    /// Scalar: how many bytes it has. Sequence: how many items. Mapping: how many keys.
    var count: UInt32
  }
}
