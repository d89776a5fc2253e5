import Foundation
import PodmapTestSupport
import Testing

@Suite("Commands to CI systems in logs")
struct LogCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func check(
    _ outcome: PodmapCommand.Outcome, says word: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let text = outcome.messages.joined(separator: "\n")
    #expect(word.isEmpty || text.contains(word), "\(outcome)", sourceLocation: location)
    #expect(logCommands(in: text) == [], sourceLocation: location)
    #expect(logCommands(in: outcome.output) == [], sourceLocation: location)
  }

  @Test(
    "Names of files aren't taken for commands",
    arguments: [
      "::error::x.yaml", "##[error]x.yaml", " ::warning::x.yaml", "a\n::error::x.yaml", "a\r::error::x.yaml",
      "##vso[task.setvariable]x.yaml",
    ])
  func files(_ name: String) throws {
    defer { folder.remove() }
    try folder.write("a: [b\n", to: name)
    for command in [["draw"], ["inspect"], ["split"], ["compare", name], ["draw", "--verbose"]] {
      check(try podmap.run(command + [name], in: folder.url), says: "error: ")
    }
    check(try podmap.run(["."], in: folder.url), says: "error: ")
    check(try podmap.run(["doctor", "."], in: folder.url), says: "")
    check(try podmap.run(["absent/" + name], in: folder.url), says: "error: ")
    check(try podmap.run([name, "--view", name, "--" + name], in: folder.url), says: "error: ")
  }

  @Test(
    "Names and values in manifests aren't taken for commands",
    arguments: ["::error::x", "##[error]x", "x\n::error::x", "x\r::error::x", "\n  ::error::x", "x ##[add-mask]y"])
  func manifests(_ text: String) throws {
    defer { folder.remove() }
    let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    try folder.write(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: \(quoted), namespace: \(quoted)}
      spec: {selector: {app: \(quoted)}, ports: [{port: \(quoted), targetPort: \(quoted)}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: \(quoted), labels: {app: \(quoted)}}
      spec:
        containers: [{name: \(quoted), image: \(quoted), ports: [{containerPort: \(quoted)}], \(quoted): {}}]
        volumes: \(quoted)
      ---
      \(quoted): {}
      ---
      kind: \(quoted)
      ---
      *\(text.filter { $0.isLetter })
      """, to: "app.yaml")
    for command in [["draw"], ["inspect"], ["split"], ["compare", "app.yaml"], ["merge"]] {
      let outcome = try podmap.run(command + ["app.yaml", "--verbose"], in: folder.url)
      let messages = outcome.messages.joined(separator: "\n")
      #expect(messages.contains(": "), "\(command)")
      #expect(logCommands(in: messages) == [])
    }
    for command in [["inspect"], ["compare", "app.yaml"]] {
      #expect(logCommands(in: try podmap.run(command + ["app.yaml"], in: folder.url).output) == [])
    }
  }

  @Test("What is published isn't a command", arguments: ["::error::x", "##[error]x", "x\n::error::y"])
  func published(_ name: String) throws {
    defer { folder.remove() }
    let quoted = String(decoding: try JSONEncoder().encode(name + ".mmd"), as: UTF8.self)
    try folder.write(pod, to: "pod.yaml")
    try folder.write("diagrams: [{name: app, inputs: [pod.yaml], files: [\(quoted)]}]\n", to: "podmap.yaml")
    check(try podmap("publish", "--check", in: folder.url), says: "error: ")
    check(try podmap("publish", in: folder.url), says: "created ")
    try folder.write(pod.replacing("web", with: "other"), to: "pod.yaml")
    check(try podmap("publish", in: folder.url), says: "changed ")
  }

  @Test("What a renderer says isn't a command")
  func renderers() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "app/web.yaml")
    try folder.write("resources: [web.yaml]\n", to: "app/kustomization.yaml")
    let script = try folder.write(
      "#!/bin/sh\nprintf '::error::one\\n##[error]two\\n  ::warning::three\\rfour\\r::error::five\\n' >&2\nexit 1\n",
      to: ".bin/kubectl")
    try makeExecutable(script.path)
    for option in ["--verbose", "--view=pod"] {
      check(
        try podmap.run(["app", option], in: folder.url, environment: ["PATH": folder.url.path + "/.bin"]),
        says: "error::one")
    }
  }
}
