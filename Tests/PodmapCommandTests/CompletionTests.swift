import Foundation
import PodmapTestSupport
import Testing

@Suite("Completions")
struct CompletionTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  @Test(
    "Bash completes values, options, files and commands, with and without 'draw'",
    arguments: [
      (
        ["--view", ""],
        [
          "access", "architecture", "configuration", "everything", "lifecycle", "network", "pod", "storage", "traffic",
          "workloads",
        ]
      ),
      (["deploy", "--view", "w"], ["workloads"]),
      (["draw", "deploy", "--view", "n"], ["network"]),
      (["deploy", "--direction", ""], ["LR", "TB"]),
      (["deploy", "--fail-on", ""], ["error", "warning"]),
      (["inspect", "deploy", "--format", ""], ["json", "sarif", "table"]),
      (["draw", "deploy", "--format", "p"], ["pdf", "png"]),
      (["deploy", "--view", "pod", "--fo"], ["--focus", "--format"]),
      (
        ["compare", "deploy", "draw.yaml", "--format", ""],
        ["dot", "json", "md", "mermaid", "pdf", "png", "svg", "table", "webp"]
      ),
      (["compare", "d"], ["deploy", "draw.yaml"]),
      (["compare", "deploy", "draw.yaml", "--m"], ["--match"]),
      (["c"], ["compare"]),
      (["inspect", "--v"], ["--values", "--verbose", "--version"]),
      (["d"], ["deploy", "doctor", "draw", "draw.yaml"]),
      (["deploy", "d"], ["deploy", "draw.yaml"]),
      (["inspect", "d"], ["deploy", "draw.yaml"]),
      (["deploy", "-o", "a"], ["a file.svg"]),
      (["r"], []),
      (["help", "com"], ["compare"]), (["help", "templates"], ["templates"]),
      (
        ["help", ""],
        [
          "compare", "doctor", "draw", "init", "inspect", "merge", "publish", "split", "templates",
        ]
      ),
      (["templates", ""], ["list", "show"]), (["templates", "show", "m"], ["merge-request"]),
    ])
  func bash(_ words: [String], _ offered: [String]) throws {
    defer { folder.remove() }
    try folder.write(try podmap("--generate-completion-script", "bash").output, to: "script/podmap.bash")
    for file in ["deploy/pod.yaml", "draw.yaml", "a file.svg"] { try folder.write(pod, to: file) }
    // What bash itself does when the tab key is pressed.
    let shell = try run(
      try find("bash", install: "apt-get install bash"),
      [
        "--norc", "-c",
        """
        source script/podmap.bash || exit 1
        function=$(complete -p podmap | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        "$function" podmap "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        for offer in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do echo "$offer"; done
        """, "bash", "podmap",
      ] + words, in: folder.url)
    #expect(shell.exitCode == 0 && shell.errors.isEmpty, "\(shell.errors)")
    #expect(String(decoding: shell.output, as: UTF8.self).split(separator: "\n").map(String.init).sorted() == offered)
  }

  /// What a shell is told when a word of a command line is completed.
  private func completions(_ option: String, of command: String, _ words: String...) throws -> [String] {
    let line = ["podmap", command] + words
    let cursor = "\(line[line.count - 1].count)"
    let outcome = try podmap.run(
      ["---completion", command, "--", option, "\(line.count - 1)", cursor] + line, in: folder.url,
      environment: ["SAP_SHELL": "bash"])
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private func writeApplication() throws {
    for (namespace, name) in [("shop", "web"), ("shop", "worker"), ("tools", "cron")] {
      try folder.write(
        pod.replacing("name: web", with: "name: \(name), namespace: \(namespace), labels: {app: \(name)}"),
        to: "deploy/\(name).yaml")
    }
  }

  @Test("Names are those of the inputs on the command line")
  func names() throws {
    defer { folder.remove() }
    try writeApplication()
    #expect(try completions("--focus", of: "draw", "deploy", "--focus", "w") == ["web", "worker"])
    #expect(try completions("--focus", of: "draw", "deploy/web.yaml", "--focus", "w") == ["web"])
    let pods = ["Pod/cron", "Pod/web", "Pod/worker"]
    #expect(try completions("--focus", of: "inspect", "deploy", "--focus", "Pod/") == pods)
    #expect(try completions("-n", of: "draw", "deploy", "--view", "pod", "-n", "") == ["shop", "tools"])
    #expect(try completions("--kind", of: "draw", "deploy", "--kind", "P") == ["Pod"])
    #expect(try completions("--selector", of: "draw", "deploy", "-l", "app=w") == ["app=web", "app=worker"])
    #expect(try completions("-n", of: "compare", "deploy/web.yaml", "deploy/cron.yaml", "-n", "") == ["shop", "tools"])
    #expect(try completions("--workload", of: "split", "deploy", "--workload", "wo") == ["worker"])
  }

  @Test("Templates are the built-in ones, and files")
  func templates() throws {
    defer { folder.remove() }
    for file in ["deploy/pod.yaml", "mine.md", ".hidden.md"] { try folder.write(pod, to: file) }
    #expect(
      try completions("--template", of: "draw", "deploy", "--template", "") == [
        "application", "pod-vs-container", "comparison", "pull-request", "merge-request", "gallery", "deploy/",
        "mine.md",
      ])
    #expect(try completions("--template", of: "draw", "deploy", "--template", "m") == ["merge-request", "mine.md"])
    #expect(try completions("--template", of: "draw", "x", "--template", "deploy/") == ["deploy/pod.yaml"])
  }

  @Test("What can't be read offers nothing, and nothing is rendered or waited for")
  func silent() throws {
    defer { folder.remove() }
    try writeApplication()
    try folder.write("{", to: "broken.yaml")
    try folder.write("apiVersion: v2\nname: chart\nversion: 1.0.0\n", to: "chart/Chart.yaml")
    guard mkfifo(folder.url.appendingPathComponent("slow.yaml").path, 0o600) == 0 else { throw Failure("no pipe") }
    for input in ["broken.yaml", "missing", "-", "HEAD:deploy", "chart", "slow.yaml"] {
      let start = SuspendingClock.now
      #expect(try completions("--focus", of: "draw", input, "--focus", "w").isEmpty, "\(input)")
      #expect(SuspendingClock.now - start < .seconds(20))
    }
    #expect(try completions("--focus", of: "draw", "--focus", "w").isEmpty)
    #expect(try completions("--focus", of: "draw", "deploy", "--view", "nothing", "--focus", "w").isEmpty)
  }

  @Test("No more files are read than there is time for")
  func bounded() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "deploy/a.yaml")
    try folder.write(String(repeating: "#\n", count: 5 << 20), to: "deploy/b.yaml")
    try folder.write(pod.replacing("name: web", with: "name: wide"), to: "deploy/c.yaml")
    #expect(try completions("--focus", of: "draw", "deploy", "--focus", "w") == ["web"])
  }

  @Test("No shell is offered hidden commands, and each draws without 'draw'", arguments: ["bash", "zsh", "fish"])
  func everyShell(_ shell: String) throws {
    folder.remove()
    let script = try podmap("--generate-completion-script", shell)
    #expect(script.exitCode == 0)
    #expect(!script.output.contains("render-worker"))
    #expect(script.output.contains("# 'podmap INPUT' is short for 'podmap draw INPUT'."))
    #expect(try podmap("--generate-completion-script=\(shell)").output == script.output)
    #expect(try podmap("--generate-completion-script", environment: ["SHELL": "/bin/\(shell)"]).output == script.output)
  }

  @Test("An unknown shell is an error")
  func unknownShell() throws {
    folder.remove()
    let script = try podmap("--generate-completion-script", "tcsh")
    #expect(script.exitCode == 64)
    #expect(script.output.isEmpty)
  }
}
