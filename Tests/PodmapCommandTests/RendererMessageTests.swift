import Foundation
import PodmapTestSupport
import Testing

@Suite("What podmap says about programs that render")
struct RendererMessageTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  /// Writes a kustomization, and a kubectl that does what a script says.
  private func prepare(_ script: String) throws {
    try folder.write(pod, to: "app/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "app/kustomization.yaml")
    let file = try folder.write("#!/bin/sh\n\(script)\n", to: ".bin/kubectl")
    try makeExecutable(file.path)
  }

  private func run(_ arguments: String...) throws -> PodmapCommand.Outcome {
    try podmap.run(arguments, in: folder.url, environment: ["PATH": folder.url.path + "/.bin"])
  }

  @Test("The program that has rendered a source is named with --verbose and by inspect only")
  func rendered() throws {
    defer { folder.remove() }
    try prepare(#"while IFS= read -r line; do echo "$line"; done < app/web.yaml"#)
    func isNamed(_ outcome: PodmapCommand.Outcome) -> Bool {
      outcome.messages.contains { $0.contains("rendered with: kubectl kustomize app") }
    }
    let quiet = try run("app")
    #expect(quiet.exitCode == 0 && !isNamed(quiet) && !quiet.messages.contains { $0.contains("more message") })
    #expect(isNamed(try run("app", "--verbose")))
    #expect(isNamed(try run("inspect", "app")))
    try folder.write("diagrams: [{name: app, inputs: [app], files: [app.mmd]}]\n", to: "podmap.yaml")
    #expect(!isNamed(try run("publish")))
    #expect(try run("publish").messages == ["podmap: 1 up to date"])
  }

  @Test("What the program says when it fails is indented below one sentence, and cut without --verbose")
  func failed() throws {
    defer { folder.remove() }
    try prepare("for number in 1 2 3 4 5 6; do echo \"trouble $number\" >&2; done; exit 1")
    let short = try run("app")
    #expect(short.exitCode == 1)
    let start = try #require(
      short.messages.firstIndex {
        $0.hasSuffix("error: a kustomization that can't be rendered: 'kubectl kustomize app' failed")
      }, "\(short.messages)")
    #expect(
      short.messages.dropFirst(start + 1).prefix(5) == [
        "    trouble 1", "    trouble 2", "    trouble 3", "    trouble 4",
        "    … and 2 more lines; use --verbose to print them",
      ])
    #expect(try run("app", "--verbose").messages.contains("    trouble 6"))
  }
}
