/// Reads documents of our own, in which every key must be known and every value what it must be.
///
/// `what` names the thing that is read in messages: "the node 'user'".
package struct StrictFields {
  package let file: String
  private var found: [Diagnostic] = []
  /// Errors that are only counted.
  private var hidden = 0
  /// Looking for what was meant takes time for each error, and nobody reads so many.
  private static let maximumErrors = 100

  package init(file: String) {
    self.file = file
  }

  /// What was wrong so far.
  package var diagnostics: [Diagnostic] {
    guard hidden > 0, let last = found.last else { return found }
    return found + [Diagnostic(.error, at: last.place, Message.more(hidden).text)]
  }

  /// The values of a mapping's known keys; everything else in it is an error.
  package mutating func fields(of value: Value, _ what: String, known: [String]) -> [String: Value] {
    var fields: [String: Value] = [:]
    for (key, value) in entries(of: value, what, ifTwice: "remove one of them") {
      let name = key.written
      if known.contains(name) {
        fields[name] = value
      } else {
        add(.unknownKey(name, what, known), at: key)
      }
    }
    return fields
  }

  /// All keys and values of a mapping in the order of the text. Of a key that stands twice the last one counts.
  package mutating func entries(of value: Value, _ what: String, ifTwice cure: String) -> [(key: Value, value: Value)] {
    guard value.isMapping else {
      add(value.isNull ? .empty(what) : .noMapping(what), at: value)
      return []
    }
    var positions: [String: Int] = [:]
    var entries: [(key: Value, value: Value)?] = []
    for field in value.fields {
      if let earlier = positions.updateValue(entries.count, forKey: field.key.written) {
        add(.twice(field.key.written, what, cure), at: field.key)
        entries[earlier] = nil
      }
      entries.append(field)
    }
    return entries.compactMap(\.self)
  }

  /// The items of a list that holds some.
  package mutating func items(of value: Value, _ what: String) -> [Value] {
    guard value.isSequence else {
      add(value.isNull ? .empty(what) : .noList(what), at: value)
      return []
    }
    if value.items.isEmpty { add(.empty(what), at: value) }
    return value.items
  }

  /// A text in which there is something to read.
  package mutating func text(_ value: Value?, _ what: String) -> String? {
    guard let value else { return nil }
    guard value.isScalar else {
      add(.noText(what), at: value)
      return nil
    }
    guard let text = value.text, !text.allSatisfy(\.isWhitespace) else {
      add(.empty(what), at: value)
      return nil
    }
    return text
  }

  /// One of a few words.
  package mutating func choice<Case: RawRepresentable & CaseIterable>(
    _ value: Value?, _ what: String, of cases: Case.Type
  ) -> Case? where Case.RawValue == String {
    guard let value, let word = text(value, what) else { return nil }
    if let found = Case(rawValue: word) { return found }
    add(.noChoice(word, what, cases.allCases.map(\.rawValue)), at: value)
    return nil
  }

  package mutating func add(_ message: @autoclosure () -> Message, at value: Value) {
    guard found.count < Self.maximumErrors else {
      hidden += 1
      return
    }
    found.append(Diagnostic(.error, at: value.place(in: file), message().text))
  }
}

extension StrictFields {
  /// What is wrong, and what to do.
  package struct Message {
    package var text: String

    package init(_ text: String) {
      self.text = text
    }

    static func unknownKey(_ key: String, _ what: String, _ known: [String]) -> Message {
      let hint = Spelling.nearest(to: key, among: known).map { "did you mean '\($0)'? " } ?? ""
      return Message("unknown key '\(key.shortened())' in \(what); \(hint)there are \(known.joined(separator: ", "))")
    }

    static func twice(_ key: String, _ what: String, _ cure: String) -> Message {
      Message("'\(key.shortened())' stands twice in \(what); \(cure)")
    }

    static func more(_ count: Int) -> Message {
      Message("\(count) more errors in this document; correct the first ones and look again")
    }

    static func noMapping(_ what: String) -> Message {
      Message("\(what) is no mapping; write 'key: value' lines below it")
    }

    static func noList(_ what: String) -> Message {
      Message("\(what) is no list; begin each item with '- '")
    }

    static func noText(_ what: String) -> Message {
      Message("\(what) is no text; put it in quotes if it holds a colon or begins with a bracket")
    }

    static func empty(_ what: String) -> Message {
      Message("\(what) is empty; fill it in or remove it")
    }

    static func noChoice(_ word: String, _ what: String, _ words: [String]) -> Message {
      let hint = Spelling.nearest(to: word, among: words).map { "did you mean '\($0)'? " } ?? ""
      return Message(
        "\(what) can't be '\(word.shortened())'; \(hint)there are \(words.joined(separator: ", "))")
    }
  }
}
