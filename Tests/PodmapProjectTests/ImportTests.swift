import Foundation
import PodmapTestSupport
import Testing

@Suite("What the modules import")
struct ImportTests {
  @Test("The argument parser is imported only by commands, by options and where the program begins")
  func argumentParser() throws {
    let sources = packageFolder().appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    let importing = try files.filter { file in
      guard file.hasSuffix(".swift") else { return false }
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      return text.contains("import ArgumentParser")
    }
    #expect(!importing.isEmpty)
    let allowed = ["podmap-cli/Commands/", "podmap-cli/Options/", "podmap-cli/EntryPoint.swift"]
    for file in importing { #expect(allowed.contains(where: file.hasPrefix), "\(file)") }
  }
}
