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
    throw RequestError("no \(what) '\(name)'; \(hint)use one of \(names.joined(separator: ", "))")
  }

  /// The error for a name that the input does not have.
  package static func unknown(_ name: String, what: String, among names: [String]) -> RequestError {
    RequestError("no \(what) '\(name)' in the input; \(advice(name, among: names))")
  }

  /// What may have been meant, or where to look.
  static func advice(_ name: String, among names: [String]) -> String {
    hint(name, among: names) ?? "'podmap inspect' lists everything"
  }

  /// "did you mean 'web'?"; `nil` if no name is close.
  static func hint(_ name: String, among names: [String]) -> String? {
    Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
  }
}
