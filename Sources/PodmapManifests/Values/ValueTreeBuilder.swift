/// Builds a `ValueTree` from a parser's events, in the order of the text.
struct ValueTreeBuilder {
  /// Why a YAML document can't become a tree.
  enum Refusal: Error {
    case tooDeep, tooManyAliases, unknownAlias, recursiveAlias
    /// A key that is a mapping or a sequence, at a line and column of the file. JSON has no such keys, so neither does
    /// Kubernetes.
    case keyIsNotText(line: Int, column: Int)
    /// A key without a text, which JSON has neither.
    case keyIsNull(line: Int, column: Int)
    /// A merge of something other than mappings.
    case mergesNoMapping(line: Int, column: Int)
    /// A number that JSON doesn't have.
    case notFinite
    /// A value that is not what its tag says.
    case wrongTag(TaggedScalar)
  }

  /// A key that occurs twice in one mapping.
  struct DuplicateKey {
    var key: String
    var line: Int
    var column: Int
  }

  private var nodes: ContiguousArray<ValueTree.Node> = []
  private var text: ContiguousArray<UInt8> = []
  private var open: [Int] = []
  private var anchors: [String: Int] = [:]
  /// The bytes of the values below each anchored node, with all aliases expanded.
  private var expansions: [Int: Int] = [:]
  private var expandedByAliases = 0
  /// How many bytes the aliases of the document may expand to.
  private var expansionRoom = 0
  private(set) var duplicateKeys: [DuplicateKey] = []
  /// The keys of the mapping that is being closed; reused, so that a mapping costs no allocation.
  private var keys: [Int] = []

  /// Begins with a text of `size` bytes, and forgets what is left of another.
  mutating func begin(size: Int) {
    expansionRoom = Swift.max(
      Limit.aliasExpansion.value, size.multipliedReportingOverflow(by: Limit.aliasGrowth.value).partialValue)
    expandedByAliases = 0
    clear()
    nodes.reserveCapacity(size / 8)
    text.reserveCapacity(size)
  }

  var isEmpty: Bool { nodes.isEmpty }

  mutating func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, style: Value.Style, anchor: String?, line: Int, column: Int
  ) throws(Refusal) {
    if style == .plain, TaggedScalar.isNotFinite(bytes), !expectsKey { throw .notFinite }
    let start = text.count
    text.append(contentsOf: bytes)
    append(.scalar(style: style, line: line, column: column, start: start, count: bytes.count), anchor: anchor)
    countInParent()
  }

  mutating func begin(_ shape: ValueTree.Shape, anchor: String?, line: Int, column: Int) throws(Refusal) {
    guard open.count < Limit.valueDepth.value else { throw .tooDeep }
    open.append(nodes.count)
    append(.container(shape, line: line, column: column), anchor: anchor)
  }

  mutating func end() throws(Refusal) {
    let position = open.removeLast()
    nodes[position].close(size: nodes.count - position)
    if nodes[position].shape == .mapping { try closeMapping(position) }
    countInParent()
  }

  mutating func alias(_ name: String, line: Int, column: Int) throws(Refusal) {
    guard let target = anchors[name] else { throw .unknownAlias }
    guard !open.contains(target) else { throw .recursiveAlias }
    let expansion = expansion(of: target)
    expandedByAliases += expansion
    guard expandedByAliases <= expansionRoom else { throw .tooManyAliases }
    append(.alias(of: target, line: line, column: column), anchor: nil)
    countInParent()
  }

  /// The finished tree; the builder is empty afterwards, and the next document may expand what this one has left.
  mutating func finish() -> ValueTree {
    defer { clear() }
    // Copies have the size of the tree, which stays in memory; the builder keeps its room for the next one.
    // An alias may repeat a key, too.
    let mayRepeatKeys = !duplicateKeys.isEmpty || !anchors.isEmpty
    guard text.count > Self.copiedSize else {
      return ValueTree(nodes: Self.copy(nodes), text: Self.copy(text), mayRepeatKeys: mayRepeatKeys)
    }
    let tree = ValueTree(nodes: nodes, text: text, mayRepeatKeys: mayRepeatKeys)
    (nodes, text) = ([], [])
    return tree
  }

  /// A copy with no room for more.
  private static func copy<Element>(_ elements: ContiguousArray<Element>) -> ContiguousArray<Element> {
    var copy: ContiguousArray<Element> = []
    copy.reserveCapacity(elements.count)
    copy.append(contentsOf: elements)
    return copy
  }

  /// The text of a larger tree, in bytes, isn't copied.
  private static let copiedSize = 1 << 20

  private mutating func clear() {
    nodes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    (anchors, expansions, duplicateKeys) = ([:], [:], [])
  }

  private mutating func append(_ node: ValueTree.Node, anchor: String?) {
    if let anchor { anchors[anchor] = nodes.count }
    nodes.append(node)
  }

  /// Whether the next value is a key of the innermost mapping.
  private var expectsKey: Bool {
    guard let parent = open.last else { return false }
    return nodes[parent].shape == .mapping && nodes[parent].count.isMultiple(of: 2)
  }

  private mutating func countInParent() {
    if let parent = open.last { nodes[parent].count += 1 }
  }

  /// The cost of an alias: the bytes of the values below its target, with aliases among them expanded as well.
  private mutating func expansion(of target: Int) -> Int {
    if let known = expansions[target] { return known }
    var total = 0
    for position in target..<target + nodes[target].size {
      let node = nodes[position]
      switch node.shape {
      case .alias: total += expansions[node.start, default: Self.valueCost]
      case .scalar: total += Self.valueCost + Int(node.count)
      case .sequence, .mapping: total += Self.valueCost
      }
    }
    expansions[target] = total
    return total
  }

  /// What a value counts besides its text.
  private static let valueCost = 8

  // MARK: - Keys

  /// Turns the count of children into the count of keys, marks merges and finds duplicate keys.
  private mutating func closeMapping(_ mapping: Int) throws(Refusal) {
    nodes[mapping].count /= 2
    keys.removeAll(keepingCapacity: true)
    var position = mapping + 1
    while position < nodes.count {
      switch nodes[position].shape {
      case .scalar: keys.append(position)
      case .alias: break
      case .mapping, .sequence:
        throw .keyIsNotText(line: nodes[position].line, column: nodes[position].column)
      }
      let value = position + nodes[position].size
      position = value + nodes[value].size
    }
    for key in keys where nodes[key].count <= 4 && nodes[key].style == .plain {
      let start = nodes[key].start
      let name = text[start..<(start + Int(nodes[key].count))]
      if TaggedScalar.isNull(name) { throw .keyIsNull(line: nodes[key].line, column: nodes[key].column) }
      guard name.elementsEqual("<<".utf8) else { continue }
      let value = key + nodes[key].size
      guard isMergeable(value) else {
        throw .mergesNoMapping(line: nodes[value].line, column: nodes[value].column)
      }
      nodes[mapping].noteMerge()
    }
    if keys.count <= 24 { findRepeatedAmongFew() } else { findRepeatedAmongMany() }
  }

  /// Whether a node is a mapping, or a list of mappings.
  private func isMergeable(_ position: Int) -> Bool {
    func shape(_ position: Int) -> ValueTree.Shape {
      nodes[position].shape == .alias ? nodes[nodes[position].start].shape : nodes[position].shape
    }
    // For kubectl, an alias of a list is none.
    guard nodes[position].shape == .sequence else { return shape(position) == .mapping }
    var item = position + 1
    while item < position + nodes[position].size {
      guard shape(item) == .mapping else { return false }
      item += nodes[item].size
    }
    return true
  }

  private mutating func findRepeatedAmongFew() {
    for later in keys.indices {
      for earlier in 0..<later where sameText(keys[earlier], keys[later]) {
        noteDuplicate(keys[later])
        break
      }
    }
  }

  private mutating func findRepeatedAmongMany() {
    var seen: Set<String> = []
    for key in keys where !seen.insert(string(key)).inserted { noteDuplicate(key) }
  }

  private mutating func noteDuplicate(_ key: Int) {
    duplicateKeys.append(DuplicateKey(key: string(key), line: nodes[key].line, column: nodes[key].column))
  }

  private func sameText(_ left: Int, _ right: Int) -> Bool {
    let count = Int(nodes[left].count)
    guard count == Int(nodes[right].count) else { return false }
    let (a, b) = (nodes[left].start, nodes[right].start)
    for offset in 0..<count where text[a + offset] != text[b + offset] { return false }
    return true
  }

  private func string(_ position: Int) -> String {
    let start = nodes[position].start
    return String(decoding: text[start..<start + Int(nodes[position].count)], as: UTF8.self)
  }
}
