/// Folders whose manifests belong to something else than the application.
struct SkippedFolders: Sendable {
  /// In lower case.
  let names: Set<String>
  /// Why they are skipped, after "because".
  let reason: String

  static let all: [SkippedFolders] = [tests, vendored, built]

  static let tests = SkippedFolders(
    names: ["test", "tests", "testdata", "test-data", "fixtures", "e2e"], reason: "they are for tests")
  static let vendored = SkippedFolders(
    names: ["node_modules", "vendor", "third_party"], reason: "they are copies of other projects")
  static let built = SkippedFolders(
    names: ["build", "dist", "target"], reason: "they contain what a build writes")

  /// The reason to skip a folder with this name; `nil` if there is none.
  static func reason(for name: String) -> String? {
    all.first { $0.names.contains(name.lowercased()) }?.reason
  }
}
