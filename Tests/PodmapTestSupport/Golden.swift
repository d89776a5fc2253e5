import Foundation

/// Committed files that outputs are compared with.
package struct Golden {
  private let folder: URL

  /// The folder `Goldens` beside a test's file.
  package init(beside test: String = #filePath) {
    folder = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Goldens")
  }

  /// Compares a text with the golden file of that name. With `PODMAP_RECORD=1` the file is written
  /// instead, and the check still fails, so that no recording run passes for a tested one.
  package func check(_ text: String, named name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PODMAP_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      throw Failure("recorded Goldens/\(name); look at it, then run the tests without PODMAP_RECORD")
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw Failure("Goldens/\(name) is missing; record it with: PODMAP_RECORD=1 swift test")
    }
    let expected = String(decoding: data, as: UTF8.self)
    // Bytes, not characters: two spellings of one accent are a difference.
    guard !expected.utf8.elementsEqual(text.utf8) else { return }
    throw Failure(
      "differs from Goldens/\(name); accept the change with: PODMAP_RECORD=1 swift test\n"
        + unifiedDiff(from: expected, to: text, of: name))
  }

  /// The text of a golden file.
  package func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names of all golden files with an extension.
  package func names(withExtension ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("." + ending) }.sorted()
  }
}
