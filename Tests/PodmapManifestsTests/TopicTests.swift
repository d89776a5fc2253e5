import Foundation
import PodmapManifests
import Testing

@Suite("The codes of messages")
struct TopicTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("Each code is unique and in kebab-case, and its remedy is a sentence")
  func rows() {
    var codes: Set<String> = []
    for topic in Diagnostic.Topic.all {
      #expect(codes.insert(topic.code).inserted, "\(topic.code) is in the list twice")
      #expect(topic.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(topic.code)")
      #expect(topic.remedy.hasSuffix(".") && !topic.summary.hasSuffix("."), "\(topic.code)")
      #expect(topic.plural.hasPrefix("about "), "\(topic.code)")
      #expect(!"\(topic.remedy)\(topic.summary)".contains("|"), "\(topic.code)")
      #expect(Diagnostic.Topic(code: topic.code) == topic)
    }
    #expect(Diagnostic.Topic(code: "nonsense") == nil)
  }

  @Test("Each declared topic is in the list of its family")
  func declarations() throws {
    let folder = root.appendingPathComponent("Sources/PodmapManifests/Diagnostics")
    var declared: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      declared += text.matches(of: /static let \w+ = Self\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(declared.sorted() == Diagnostic.Topic.all.map(\.code).sorted())
  }

  @Test("docs/findings.md is up to date")
  func document() throws {
    let page = root.appendingPathComponent("docs/findings.md")
    if ProcessInfo.processInfo.environment["PODMAP_RECORD"] == "1" {
      try Data(Diagnostic.Topic.document.utf8).write(to: page)
      Issue.record("recorded docs/findings.md; look at it, then run the tests without PODMAP_RECORD")
      return
    }
    let isUpToDate = try String(contentsOf: page, encoding: .utf8) == Diagnostic.Topic.document
    #expect(isUpToDate, "docs/findings.md is out of date; run: PODMAP_RECORD=1 swift test --filter TopicTests")
  }
}
