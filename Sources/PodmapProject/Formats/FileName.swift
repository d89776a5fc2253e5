/// What the name of a file says about its content.
enum FileName {
  /// The letters after the last dot, in lower case; empty if there is no dot.
  static func `extension`(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// Whether a file in a directory is read as a manifest.
  static func isManifest(_ file: String) -> Bool { ["yaml", "yml", "json"].contains(`extension`(of: file)) }

  /// `out/app.mmd` and `shop` give `out/app-shop.mmd`.
  static func name(of part: String, beside file: String) -> String {
    let start = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    guard let dot = file[start...].lastIndex(of: "."), dot > start else { return "\(file)-\(part)" }
    return "\(file[..<dot])-\(part)\(file[dot...])"
  }

  /// The same for a link from a file next to it.
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
