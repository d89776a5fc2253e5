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

  /// What the extension of a file says of its format; an error that says what there is, and what may have been meant.
  static func format<Format>(of file: String, _ extensions: [String: Format]) throws -> Format {
    let name = file.split(separator: "/").last ?? ""
    let end = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    if let format = extensions[end] { return format }
    let names = extensions.keys.sorted()
    let hint = Spelling.nearest(to: end, among: names).map { "did you mean '.\($0)'? " } ?? ""
    throw ValidationError(
      "the format of '\(file)' can't be told from its extension; \(hint)"
        + "use one of .\(names.joined(separator: " .")), or give --format")
  }

  /// The error for a name that the input does not have.
  static func unknown(_ name: String, what: String, among names: [String]) -> ValidationError {
    let hint =
      Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" } ?? "'podmap inspect' lists what there is"
    return ValidationError("no \(what) '\(name)' in the input; \(hint)")
  }
}
