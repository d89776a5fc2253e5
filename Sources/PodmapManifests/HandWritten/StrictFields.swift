/// Reads documents of our own formats, in which every key must be known and every value valid.
///
/// `what` is the name of the value in messages: "the node 'user'".
package struct StrictFields {
  package let file: String
  private var found: [Diagnostic] = []
  /// The number of errors that are only counted.
  private var hidden = 0

  package init(file: String) {
    self.file = file
  }

  /// The errors so far.
  package var diagnostics: [Diagnostic] {
    guard hidden > 0, let last = found.last else { return found }
    return found + [Diagnostic(.error, at: last.place, topic: .settings, Message.more(hidden).text)]
  }

  /// The values of a mapping's known keys; any other key is an error.
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

  /// All keys and values of a mapping in the order of the text. The last of two equal keys is used.
  package mutating func entries(of value: Value, _ what: String, ifTwice cure: String) -> [(key: Value, value: Value)] {
    guard value.isMapping else {
      add(value.isNull ? .empty(what) : .notAMapping(what), at: value)
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

  /// The items of a list, which must not be empty.
  package mutating func items(of value: Value, _ what: String) -> [Value] {
    guard value.isSequence else {
      add(value.isNull ? .empty(what) : .notAList(what), at: value)
      return []
    }
    if value.items.isEmpty { add(.empty(what), at: value) }
    return value.items
  }

  /// A text, which must not be blank.
  package mutating func text(_ value: Value?, _ what: String) -> String? {
    guard let value else { return nil }
    guard value.isScalar else {
      add(.notText(what), at: value)
      return nil
    }
    guard let text = value.text, !text.allSatisfy(\.isWhitespace) else {
      add(.empty(what), at: value)
      return nil
    }
    return text
  }

  /// One of a fixed set of words.
  package mutating func choice<Case: RawRepresentable & CaseIterable>(
    _ value: Value?, _ what: String, of cases: Case.Type
  ) -> Case? where Case.RawValue == String {
    guard let value, let word = text(value, what) else { return nil }
    if let found = Case(rawValue: word) { return found }
    add(.notAChoice(word, what, cases.allCases.map(\.rawValue)), at: value)
    return nil
  }

  package mutating func add(_ message: @autoclosure () -> Message, at value: Value) {
    guard found.count < Limit.documentErrors.value else {
      hidden += 1
      return
    }
    found.append(Diagnostic(.error, at: value.place(in: file), topic: .settings, message().text))
  }
}

extension StrictFields {
  /// An error message: what is wrong, and what to do.
  package struct Message {
    package var text: String

    package init(_ text: String) {
      self.text = text
    }

    /// A mapping lacks one of several fields that it needs.
    package static func lacks(_ field: String, _ what: String, _ needs: [String]) -> Message {
      let last = needs[needs.count - 1]
      return Message("\(what) has no '\(field)'; it needs \(needs.dropLast().joined(separator: ", ")) and \(last)")
    }

    static func unknownKey(_ key: String, _ what: String, _ known: [String]) -> Message {
      let hint = Spelling.nearest(to: key, among: known).map { "did you mean '\($0)'? " } ?? ""
      return Message("unknown key '\(key.shortened())' in \(what); \(hint)known keys: \(known.joined(separator: ", "))")
    }

    static func twice(_ key: String, _ what: String, _ cure: String) -> Message {
      Message("'\(key.shortened())' occurs twice in \(what); \(cure)")
    }

    static func more(_ count: Int) -> Message {
      Message("\(count) more errors in this document; fix the first ones and run podmap again")
    }

    static func notAMapping(_ what: String) -> Message {
      Message("\(what) must be a mapping; write 'key: value' lines below it")
    }

    static func notAList(_ what: String) -> Message {
      Message("\(what) must be a list; begin each item with '- '")
    }

    static func notText(_ what: String) -> Message {
      Message("\(what) must be text; put it in quotes if it contains a colon or begins with a bracket")
    }

    static func empty(_ what: String) -> Message {
      Message("\(what) is empty; fill it in or remove it")
    }

    static func notAChoice(_ word: String, _ what: String, _ words: [String]) -> Message {
      let hint = Spelling.nearest(to: word, among: words).map { "did you mean '\($0)'? " } ?? ""
      return Message(
        "\(what) can't be '\(word.shortened())'; \(hint)choose one of \(words.joined(separator: ", "))")
    }
  }
}
