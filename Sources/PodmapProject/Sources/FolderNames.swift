/// What folders are called.
enum FolderNames {
  /// Input for tests and examples of how to use something.
  static let ofTests = SkippedFolders.tests.names.union(["example", "examples"])
}
