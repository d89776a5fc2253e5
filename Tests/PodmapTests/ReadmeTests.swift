import Foundation
import PodmapTestSupport
import Testing

@Suite("The example in README.md")
struct ReadmeTests {
  @Test("It is identical to the program compiled with the tests")
  func isCompiled() throws {
    let readme = try String(contentsOf: packageFolder().appendingPathComponent("README.md"), encoding: .utf8)
    let program = try String(
      contentsOf: packageFolder().appendingPathComponent("Tests/ReadmeExample/main.swift"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.first == program, "README.md and Tests/ReadmeExample/main.swift differ; make them the same")
  }

  @Test("It reads a directory and prints the same as the command")
  func runs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(web, to: "deploy/web.yaml")
    let example = try run(try builtProgram("readme-example"), in: folder.url)
    #expect(example.exitCode == 0, "\(example.errors)")
    #expect(
      String(decoding: example.output, as: UTF8.self) == (try PodmapCommand()("deploy", in: folder.url)).output + "\n")
  }
}
