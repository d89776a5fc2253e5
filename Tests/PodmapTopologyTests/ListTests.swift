import Foundation
import Testing

@testable import PodmapTopology

@Suite("The lists of findings and of tables")
struct ListTests {
  private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/PodmapTopology")

  @Test("Each declared finding is in the list, and named like its declaration")
  func findings() throws {
    var declared: [String] = []
    for text in try texts(in: "Findings") {
      for match in text.matches(of: /static let (\w+)(?:: Finding)? = (?:Finding|\.init)\(\s*"([^"]+)"/) {
        let words = match.2.split(separator: " ")
        #expect(words[0].lowercased() + words.dropFirst().map(\.capitalized).joined() == match.1)
        declared.append(String(match.2))
      }
    }
    #expect(Finding.all.map(\.name).sorted() == declared.sorted(), "Finding.all must contain each finding once")
  }

  @Test("Each table of references is in the list of all tables, or a part of a table in its own file")
  func references() throws {
    let list = try String(contentsOf: sources.appendingPathComponent("Rules/ReferenceTables.swift"), encoding: .utf8)
    let listed = try #require(list.firstMatch(of: /static let all: \[ReferenceRule\] = \[([^\]]*)\]\.flatMap/)).1
      .matches(of: /\w+References\b/).map { String($0.output) }
    var declared: [String] = []
    for text in try texts(in: "Rules/Tables") {
      declared += text.matches(of: /(?m)^let (\w+): \[ReferenceRule\]/).map { String($0.1) }
      for part in text.matches(of: /(?m)^(?:private|fileprivate) let (\w+): \[ReferenceRule\]/) {
        let uses = text.split { !$0.isLetter && !$0.isNumber }.filter { $0 == part.1 }
        #expect(uses.count > 1, "\(part.1) is in no table")
      }
    }
    #expect(listed.sorted() == declared.sorted(), "ReferenceTables.all must contain each table once")
  }

  private func texts(in folder: String) throws -> [String] {
    let folder = sources.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }
}
