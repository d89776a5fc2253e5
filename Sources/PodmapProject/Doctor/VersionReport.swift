internal import PodmapGraphviz
internal import PodmapManifests

/// What `podmap --version --verbose` says: the program, and everything that it runs with.
package struct VersionReport: Sendable {
  package let text: String

  /// `version` is that of the program, and `commit` what it was built from, if that is known.
  package init(version: String, commit: String?) {
    let rows = [
      ("podmap", version + (commit.map { " (commit \($0.prefix(12)))" } ?? "")), ("Swift", Self.compiler),
      ("target", Self.target), ("libyaml", YAMLLibrary.version),
      ("Graphviz", Self.graphviz), ("fonts", DoctorSection.fontInUse),
    ]
    let width = rows.map(\.0.count).max() ?? 0
    text = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value.withoutControlCharacters + "\n"
    }.joined()
  }

  /// The version of the compiler, as far as it can be told when compiling.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var target: String { "\(architecture)-\(system)" }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64) && os(macOS)
      "arm64"
    #elseif arch(arm64)
      "aarch64"
    #else
      "unknown"
    #endif
  }

  private static var system: String {
    #if os(macOS)
      "apple-macosx"
    #elseif canImport(Musl)
      "unknown-linux-musl"
    #elseif os(Linux)
      "unknown-linux-gnu"
    #else
      "unknown"
    #endif
  }

  private static var graphviz: String {
    #if Graphviz
      guard let library = GraphvizLibrary.installed else {
        return "not found; Mermaid and DOT are written without it"
      }
      return "\(library.version) (\(library.path))"
    #else
      "not used by this build"
    #endif
  }
}
