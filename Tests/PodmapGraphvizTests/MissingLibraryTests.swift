import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

/// The library of Graphviz is loaded at run time, so a machine may not have it.
@Suite("Without Graphviz's library")
struct MissingLibraryTests {
  private let sample = "samples/webapp/multi-pod"

  private func podmap(_ arguments: String...) throws -> FinishedProcess {
    try run(
      builtProgram("podmap"), arguments, environment: ["PODMAP_GRAPHVIZ": "/nonexistent.so"], in: packageFolder())
  }

  @Test("Text is written as always", arguments: ["mmd", "dot", "json", "md"])
  func text(format: String) throws {
    let outcome = try podmap(sample, "--format", format)
    #expect(outcome.exitCode == 0 && !outcome.output.isEmpty, "\(outcome.errors)")
  }

  @Test("A picture is an error that says what to install", arguments: ["svg", "png", "pdf", "webp"])
  func picture(format: String) throws {
    let outcome = try podmap(sample, "--format", format)
    #expect(outcome.exitCode == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(format) needs Graphviz's library"), "\(outcome.errors)")
    #expect(outcome.errors.contains("apt-get install graphviz"))
  }

  @Test("What can be written is written beside a picture that can't be drawn")
  func both() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try podmap(sample, "-o", folder.url.path + "/a.mmd", "-o", folder.url.path + "/a.svg")
    #expect(outcome.exitCode == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.mmd"])
  }

  @Test("The library that is there is found, with its version and its file")
  func found() throws {
    let library = try #require(GraphvizLibrary.installed)
    #expect(library.path.contains("libgvc"))
    #expect(library.version.split(separator: ".").count >= 2)
  }
}
