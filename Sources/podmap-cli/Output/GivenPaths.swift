/// How the files of the input are called on the terminal: by the paths that were given, which can be clicked and pasted.
///
/// Everything that is written to a file calls an absolute input by its last component, so that it doesn't depend on where
/// a checkout is.
struct GivenPaths: Sendable {
  private var paths: [String: String] = [:]

  init(_ inputs: [String]) {
    for input in inputs where input.hasPrefix("/") {
      let parts = input.split(separator: "/")
      guard let name = parts.last.map(String.init) else { continue }
      let path = "/" + parts.joined(separator: "/")
      // Two inputs with one name can't be told apart.
      paths[name] = paths[name] == nil || paths[name] == path ? path : ""
    }
  }

  /// The path of a file that is called `file` in outputs.
  func path(of file: String) -> String {
    let name = file.prefix { $0 != "/" }
    guard let path = paths[String(name)], !path.isEmpty else { return file }
    return path + file.dropFirst(name.count)
  }
}
