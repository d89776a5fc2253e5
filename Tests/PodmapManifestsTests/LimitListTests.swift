import Foundation
import PodmapManifests
import Testing

@Suite("The list of limits")
struct LimitListTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("Each limit has a unique name in kebab-case, a positive value and a meaning that is a sentence")
  func rows() {
    var names: Set<String> = []
    for limit in Limit.all {
      #expect(names.insert(limit.name).inserted, "\(limit.name) is in the list twice")
      #expect(limit.name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(limit.name)")
      #expect(limit.value > 0 && !limit.unit.isEmpty, "\(limit.name)")
      #expect(limit.meaning.hasSuffix(".") && !limit.meaning.contains("|"), "\(limit.name)")
      if let flag = limit.flag { #expect(flag.accepted.contains(Double(limit.value)), "\(limit.name)") }
    }
  }

  @Test("Each declared limit is in the list of its stage, and named like its declaration")
  func declarations() throws {
    let folder = root.appendingPathComponent("Sources/PodmapManifests/Limits")
    var declared: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /static let (\w+) = Limit\(\s*"([^"]+)"/) {
        let parts = match.2.split(separator: "-")
        #expect(parts[0] + parts.dropFirst().map(\.capitalized).joined() == match.1, "the name of \(match.1)")
        declared.append(String(match.2))
      }
    }
    #expect(Set(declared).subtracting(Limit.all.map(\.name)).isEmpty, "add these to the list of their stage")
    #expect(declared.count == Limit.all.count)
  }

  @Test("Numbers that bound something are in the list, not in private constants")
  func strayConstants() throws {
    let sources = root.appendingPathComponent("Sources")
    let pattern = /(let|var) \w*([mM]aximum|[lL]ongest|[lL]argest|[dD]eepest|[mM]ost|[lL]imit)[A-Z]?\w*(: \w+)? = [0-9]/
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
    for file in files where file.hasSuffix(".swift") && !file.contains("Limits") {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: pattern) {
        Issue.record("Sources/\(file): make '\(match.0)' a row in Sources/PodmapManifests/Limits")
      }
    }
  }

  @Test("docs/limits.md is up to date")
  func document() throws {
    let page = root.appendingPathComponent("docs/limits.md")
    if ProcessInfo.processInfo.environment["PODMAP_RECORD"] == "1" {
      try Data(Limit.document.utf8).write(to: page)
      Issue.record("recorded docs/limits.md; look at it, then run the tests without PODMAP_RECORD")
      return
    }
    let isUpToDate = try String(contentsOf: page, encoding: .utf8) == Limit.document
    #expect(isUpToDate, "docs/limits.md is out of date; run: PODMAP_RECORD=1 swift test --filter LimitListTests")
  }

  @Test(
    "Messages show a limit with its unit",
    arguments: [
      (Limit.fileSize, "1 GiB"), (.templateSize, "256 KiB"), (.mermaidCharacters, "50,000 characters"),
      (.headingSearch, "4 KiB"), (.graphvizMessage, "300 characters"), (.dotSize, "3,000,000 bytes"),
    ])
  func texts(_ limit: Limit, _ text: String) {
    #expect(limit.text == text)
  }

  @Test("Messages show the values that an option accepts")
  func ranges() {
    #expect(Limit.timeLimit.flag?.range == "0.1 and 86,400")
    #expect(Limit.focusDepth.flag?.range == "0 and 1,000")
  }
}
