extension ValueTree {
  /// What a node of the tree is.
  enum Shape: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  /// A node of a `ValueTree`, in 16 bytes: a large input has millions of them.
  struct Node: Sendable {
    /// The shape in two bits, the style in three, the merge in one, and the column in the rest.
    private var packed: UInt32
    /// Counts from 1.
    var line: UInt32
    /// Scalar: how many bytes it has. Sequence: how many items. Mapping: how many keys.
    var count: UInt32
    /// Scalar: where its bytes start. Alias: the position of its target. Otherwise the size.
    private var extent: UInt32

    /// A scalar, whose bytes start at `start` in the text of its tree.
    static func scalar(style: Value.Style, line: Int, column: Int, start: Int, count: Int) -> Node {
      Node(shape: .scalar, style: style, line: line, column: column, count: UInt32(count), extent: UInt32(start))
    }

    /// What stands for the node at `target`.
    static func alias(of target: Int, line: Int, column: Int) -> Node {
      Node(shape: .alias, style: .plain, line: line, column: column, count: 0, extent: UInt32(target))
    }

    /// A sequence or a mapping without content.
    static func container(_ shape: Shape, line: Int, column: Int) -> Node {
      Node(shape: shape, style: .plain, line: line, column: column, count: 0, extent: 1)
    }

    private init(shape: Shape, style: Value.Style, line: Int, column: Int, count: UInt32, extent: UInt32) {
      let column = min(UInt32(clamping: column), Self.greatestColumn)
      packed = UInt32(shape.rawValue) | UInt32(style.rawValue) << 2 | column << 6
      self.line = UInt32(clamping: line)
      self.count = count
      self.extent = extent
    }

    private static let greatestColumn = UInt32.max >> 6

    var shape: Shape { Shape(rawValue: UInt8(packed & 0b11)) ?? .scalar }
    var style: Value.Style { Value.Style(rawValue: UInt8(packed >> 2 & 0b111)) ?? .plain }

    /// Counts characters from 1.
    var column: Int { Int(packed >> 6) }

    /// Whether a mapping has a merge key (`<<`) among its own keys.
    var hasMerge: Bool {
      get { packed & 0b10_0000 != 0 }
      set { packed = newValue ? packed | 0b10_0000 : packed & ~0b10_0000 }
    }

    private var isContainer: Bool { shape == .sequence || shape == .mapping }

    /// How many nodes its subtree has, itself among them: its next sibling comes after so many.
    var size: Int {
      get { isContainer ? Int(extent) : 1 }
      set { if isContainer { extent = UInt32(newValue) } }
    }

    /// Scalar: where its bytes start in the text. Alias: the position of its target.
    var start: Int { isContainer ? 0 : Int(extent) }
  }
}
