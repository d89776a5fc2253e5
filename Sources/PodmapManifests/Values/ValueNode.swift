extension ValueTree {
  /// What a node of the tree is.
  enum Shape: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  /// A node of a `ValueTree`, in 16 bytes: a large input has millions of them.
  struct Node: Sendable {
    /// The column, and the shape in two bits. No file is so large that a column needs more than the other thirty.
    private var columnAndShape: UInt32
    /// The line, and what is special about the node in three bits: a scalar's style, or 1 for a mapping with a merge key.
    private var lineAndLook: UInt32
    /// Scalar: how many bytes it has. Sequence: how many items. Mapping: how many keys.
    var count: UInt32
    /// Scalar: where its bytes start. Alias: the position of its target. Sequence or mapping: how many nodes its subtree
    /// has.
    private var extent: UInt32

    /// A scalar, whose bytes start at `start` in the text of its tree.
    static func scalar(style: Value.Style, line: Int, column: Int, start: Int, count: Int) -> Node {
      Node(.scalar, look: style.rawValue, line: line, column: column, count: count, extent: start)
    }

    /// An alias of the node at `target`.
    static func alias(of target: Int, line: Int, column: Int) -> Node {
      Node(.alias, look: 0, line: line, column: column, count: 0, extent: target)
    }

    /// A sequence of `count` items, or a mapping of as many keys, whose content follows.
    static func container(_ shape: Shape, line: Int, column: Int, count: Int = 0) -> Node {
      Node(shape, look: 0, line: line, column: column, count: count, extent: 1)
    }

    private init(_ shape: Shape, look: UInt8, line: Int, column: Int, count: Int, extent: Int) {
      columnAndShape = min(UInt32(clamping: column), .max >> 2) << 2 | UInt32(shape.rawValue)
      lineAndLook = UInt32(look)
      self.count = UInt32(count)
      self.extent = UInt32(extent)
      self.line = line
    }

    var shape: Shape { Shape(rawValue: UInt8(columnAndShape & 0b11)) ?? .scalar }

    /// Counts characters from 1.
    var column: Int { Int(columnAndShape >> 2) }

    /// Counts from 1; the lines after 536,870,911 count as that one.
    var line: Int {
      get { Int(lineAndLook >> 3) }
      set { lineAndLook = min(UInt32(clamping: newValue), .max >> 3) << 3 | lineAndLook & 0b111 }
    }

    /// How a scalar was written; plain for all others.
    var style: Value.Style { shape == .scalar ? Value.Style(rawValue: UInt8(lineAndLook & 0b111)) ?? .plain : .plain }

    /// Whether it is a mapping with a merge key (`<<`) among its own keys.
    var hasMerge: Bool { shape == .mapping && lineAndLook & 0b111 != 0 }

    mutating func noteMerge() { lineAndLook |= 1 }

    private var isContainer: Bool { shape == .sequence || shape == .mapping }

    /// How many nodes its subtree has, itself among them: its next sibling is that many nodes further.
    var size: Int { isContainer ? Int(extent) : 1 }

    /// Ends a sequence or a mapping, whose subtree has `size` nodes.
    mutating func close(size: Int) {
      assert(isContainer, "only sequences and mappings have content")
      extent = UInt32(size)
    }

    /// Scalar: where its bytes start in the text. Alias: the position of its target.
    var start: Int {
      assert(!isContainer, "sequences and mappings have no text")
      return Int(extent)
    }
  }
}
