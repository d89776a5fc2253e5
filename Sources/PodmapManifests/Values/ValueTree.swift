/// One document as a compact tree: all nodes in one array in the order of the text, all scalars in one
/// run of bytes.
///
/// A node knows where its subtree ends, so a sibling is one step away and no node needs an object of
/// its own. Built by `ValueTreeBuilder`, read through `Value`.
package final class ValueTree: Sendable {
  let nodes: ContiguousArray<Node>
  let text: ContiguousArray<UInt8>

  init(nodes: ContiguousArray<Node>, text: ContiguousArray<UInt8>) {
    self.nodes = nodes
    self.text = text
  }

  /// The value that the whole document is.
  package var root: Value { Value(self, at: 0) }
}

extension ValueTree {
  enum Shape: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  struct Node: Sendable {
    var shape: Shape
    var style: Value.Style
    /// A mapping with a merge key (`<<`) among its own keys.
    var hasMerge: Bool
    /// Counts from 1.
    var line: UInt32
    /// Counts characters from 1.
    var column: UInt32
    /// The position after the last node of this subtree.
    var end: UInt32
    /// Scalar: where its bytes start in `text`. Alias: the position of the node that it stands for.
    var start: UInt32
    /// Scalar: how many bytes it has. Sequence: how many items. Mapping: how many keys.
    var count: UInt32
  }
}
