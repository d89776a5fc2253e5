/// A value that is made of parts of others. The parts keep their positions in the text.
package indirect enum ValueDraft: Sendable {
  /// A value of a document, whose own path is `path`.
  case part(Value, path: String)
  /// A scalar that no document contains, at the position of the value that implies it.
  case text(String, from: Value)
  case list([ValueDraft], from: Value)
  /// A mapping; `path` is that of the value that most of it comes from.
  case mapping([(key: String, value: ValueDraft)], from: Value, path: String? = nil)

  /// The finished value, and the paths in it that differ from those in the documents.
  package func made() -> (value: Value, paths: [MadePath]) {
    var assembly = ValueAssembly()
    assembly.add(self, at: "")
    return (assembly.finish(), assembly.paths)
  }
}

/// A part of a made value: its path there, and its path in the document.
package struct MadePath: Sendable {
  package let made: String
  package let written: String
  /// Whether all of it is from there.
  package let isWhole: Bool

  init(made: String, written: String, isWhole: Bool) {
    self.made = made
    self.written = written
    self.isWhole = isWhole
  }
}

extension Value {
  /// The value with other texts in its scalars; `change` returns `nil` for a text that stays, and no style if that
  /// stays. Keys stay as they are.
  package func replacingTexts(_ change: (String) -> (text: String, style: Style?)?) -> Value {
    var assembly = ValueAssembly()
    withoutActuallyEscaping(change) { change in
      assembly.change = change
      assembly.copy(self)
      assembly.change = nil
    }
    return assembly.finish()
  }
}

/// Writes a draft as a tree.
private struct ValueAssembly {
  /// The new text of a scalar that is copied.
  var change: ((String) -> (text: String, style: Value.Style?)?)?
  private var nodes: ContiguousArray<ValueTree.Node> = []
  private var text: ContiguousArray<UInt8> = []
  private(set) var paths: [MadePath] = []

  func finish() -> Value { Value(ValueTree(nodes: nodes, text: text), at: 0) }

  mutating func add(_ draft: ValueDraft, at path: String) {
    switch draft {
    case .part(let value, let written):
      paths.append(MadePath(made: path, written: written, isWhole: true))
      copy(value)
    case .text(let text, let source):
      scalar(text, style: .doubleQuoted, line: source.line, column: source.column)
    case .list(let items, let source):
      nest(.sequence, items.count, source) { assembly in
        for (position, item) in items.enumerated() { assembly.add(item, at: "\(path)[\(position)]") }
      }
    case .mapping(let fields, let source, let written):
      if let written { paths.append(MadePath(made: path, written: written, isWhole: false)) }
      nest(.mapping, fields.count, source) { assembly in
        for (key, value) in fields {
          assembly.scalar(key, style: .plain, line: source.line, column: source.column)
          assembly.add(value, at: path.isEmpty ? key : "\(path).\(key)")
        }
      }
    }
  }

  private mutating func nest(
    _ shape: ValueTree.Shape, _ count: Int, _ source: Value, _ fill: (inout ValueAssembly) -> Void
  ) {
    let position = nodes.count
    nodes.append(.container(shape, line: source.line, column: source.column, count: count))
    fill(&self)
    nodes[position].close(size: nodes.count - position)
  }

  private mutating func scalar(_ bytes: String, style: Value.Style, line: Int, column: Int) {
    let start = text.count
    text.append(contentsOf: bytes.utf8)
    nodes.append(.scalar(style: style, line: line, column: column, start: start, count: text.count - start))
  }

  /// Copies a value with everything in it; aliases and merge keys become what they stand for.
  mutating func copy(_ value: Value) {
    if value.isMapping {
      let fields = value.fields
      nest(.mapping, fields.count, value) { assembly in
        for (key, value) in fields {
          assembly.scalar(key.written, style: key.style, line: key.line, column: key.column)
          assembly.copy(value)
        }
      }
    } else if value.isSequence {
      let items = value.items
      nest(.sequence, items.count, value) { assembly in for item in items { assembly.copy(item) } }
    } else {
      let text = value.written
      let new = change?(text)
      scalar(
        new?.text ?? text, style: new?.style ?? value.style, line: value.line, column: value.column)
    }
  }
}
