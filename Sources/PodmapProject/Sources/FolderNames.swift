/// What folders are called.
enum FolderNames {
  /// Input for tests and examples of how to use something.
  static let ofTests: Set<String> = [
    "test", "tests", "testdata", "test-data", "fixtures", "e2e", "example", "examples",
  ]
}
