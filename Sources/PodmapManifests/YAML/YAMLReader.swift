import CLibYAML

/// A YAML document in a file.
package struct Document: Sendable {
  package let root: Value
  /// The line of the file on which its chunk begins.
  package let line: Int
}

/// Reads chunks of files, one after the other, from libyaml's events directly into trees.
struct YAMLReader {
  /// The contents of a chunk: the documents up to the first failure.
  struct Outcome: Sendable {
    var documents: [Document] = []
    var duplicateKeys: [ValueTreeBuilder.DuplicateKey] = []
    var failure: YAMLFailure?
  }

  private var builder = ValueTreeBuilder()
  private var firstLine = 1
  private var shortenings: [Shortening] = []
  private var outcome = Outcome()

  /// Reads the documents of a single chunk.
  static func read(_ chunk: Chunk, of bytes: [UInt8]) -> Outcome {
    var reader = YAMLReader()
    return reader.read(chunk, of: bytes)
  }

  /// Reads the documents of `chunk`; line numbers are those of the file.
  mutating func read(_ chunk: Chunk, of bytes: [UInt8]) -> Outcome {
    firstLine = chunk.line
    shortenings = []
    outcome = Outcome()
    builder.begin(size: chunk.range.count)
    let isJSON = bytes.withUnsafeBufferPointer { JSONStream.isLikely($0, in: chunk.range) }
    if isJSON, let decoded = JSONStream.decodingSurrogates(bytes[chunk.range]) {
      shortenings = decoded.shortenings
      return decoded.bytes.withUnsafeBufferPointer { read($0) }
    }
    return bytes.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[chunk.range])) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      outcome.failure = YAMLFailure(line: 0, column: 0, problem: "not enough memory")
      return outcome
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        outcome.failure = YAMLFailure(parser, in: bytes)
        return outcome
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return outcome }
      do throws(ValueTreeBuilder.Refusal) {
        try take(event)
      } catch {
        outcome.failure = YAMLFailure(
          line: event.start_mark.line, column: event.start_mark.column, firstLine: firstLine, refusal: error)
        return outcome
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) throws(ValueTreeBuilder.Refusal) {
    let line = firstLine + event.start_mark.line
    let column = column(event.start_mark) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      if let type = name(scalar.tag).flatMap({ TaggedScalar(tag: $0) }),
        !type.accepts(String(decoding: bytes, as: UTF8.self))
      {
        throw .wrongTag(type)
      }
      try builder.scalar(
        bytes, style: Value.Style(scalar), anchor: name(scalar.anchor), line: line, column: column)
    case YAML_MAPPING_START_EVENT:
      try builder.begin(.mapping, anchor: name(event.data.mapping_start.anchor), line: line, column: column)
    case YAML_SEQUENCE_START_EVENT:
      try builder.begin(.sequence, anchor: name(event.data.sequence_start.anchor), line: line, column: column)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      try builder.end()
    case YAML_ALIAS_EVENT:
      try builder.alias(name(event.data.alias.anchor) ?? "", line: line, column: column)
    case YAML_DOCUMENT_END_EVENT:
      guard !builder.isEmpty else { return }
      outcome.duplicateKeys += builder.duplicateKeys
      outcome.documents.append(Document(root: builder.finish().root, line: firstLine))
    default:
      break
    }
  }

  private func name(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  /// The column in the file, which differs from libyaml's if escapes were decoded before it.
  private func column(_ mark: yaml_mark_t) -> Int {
    guard !shortenings.isEmpty else { return mark.column }
    var low = 0
    var high = shortenings.count
    while low < high {
      let middle = (low + high) / 2
      if shortenings[middle].line < mark.line { low = middle + 1 } else { high = middle }
    }
    var column = mark.column
    while low < shortenings.count, shortenings[low].line == mark.line, shortenings[low].column <= mark.column {
      column += shortenings[low].characters
      low += 1
    }
    return column
  }
}

extension Value.Style {
  /// A tag such as `!!str` makes a plain scalar a text.
  fileprivate init(_ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar) {
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default:
      let isText = scalar.tag.map { scalar.quoted_implicit == 0 && !TaggedScalar.isMerge($0) } ?? false
      self = isText ? .singleQuoted : .plain
    }
  }
}

extension YAMLFailure {
  fileprivate init(line: Int, column: Int, firstLine: Int, refusal: ValueTreeBuilder.Refusal) {
    switch refusal {
    case .keyIsNotText(let line, let column):
      self.init(
        line: line - firstLine, column: column - 1, problem: "a key must be text, not a mapping or a list",
        hint: "quote keys that begin with a bracket")
    case .keyIsNull(let line, let column):
      self.init(
        line: line - firstLine, column: column - 1, problem: "a key must be text, not null", hint: "quote the key")
    case .mergesNoMapping(let line, let column):
      self.init(
        line: line - firstLine, column: column - 1, problem: "only mappings can be merged with the key '<<'",
        hint: "write a mapping or a list of mappings, or quote the key")
    case .notFinite:
      self.init(
        line: line, column: column, problem: "Kubernetes has no infinite numbers", hint: "write a number, or quote it")
    case .wrongTag(let type):
      self.init(
        line: line, column: column, problem: "a value with the tag \(type.tag) that isn't \(type.meaning)",
        hint: "correct the value, or remove the tag")
    case .tooDeep:
      self.init(
        line: line, column: column, problem: "values nest deeper than \(Limit.valueDepth.text)",
        hint: "flatten the document")
    case .tooManyAliases:
      self.init(
        line: line, column: column,
        problem: "the aliases expand to more than \(Limit.aliasExpansion.text) "
          + "and more than \(Limit.aliasGrowth.text) the size of the text",
        hint: "write the values out, use fewer aliases, or \(Limit.aliasExpansion.advice)")
    // Neither names the anchor: a password that begins with '*' is an alias to YAML.
    case .unknownAlias:
      self.init(
        line: line, column: column, problem: "no anchor is defined before this alias",
        hint: "define the anchor first, or quote values that begin with '*'")
    case .recursiveAlias:
      self.init(
        line: line, column: column, problem: "the anchor contains itself", hint: "write the inner value out")
    }
  }
}
