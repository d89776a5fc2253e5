import ArgumentParser
import PodmapManifests

/// Words that a user chooses from.
enum Choice {
  /// The case with a name; an error that says what there is, and what may have been meant.
  static func one<Case: RawRepresentable>(
    of cases: [Case], named name: String, what: String
  ) throws -> Case where Case.RawValue == String {
    if let found = cases.first(where: { $0.rawValue == name.lowercased() }) { return found }
    let names = cases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
    throw ValidationError("no \(what) '\(name)'; \(nearest)there are \(names.joined(separator: ", "))")
  }

  /// The error for a name that the input does not have.
  static func unknown(_ name: String, what: String, among names: [String]) -> ValidationError {
    let hint =
      Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "'podmap inspect' lists what there is"
    return ValidationError("no \(what) '\(name)' in the input; \(hint)")
  }
}
