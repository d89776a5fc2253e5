extension DiagramDocument {
  mutating func readEdges(_ value: Value, _ fields: inout StrictFields) {
    for (position, item) in fields.items(of: value, "edges").enumerated() {
      let reader = EdgeReader(item, path: "edges[\(position)]", word: "edge")
      if let edge = reader.edge(&fields) { edges.append(edge) }
    }
  }
}

/// Reads one item of `edges` or `messages`: `from -> to`, `from -> to: label`, `from -> to: {label: …, line: …}`, or a
/// mapping with `from` and `to`. In a message, the arrow `-->` means a dashed line.
struct EdgeReader {
  private let item: Value
  private let path: String
  /// "edge" or "message".
  private let word: String
  private static let arrow = "->"

  init(_ item: Value, path: String, word: String) {
    self.item = item
    self.path = path
    self.word = word
  }

  func edge(_ fields: inout StrictFields) -> DiagramDocument.Edge? {
    if item.isNull {
      fields.add(.emptyLine(word), at: item)
      return nil
    }
    if item.isScalar { return short(item, label: nil, &fields) }
    // YAML reads `from -> to: label` as a mapping with one key.
    if item.isMapping, item["from"] == nil, item["to"] == nil,
      let field = item.fields.first(where: { $0.key.written.contains(Self.arrow) })
    {
      for other in item.fields where other.key.written != field.key.written {
        fields.add(.strayKey(other.key.written, field.key.written, word), at: other.key)
      }
      guard field.value.isMapping else {
        let label = field.value.isNull ? nil : fields.text(field.value, "the label of the \(word)")
        return short(field.key, label: label ?? "", &fields)
      }
      let values = fields.fields(of: field.value, "the \(word)", known: ["label", "line"])
      let label = fields.text(values["label"], "the label of the \(word)")
      guard var edge = short(field.key, label: label ?? "", &fields) else { return nil }
      if values["line"] != nil { edge.line = line(values, &fields) }
      return edge
    }
    return long(&fields)
  }

  private func long(_ fields: inout StrictFields) -> DiagramDocument.Edge? {
    let values = fields.fields(of: item, "the \(word)", known: ["from", "to", "label", "line"])
    guard item.isMapping else { return nil }
    let label = fields.text(values["label"], "the label of the \(word)")
    let line = line(values, &fields)
    for key in ["from", "to"] where values[key] == nil { fields.add(.missingEnd(key, word), at: item) }
    let ends = ["from", "to"].map { fields.text(values[$0], "'\($0)' of the \(word)") }
    guard let from = values["from"], let to = values["to"], let start = ends[0], let end = ends[1] else { return nil }
    return DiagramDocument.Edge(
      from: DiagramDocument.End(text: start, place: from.place(in: fields.file)),
      to: DiagramDocument.End(text: end, place: to.place(in: fields.file)), label: label ?? "", line: line,
      sources: [
        DiagramDocument.Source(line: from.line, path: "\(path).from", value: start),
        DiagramDocument.Source(line: to.line, path: "\(path).to", value: end),
      ])
  }

  private func line(_ values: [String: Value], _ fields: inout StrictFields) -> DiagramDocument.Line {
    fields.choice(values["line"], "the line of the \(word)", of: DiagramDocument.Line.self) ?? .solid
  }

  /// Reads `from -> to`, and a label after a colon unless one is given.
  private func short(_ scalar: Value, label: String?, _ fields: inout StrictFields) -> DiagramDocument.Edge? {
    let text = scalar.written[...]
    guard let arrow = text.firstByteRange(of: Self.arrow) else {
      fields.add(.noArrow(String(text), word), at: scalar)
      return nil
    }
    var before = text[..<arrow.lowerBound]
    let after = text[arrow.upperBound...]
    let isDashed = word == "message" && before.hasSuffix("-") && !before.dropLast().hasSuffix("-")
    if isDashed { before = before.dropLast() }
    if before.hasSuffix("<") || before.hasSuffix("-") || before.hasSuffix("=") || after.hasPrefix(">") {
      fields.add(before.hasSuffix("<") ? .bothWays(word) : .otherArrow(word), at: scalar)
      return nil
    }
    if after.contains(Self.arrow) {
      fields.add(.severalArrows(word), at: scalar)
      return nil
    }
    let colon = label == nil ? after.firstByteRange(of: ": ") : nil
    let (from, to) = (before.trimmed, (colon.map { after[..<$0.lowerBound] } ?? after).trimmed)
    guard !from.isEmpty, !to.isEmpty else {
      fields.add(.missingEnd(from.isEmpty ? "from" : "to", word), at: scalar)
      return nil
    }
    let shown = label ?? colon.map { String(after[$0.upperBound...].trimmed) } ?? ""
    func end(_ part: Substring) -> DiagramDocument.End {
      DiagramDocument.End(text: String(part), place: scalar.place(of: part.startIndex, in: text, fields.file))
    }
    let written = label.map { $0.isEmpty ? String(text) : "\(text): \($0)" } ?? String(text)
    return DiagramDocument.Edge(
      from: end(from), to: end(to), label: shown, line: isDashed ? .dashed : .solid,
      sources: [DiagramDocument.Source(line: scalar.line, path: path, value: written)])
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return rest
  }
}

extension Value {
  /// The position of a part of a scalar, or of the whole scalar if it has several lines.
  fileprivate func place(of start: Substring.Index, in text: Substring, _ file: String) -> Place {
    var place = place(in: file)
    let before = text[..<start]
    guard !text.contains(where: \.isNewline) else { return place }
    switch node.style {
    case .plain: place.column += before.unicodeScalars.count
    case .singleQuoted, .doubleQuoted: place.column += before.unicodeScalars.count + 1
    case .literal, .folded: break
    }
    return place
  }
}

extension StrictFields.Message {
  fileprivate static let form = "write 'from -> to: label'"

  fileprivate static func emptyLine(_ word: String) -> Self { Self("\(word.withArticle) is empty; \(form)") }

  fileprivate static func bothWays(_ word: String) -> Self {
    Self("\(word.withArticle) has one direction; write two \(word)s")
  }

  fileprivate static func otherArrow(_ word: String) -> Self {
    Self("the arrow of \(word.withArticle) is '->'\(word == "edge" ? "" : ", or '-->' for an answer"); \(form)")
  }

  fileprivate static func severalArrows(_ word: String) -> Self {
    Self(
      "\(word.withArticle) has only one '->'; write \(word.withArticle) for each, or {from: …, to: …} if an id contains '->'"
    )
  }

  fileprivate static func strayKey(_ key: String, _ edge: String, _ word: String) -> Self {
    Self(
      "'\(key.shortened(to: .quotedName))' is next to '\(edge.shortened(to: .quotedName))'; "
        + "indent fields of the \(word) further, and begin another \(word) with '- '")
  }

  fileprivate static func noArrow(_ text: String, _ word: String) -> Self {
    Self("the \(word) '\(text.shortened())' has no '->'; \(form)")
  }

  fileprivate static func missingEnd(_ key: String, _ word: String) -> Self {
    Self("the \(word) has no '\(key)'; \(form), or {from: …, to: …}")
  }
}

extension String {
  fileprivate var withArticle: String { hasPrefix("e") ? "an \(self)" : "a \(self)" }
}
