import Foundation
import PodmapManifests
import PodmapProject
import Testing

/// A temporary folder for one test.
struct Scratch: ~Copyable {
  let path = NSTemporaryDirectory() + "podmap-" + UUID().uuidString

  init(_ files: [String: String]) throws {
    for (name, text) in files {
      let file = path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var name: String { (path as NSString).lastPathComponent }
}

@Suite("Finding files")
struct SourceScanTests {
  @Test("A directory is read recursively, in byte order and without hidden files")
  func directory() throws {
    let scratch = try Scratch([
      "b.yaml": "", "B.yml": "", "a/z.json": "", "a/.hidden.yaml": "", ".git/x.yaml": "", "c.txt": "",
      "node_modules/x.yaml": "",
    ])
    let scan = SourceScan([scratch.path])
    #expect(scan.files.map(\.name) == ["B.yml", "a/z.json", "b.yaml"].map { "\(scratch.name)/\($0)" })
    #expect(scan.files.allSatisfy { !$0.isNamed })
    #expect(scan.sources.isOnlyDirectories)
    #expect(scan.diagnostics.isEmpty)
  }

  @Test("A kustomization or chart below the input is skipped with a note")
  func ownSources() throws {
    let scratch = try Scratch([
      "a.yaml": "", "k/kustomization.yaml": "", "k/b.yaml": "", "k/deep/c.yaml": "", "chart/Chart.yaml": "",
      "chart/templates/d.yaml": "",
    ])
    let scan = SourceScan([scratch.path])
    #expect(scan.files.map(\.name) == ["\(scratch.name)/a.yaml"])
    #expect(scan.diagnostics.map(\.severity) == [.note, .note])
    let named = SourceScan([scratch.path + "/k", scratch.path + "/chart"])
    #expect(named.files.isEmpty)
    #expect(named.diagnostics.map(\.severity) == [.error, .error])
    #expect(named.diagnostics.allSatisfy { $0.message.contains("podmap draw -") })
    let files = SourceScan([scratch.path + "/k/kustomization.yaml", scratch.path + "/chart/Chart.yaml"])
    #expect(files.files.isEmpty)
    #expect(files.diagnostics.map(\.message) == named.diagnostics.map(\.message))
  }

  @Test("A file that is named twice is read once")
  func twice() throws {
    let scratch = try Scratch(["a.yaml": "", "b.yaml": ""])
    let scan = SourceScan([scratch.path + "/b.yaml", scratch.path, scratch.path + "/./b.yaml"])
    #expect(scan.files.map(\.name) == ["b.yaml", "\(scratch.name)/a.yaml"])
  }

  @Test("A link to a parent folder is not followed endlessly")
  func linkCircle() throws {
    let scratch = try Scratch(["a/b.yaml": ""])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/a/up", withDestinationPath: scratch.path)
    #expect(SourceScan([scratch.path]).files.map(\.name) == ["\(scratch.name)/a/b.yaml"])
  }

  @Test("A missing input is an error, and the others are still read")
  func missing() throws {
    let scratch = try Scratch(["a.yaml": ""])
    let scan = SourceScan([scratch.path + "/nothing.yaml", scratch.path])
    #expect(scan.files.count == 1)
    #expect(
      scan.diagnostics.map(\.description) == [
        "nothing.yaml:1:1: error: can't be read: no such file or directory; check the path and its permissions"
      ])
    #expect(!scan.sources.isOnlyDirectories)
  }
}
