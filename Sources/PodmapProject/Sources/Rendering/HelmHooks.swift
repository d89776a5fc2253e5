/// Objects that Helm creates at a certain moment only.
enum HelmHooks {
  /// Whether an object belongs to a test: nothing creates it when the application is installed.
  static func isTest(_ text: String) -> Bool {
    guard text.contains(annotation) else { return false }
    return SourceOrigins.lines(of: text).contains { line in
      let rest = line.drop { $0 == " " || $0 == "\"" }
      guard rest.hasPrefix(annotation) else { return false }
      let value = rest.dropFirst(annotation.count).drop { $0 == "\"" || $0 == ":" || $0 == " " || $0 == "'" }
      let hooks = value.split { $0 == "," || $0 == " " || $0 == "\"" || $0 == "'" }
      return !hooks.isEmpty && hooks.allSatisfy { $0.hasPrefix("test") }
    }
  }

  private static let annotation = "helm.sh/hook"
}
