extension DiagramDocument {
  mutating func readEdges(_ value: Value, _ fields: inout StrictFields) {
    for (position, item) in fields.items(of: value, "edges").enumerated() {
      let reader = EdgeReader(item, path: "edges[\(position)]")
      if let edge = reader.edge(&fields) { edges.append(edge) }
    }
  }
}

/// Reads one item of `edges`: `from -> to`, `from -> to: label`, `from -> to: {label: …, line: …}`, or a mapping with
/// `from` and `to`.
private struct EdgeReader {
  private let item: Value
  private let path: String
  private static let arrow = "->"

  init(_ item: Value, path: String) {
    self.item = item
    self.path = path
  }

  func edge(_ fields: inout StrictFields) -> DiagramDocument.Edge? {
    if item.isNull {
      fields.add(.emptyEdge, at: item)
      return nil
    }
    if item.isScalar { return short(item, label: nil, &fields) }
    // A colon and a space make a mapping of `from -> to: label`, with one key.
    if item.isMapping, item["from"] == nil, item["to"] == nil,
      let field = item.fields.first(where: { $0.key.written.contains(Self.arrow) })
    {
      for other in item.fields where other.key.written != field.key.written {
        fields.add(.besideEdge(other.key.written, field.key.written), at: other.key)
      }
      guard field.value.isMapping else {
        let label = field.value.isNull ? nil : fields.text(field.value, "the label of the edge")
        return short(field.key, label: label ?? "", &fields)
      }
      let values = fields.fields(of: field.value, "the edge", known: ["label", "line"])
      let label = fields.text(values["label"], "the label of the edge")
      guard var edge = short(field.key, label: label ?? "", &fields) else { return nil }
      edge.line = line(values, &fields)
      return edge
    }
    return long(&fields)
  }

  private func long(_ fields: inout StrictFields) -> DiagramDocument.Edge? {
    let values = fields.fields(of: item, "the edge", known: ["from", "to", "label", "line"])
    guard item.isMapping else { return nil }
    let label = fields.text(values["label"], "the label of the edge")
    let line = line(values, &fields)
    for key in ["from", "to"] where values[key] == nil { fields.add(.missingEnd(key), at: item) }
    let ends = ["from", "to"].map { fields.text(values[$0], "'\($0)' of the edge") }
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
    fields.choice(values["line"], "the line of the edge", of: DiagramDocument.Line.self) ?? .solid
  }

  /// Reads `from -> to`; a label that is not given may stand behind a colon.
  private func short(_ scalar: Value, label: String?, _ fields: inout StrictFields) -> DiagramDocument.Edge? {
    let text = scalar.written[...]
    guard let arrow = text.firstRange(of: Self.arrow) else {
      fields.add(.noArrow(String(text)), at: scalar)
      return nil
    }
    let (before, after) = (text[..<arrow.lowerBound], text[arrow.upperBound...])
    if before.hasSuffix("<") || before.hasSuffix("-") || before.hasSuffix("=") || after.hasPrefix(">") {
      fields.add(before.hasSuffix("<") ? .bothWays : .otherArrow, at: scalar)
      return nil
    }
    if after.contains(Self.arrow) {
      fields.add(.severalArrows, at: scalar)
      return nil
    }
    let colon = label == nil ? after.firstRange(of: ": ") : nil
    let (from, to) = (before.trimmed, (colon.map { after[..<$0.lowerBound] } ?? after).trimmed)
    guard !from.isEmpty, !to.isEmpty else {
      fields.add(.missingEnd(from.isEmpty ? "from" : "to"), at: scalar)
      return nil
    }
    let shown = label ?? colon.map { String(after[$0.upperBound...].trimmed) } ?? ""
    func end(_ part: Substring) -> DiagramDocument.End {
      DiagramDocument.End(text: String(part), place: scalar.place(of: part.startIndex, in: text, fields.file))
    }
    let written = label.map { $0.isEmpty ? String(text) : "\(text): \($0)" } ?? String(text)
    return DiagramDocument.Edge(
      from: end(from), to: end(to), label: shown, line: .solid,
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
  /// Where a part of a scalar stands; where the scalar begins if it goes over several lines.
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
  fileprivate static let emptyEdge = Self("an edge is empty; \(form)")
  fileprivate static let bothWays = Self("an edge goes one way; write two edges")
  fileprivate static let otherArrow = Self("the arrow of an edge is '->'; \(form)")
  fileprivate static let severalArrows = Self(
    "an edge has one '->'; write an edge for each, or {from: …, to: …} where an id holds '->'")

  fileprivate static func besideEdge(_ key: String, _ edge: String) -> Self {
    Self(
      "'\(key.shortened(to: 40))' stands beside '\(edge.shortened(to: 40))'; "
        + "indent what belongs to the edge further, and begin another edge with '- '")
  }

  fileprivate static func noArrow(_ text: String) -> Self {
    Self("the edge '\(text.shortened())' has no '->'; \(form)")
  }

  fileprivate static func missingEnd(_ key: String) -> Self {
    Self("the edge has no '\(key)'; \(form), or {from: …, to: …}")
  }
}
