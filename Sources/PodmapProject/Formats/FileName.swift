/// What the name of a file says about its content.
enum FileName {
  /// The letters after the last dot, in lower case; empty if there is no dot.
  static func `extension`(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// Whether a file in a directory is read as a manifest.
  static func isManifest(_ file: String) -> Bool { ["yaml", "yml", "json"].contains(`extension`(of: file)) }

  /// Whether a name had bytes that are not UTF-8, in whose place something else is.
  static func hasUnknownBytes(_ file: String) -> Bool { file.contains("\u{FFFD}") }

  /// The last component of a path.
  static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folder of a path; `.` if it names none.
  static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// `out/app.mmd` and `shop` give `out/app-shop.mmd`.
  static func name(of part: String, beside file: String) -> String {
    let (start, end) = ends(of: file)
    return "\(start)-\(part)\(end)"
  }

  /// The reverse: `out/app-shop.mmd` is the part `shop` of `out/app.mmd`, which is the part without a name; `nil` if
  /// one file is not a part of the other.
  static func part(of file: String, beside main: String) -> String? {
    if file == main { return "" }
    let (start, end) = Self.ends(of: main)
    guard file.count > start.count + end.count + 1, file.hasPrefix("\(start)-"), file.hasSuffix(end) else { return nil }
    return String(file.dropFirst(start.count + 1).dropLast(end.count))
  }

  /// A path up to the dot before its extension, and the rest.
  private static func ends(of file: String) -> (start: Substring, end: Substring) {
    let start = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    guard let dot = file[start...].lastIndex(of: "."), dot > start else { return (file[...], "") }
    return (file[..<dot], file[dot...])
  }

  /// A link to a part, from a file next to it.
  static func link(to part: String, beside file: String) -> String {
    if part == "overview" { return String(file.split(separator: "/").last ?? "") }
    return String(name(of: part, beside: file).split(separator: "/").last ?? "")
  }

  /// The page that lists the parts of a picture: `out/app-index.md`.
  static func index(beside file: String) -> String {
    let name = name(of: "index", beside: file)
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "\(name).md" }
    return "\(name[..<dot]).md"
  }
}
