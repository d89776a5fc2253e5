internal import PodmapManifests

/// Words that a user chooses from.
package enum Choice {
  /// The case with a name; throws an error that lists the names, and says which one may have been meant.
  package static func one<Case: RawRepresentable>(
    of cases: [Case], named name: String, what: String
  ) throws(RequestError) -> Case where Case.RawValue == String {
    try one(of: cases, named: name, what: what, by: \.rawValue)
  }

  /// The value with a name; throws an error that lists the names, and says which one may have been meant.
  package static func one<Value>(
    of values: [Value], named name: String, what: String, by path: KeyPath<Value, String>
  ) throws(RequestError) -> Value {
    if let found = values.first(where: { $0[keyPath: path] == name.lowercased() }) { return found }
    let names = values.map { $0[keyPath: path] }
    let hint = hint(name, among: names).map { "\($0) " } ?? ""
    throw RequestError("no \(what) '\(name.shortened())'; \(hint)use one of \(names.joined(separator: ", "))")
  }

  /// The error for a name that the input does not have.
  package static func unknown(_ name: String, what: String, among names: [String]) -> RequestError {
    RequestError(
      "no \(what) '\(name.shortened())' in the input; \(advice(name, among: names))", isAboutInput: true)
  }

  /// What may have been meant, and the names that are most like it; among equals, in the order given.
  static func advice(_ name: String, among names: [String]) -> String {
    let hint = hint(name, among: names)
    // An object has several names; those to choose from are of the form of the one that was given.
    func depth(_ name: String) -> Int { name.count { $0 == "/" } }
    let candidates = Spelling.ranked(names.filter { depth($0) == depth(name) }.uniqued, by: name)
    guard !candidates.isEmpty else { return hint ?? "'podmap inspect' lists everything" }
    if candidates.count == 1, let hint { return hint }
    let limit = Limit.candidates.value
    let shown = candidates.prefix(limit).map { $0.withoutControlCharacters.shortened(to: .quotedName) }
    let more = candidates.count > limit ? ", and \(candidates.count - limit) more" : ""
    let use = shown.count == 1 ? "use " : "use one of "
    return (hint.map { "\($0) " } ?? "") + use + shown.joined(separator: ", ") + more
  }

  /// "did you mean 'web'?"; `nil` if no name is close.
  static func hint(_ name: String, among names: [String]) -> String? {
    Spelling.nearest(to: name, among: names).map { "did you mean '\($0.withoutControlCharacters)'?" }
  }
}
