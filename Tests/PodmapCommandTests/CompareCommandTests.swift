import Foundation
import PodmapTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("podmap compare")
struct CompareCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private func pod(_ name: String, _ container: String, image: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [{name: \(container), image: \(image)}]}\n"
  }

  @Test("Two files give a table on standard output, and only --exit-code reports a difference")
  func table() throws {
    defer { folder.remove() }
    try folder.write(pod("web", "app", image: "nginx:1"), to: "a.yaml")
    try folder.write(pod("web", "app", image: "nginx:2"), to: "b.yaml")
    let outcome = try podmap("compare", "a.yaml", "b.yaml", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.hasPrefix("left   a.yaml\nright  b.yaml\n\n1 of 1 containers matched, 1 change\n"))
    #expect(try podmap("compare", "a.yaml", "b.yaml", "--exit-code", in: folder.url).exitCode == 1)
    #expect(try podmap("compare", "a.yaml", "a.yaml", "--exit-code", in: folder.url).exitCode == 0)
    #expect(
      try podmap("compare", "-", "./a.yaml", input: pod("web", "app", image: "nginx:1"), in: folder.url)
        .output.hasPrefix("left   standard input\nright  a.yaml\n"))
  }

  @Test("Files get the format of their extension, several at once")
  func files() throws {
    defer { folder.remove() }
    try folder.write(pod("web", "app", image: "nginx:1"), to: "a.yaml")
    let outcome = try podmap("compare", "a.yaml", "a.yaml", "-o", "x.md", "-o", "x.json", "-o", "x.txt", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
    for (name, beginning) in [
      ("x.md", "# Comparison\n"), ("x.json", "{\"schema\": 1,\n"), ("x.txt", "left   a.yaml\n"),
    ] {
      let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
      #expect(String(decoding: data, as: UTF8.self).hasPrefix(beginning))
      // What is the same needs no picture.
      #expect(!String(decoding: data, as: UTF8.self).contains("```mermaid"))
      if name == "x.json" { #expect(try JSONSerialization.jsonObject(with: data) is [String: Any]) }
    }
  }

  @Test("Files get pictures by their extension, and the report contains the picture as Mermaid")
  func pictures() throws {
    defer { folder.remove() }
    try folder.write(pod("web", "app", image: "nginx:1"), to: "a.yaml")
    try folder.write(pod("web", "app", image: "nginx:2"), to: "b.yaml")
    let files = ["x.mmd", "x.dot", "x.svg", "x.png", "x.pdf", "x.webp", "x.md"]
    let outcome = try podmap.run(["compare", "a.yaml", "b.yaml"] + files.flatMap { ["-o", $0] }, in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty, "\(outcome.messages)")
    let beginnings = [
      "---\ntitle: \"a.yaml → b.yaml\"\n", "digraph", "<?xml", "\u{89}PNG", "%PDF", "RIFF", "# Comparison",
    ]
    for (name, beginning) in zip(files, beginnings) {
      let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let expected = name == "x.png" ? Data([0x89, 0x50, 0x4e, 0x47]) : Data(beginning.utf8)
      #expect(data.starts(with: expected), "\(name)")
    }
    let mermaid = try podmap("compare", "a.yaml", "b.yaml", "--format", "mermaid", in: folder.url)
    let file = try Data(contentsOf: folder.url.appendingPathComponent("x.mmd"))
    #expect(mermaid.exitCode == 0 && Data(mermaid.output.utf8) == file)
    let report = try String(contentsOf: folder.url.appendingPathComponent("x.md"), encoding: .utf8)
    #expect(report.contains("\n```mermaid\n\(mermaid.output)```\n"))
  }

  @Test("The SVG has an element for each container and line, with the mark as a class")
  func svg() throws {
    let samples = packageFolder().appendingPathComponent("samples/webapp")
    for (kind, classes) in [
      ("side-by-side", ["workload removed", "workload added", "connects match"]),
      ("merged", ["workload removed", "workload added", "service removed", "entry added", "calls inferred added"]),
    ] {
      let outcome = try podmap(
        "compare", "single-pod", "multi-pod", "--picture", kind, "--format", "svg", "--no-condense", in: samples)
      #expect(outcome.exitCode == 0)
      for name in classes { #expect(outcome.output.contains(" \(name)\""), "\(kind): \(name)") }
      #expect(outcome.output.contains(">Containers: 3 moved.</desc>"))
      #expect(XMLParser(data: Data(outcome.output.utf8)).parse())
    }
  }

  @Test("What has moved is drawn as PNG too, with the quiet icon of what was removed")
  func png() throws {
    defer { folder.remove() }
    let samples = packageFolder().appendingPathComponent("samples/webapp")
    let outcome = try podmap("compare", "single-pod", "multi-pod", "-o", folder.url.path + "/x.png", in: samples)
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
  }

  @Test(
    "Options that apply to no picture are reported",
    arguments: [
      ["--picture", "merge"], ["--picture", "side-by-side", "--direction", "TB"], ["--direction", "UP"],
      ["--scale", "2"], ["-o", "x.mdd"],
    ])
  func wrongPictures(_ options: [String]) throws {
    defer { folder.remove() }
    try folder.write(pod("web", "app", image: "nginx:1"), to: "a.yaml")
    let outcome = try podmap.run(["compare", "a.yaml", "a.yaml"] + options, in: folder.url)
    #expect(outcome.exitCode == 64)
  }

  @Test("Part of both sides can be compared; a name that neither side has is an error")
  func selection() throws {
    defer { folder.remove() }
    func map(_ value: Int) -> String {
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app, namespace: shop}\ndata: {level: \"\(value)\"}\n---\n"
    }
    try folder.write(map(1) + pod("web", "app", image: "nginx:1"), to: "a.yaml")
    try folder.write(map(2) + pod("web", "app", image: "nginx:2"), to: "b.yaml")
    for (options, count) in [
      ([], "2 changes"), (["--kind", "ConfigMap"], "1 change"), (["--namespace", "default"], "1 change"),
      (["--exclude", "ConfigMap", "--exclude", "Pod"], "no changes"),
    ] {
      let inDefault = ["--default-namespace", "default"]
      let outcome = try podmap.run(["compare", "a.yaml", "b.yaml"] + options + inDefault, in: folder.url)
      #expect(outcome.output.contains(" matched, \(count)\n"), "\(options)")
    }
    let unknown = try podmap("compare", "a.yaml", "b.yaml", "--namespace", "shopp", in: folder.url)
    #expect(unknown.exitCode == 1 && unknown.messages.joined().contains("did you mean 'shop'?"))
  }

  @Test("--match settles what names and images do not show; an unknown name is reported with the nearest")
  func match() throws {
    defer { folder.remove() }
    try folder.write(pod("web", "server", image: "one"), to: "a.yaml")
    try folder.write(pod("shop", "main", image: "two") + "---\n" + pod("db", "main", image: "x"), to: "b.yaml")
    #expect(try podmap("compare", "a.yaml", "b.yaml", in: folder.url).output.contains("0 of 1 (left) and 2 (right)"))
    let settled = try podmap("compare", "a.yaml", "b.yaml", "--match", "server=Pod/shop", in: folder.url)
    #expect(settled.output.contains("as you specified") && settled.exitCode == 0)
    for (pair, message) in [
      ("sever=shop", "no container 'sever' on the left side; did you mean 'server'?"),
      ("web=shopp", "no container 'shopp' on the right side; did you mean 'shop'?"),
      ("web=main", "'main' matches 2 containers on the right side (default/Pod/db/main, default/Pod/shop/main)"),
    ] {
      let wrong = try podmap("compare", "a.yaml", "b.yaml", "--match", pair, in: folder.url)
      #expect(wrong.exitCode == 1 && wrong.output.isEmpty)
      #expect(wrong.messages.joined().contains(message), "\(wrong.messages)")
    }
    let twice = try podmap(
      "compare", "a.yaml", "b.yaml", "--match", "web=shop", "--match", "web=db", in: folder.url)
    #expect(twice.exitCode == 64 && twice.messages.joined().contains("twice"))
  }

  @Test("A broken YAML document is reported and the rest compared; a side that can't be read writes nothing")
  func errors() throws {
    defer { folder.remove() }
    try folder.write(pod("web", "app", image: "nginx:1") + "---\na: b: c\n", to: "a.yaml")
    try folder.write(pod("web", "app", image: "nginx:2"), to: "b.yaml")
    let broken = try podmap("compare", "a.yaml", "b.yaml", in: folder.url)
    #expect(broken.exitCode == 1)
    #expect(broken.messages.first?.hasPrefix("a.yaml:6:5: error: ") == true, "\(broken.messages)")
    #expect(broken.output.contains("nginx:2"))
    try folder.write("kept", to: "x.md")
    let missing = try podmap("compare", "nowhere", "b.yaml", "-o", "x.md", in: folder.url)
    #expect(missing.exitCode == 1 && !missing.messages.isEmpty)
    #expect(try String(contentsOf: folder.url.appendingPathComponent("x.md"), encoding: .utf8) == "kept")
  }

  @Test("Values of Secrets, and what looks like a credential anywhere else, reach no report")
  func secrets() throws {
    defer { folder.remove() }
    func application(_ value: String) -> String {
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData: {password: \(value)-plain}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: app
          image: nginx
          args: ["--password=\(value)-args"]
          env:
          - {name: DB_PASSWORD, value: \(value)-env}
          - {name: GREETING, value: hello-\(value.suffix(1))}
          - {name: URL, value: "postgres://me:\(value)-url@db.example.com/x"}
          livenessProbe: {exec: {command: [check, --token, \(value)-probe]}}
      """
    }
    try folder.write(application("hunter2"), to: "a.yaml")
    try folder.write(application("hunter3").replacing("image: nginx", with: "image: httpd"), to: "b.yaml")
    for format in ["table", "md", "json"] {
      let outcome = try podmap("compare", "a.yaml", "b.yaml", "--format", format, "--verbose", in: folder.url)
      #expect(outcome.output.contains("httpd") && outcome.output.contains("GREETING=hello-3"))
      #expect(!(outcome.output + outcome.messages.joined()).contains("hunter"))
    }
  }
}
