import Foundation
import PodmapTestSupport
import Testing

let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: nginx}]}\n"

@Suite("The command line")
struct CommandLineTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  @Test("JSON is the same whatever is drawn beside it")
  func jsonAlone() throws {
    defer { folder.remove() }
    try folder.write(pod + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n", to: "web.yaml")
    let alone = try podmap("web.yaml", "--format", "json", in: folder.url).output
    let both = try podmap("web.yaml", "-o", "a.json", "-o", "a.mmd", "--verbose", in: folder.url)
    #expect(both.messages.contains { $0.contains("doesn't show") }, "\(both.messages)")
    #expect(try String(contentsOf: folder.url.appendingPathComponent("a.json"), encoding: .utf8) == alone)
  }

  @Test("An input alone is drawn as Mermaid to standard output, as 'draw' does")
  func drawIsDefault() throws {
    try folder.write(pod, to: "app/pod.yaml")
    let short = try podmap("app", in: folder.url)
    let long = try podmap("draw", "app", in: folder.url)
    #expect(short.exitCode == 0)
    #expect(short.output == long.output)
    #expect(short.output.contains("flowchart TB"))
    #expect(short.messages.isEmpty)
    folder.remove()
  }

  @Test("A folder that is named like a subcommand is drawn if it is written with './'")
  func folderNamedLikeCommand() throws {
    try folder.write(pod, to: "inspect/pod.yaml")
    let outcome = try podmap("./inspect", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("web"))
    folder.remove()
  }

  @Test("Standard input is read for '-', and its errors name it")
  func standardInput() throws {
    #expect(try podmap("-", input: pod).output.contains("nginx"))
    let broken = try podmap("-", input: "a: b: c\n")
    #expect(broken.exitCode == 1)
    #expect(broken.messages.first?.hasPrefix("-:1:5: error: ") == true)
  }

  @Test("The format comes from the extension, and several files are written at once")
  func formats() throws {
    try folder.write(pod, to: "pod.yaml")
    let outcome = try podmap(
      "pod.yaml", "-o", "a.mmd", "-o", "b.dot", "-o", "c.json", "-o", "d.MD", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    let beginnings = ["a.mmd": "---\ntitle", "b.dot": "digraph", "c.json": "{\"schema\": 1", "d.MD": "# pod\n"]
    for (name, beginning) in beginnings {
      let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
      #expect(text.hasPrefix(beginning), "\(name)")
    }
    folder.remove()
  }

  @Test(
    "A wrong command line exits with 64 and suggests what may have been meant",
    arguments: [
      (["x", "--view", "workload"], "did you mean 'workloads'?"),
      (["x", "--format", "mermiad"], "did you mean 'mermaid'?"),
      (["x", "-o", "a.jsn"], "did you mean '.json'?"),
      (["x", "-o", "a.unknown"], "isn't that of a format"),
      (["x", "-o", "a"], "isn't that of a format"),
      (["x", "--direction", "XY"], "no direction 'XY'; use TB or LR"),
      (["x", "-l", "a b"], "isn't a label selector"),
      (["x", "--fail-on", "never"], "no severity 'never' for --fail-on; use error or warning"),
      (["x", "--depth", "1001"], "is not between 0 and 1,000"),
      (["--view", "pod"], "no input"),
      (["insepct", "x"], "did you mean 'inspect'?"),
      (["comapre", "x", "y"], "did you mean 'compare'?"),
      (["compare", "x"], "podmap: error: missing expected argument '<right>'"),
      (["compare", "-", "-"], "only one side can be standard input"),
      (["compare", "x", "y", "--match", "web"], "write it as old=new"),
      (["compare", "x", "y", "--format", "jsn"], "did you mean 'json'?"),
      (["compare", "x", "y", "-o", "a.jpg"], "isn't that of a format"),
      (["darw", "x"], "did you mean 'draw'?"), (["publsh"], "did you mean 'publish'?"),
      (["version"], "did you mean '--version'?"), (["diff", "x", "y"], "did you mean 'compare'?"),
      (["render", "x"], "did you mean 'draw'?"), (["lint"], "did you mean 'inspect'?"),
      (["help", "publsh"], "podmap: error: there is no command 'publsh'; did you mean 'publish'?"),
      (["help", "diff"], "did you mean 'compare'?"), (["help", "templates", "shwo"], "did you mean 'show'?"),
      (["help", "qqqqqq"], "'podmap --help' lists them"),
      (["--veiw", "pod", "x"], "podmap: error: unknown option '--veiw'; did you mean '--view'?"),
    ])
  func wrongCommandLine(_ arguments: [String], _ message: String) throws {
    let outcome = try podmap.run(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.messages.joined(separator: "\n").contains(message), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "--version is the version alone; with --verbose, everything that the program runs with",
    arguments: ["-v", "--verbose"])
  func version(_ verbose: String) throws {
    folder.remove()
    let plain = try podmap("--version")
    #expect(plain.exitCode == 0 && plain.output.allSatisfy { $0.isNumber || $0 == "." || $0 == "\n" })
    let whole = try podmap("--version", verbose)
    #expect(whole.exitCode == 0 && whole.messages.isEmpty)
    let rows = whole.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    #expect(rows.map(\.[0]) == ["podmap", "Swift", "target", "libyaml", "Graphviz", "fonts"])
    #expect(rows[0][1].contains(plain.output.dropLast()) && rows[3][1].contains("0.") && rows[1][1].contains("6."))
    #expect(rows[4][1].contains("/") && rows[4][1].contains("libgvc"), "\(rows[4])")
    #expect(try podmap(verbose, "--version").output == whole.output)
    #expect(try podmap("-V").output == plain.output)
  }

  @Test("What the input doesn't have is not explained with the usage of the command")
  func noUsage() throws {
    folder.remove()
    let outcome = try podmap("-", "--focus", "wbe", input: pod)
    #expect(outcome.exitCode == 1 && outcome.messages.count == 1, "\(outcome.messages)")
    let usage = try podmap("-", "--view", "nothing", input: pod)
    #expect(usage.exitCode == 64 && usage.messages.contains { $0.hasPrefix("Usage: podmap draw") })
  }

  @Test("Without arguments, and with nothing to read, it says what to do first")
  func firstSteps() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "pod.yaml")
    for input in [nil, ""] {
      let nothing = try podmap.run([], input: input, in: folder.url)
      #expect(nothing.exitCode == 0 && nothing.messages.isEmpty)
      #expect(nothing.output.hasPrefix("Podmap draws what runs in a Kubernetes application"))
      let commands = nothing.output.split(separator: "\n").filter { $0.hasPrefix("  podmap ") }
      let words = commands.map { $0.split(separator: " ").prefix(2) }
      #expect(
        words.map { $0.joined(separator: " ") } == [
          "podmap deploy/", "podmap chart/", "podmap init", "podmap compare", "podmap --help",
        ])
      #expect(nothing.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    // What was meant to be drawn is not passed over.
    let piped = try podmap.run([], input: pod, in: folder.url)
    #expect(piped.exitCode == 64 && piped.output.isEmpty && piped.messages[0].hasSuffix("or '-' for standard input"))
    let late = try run("/bin/sh", ["-c", "{ sleep 1; echo; } | '\(podmap.executable)'"], in: folder.url)
    #expect(late.exitCode == 64)
    #expect(try podmap(".", in: folder.url).output.hasPrefix("---\ntitle"))
  }

  private var several: String {
    (1...8).map { number in
      "---\n" + pod.replacing("name: web", with: "name: web-\(number), namespace: shop, labels: {app: web\(number)}")
    }.joined()
  }

  @Test(
    "A name that the input does not have exits with 1 and names those that are most like it",
    arguments: [
      (["--focus", "web-12"], "did you mean 'web-1'? use one of web-1, web-2, web-3, web-4, web-5, and "),
      (["--focus", "Pod/x"], "use one of Pod/web-1, Pod/web-2, Pod/web-3, Pod/web-4, Pod/web-5, and 4 more"),
      (["-n", "production"], "no namespace 'production' in the input; use shop"),
      (["--kind", "Deployment"], "no object of kind 'Deployment' in the input; use Pod"),
      (["-l", "app=wbe3"], "no object with the labels 'app=wbe3' in the input; did you mean 'app=web3'? use one "),
      (["--focus", "ebserver"], "use one of web-1, "),
      (["--focus", "qqqqqqqqqq"], "use one of web-1, web-2, web-3, web-4, web-5, and "),
      (["--expand", "nothing"], "no kind or object 'nothing' in the input; use one of "),
      (["--view", "traffic", "--from", "db"], "no object 'db' in the input; use one of "),
    ])
  func candidates(_ arguments: [String], _ message: String) throws {
    folder.remove()
    let outcome = try podmap.run(["-"] + arguments, input: several)
    #expect(outcome.exitCode == 1 && outcome.output.isEmpty)
    #expect(outcome.messages.first?.contains(message) == true, "\(outcome.messages)")
  }

  @Test(
    "A name that the input does not have exits with 1 and suggests the nearest",
    arguments: [
      (["--focus", "wbe"], "did you mean 'web'?"), (["-n", "defualt"], "did you mean 'default'?"),
      (["--kind", "Podd"], "did you mean 'Pod'?"),
    ])
  func unknownName(_ arguments: [String], _ message: String) throws {
    let outcome = try podmap.run(["-"] + arguments, input: pod)
    #expect(outcome.exitCode == 1)
    #expect(outcome.messages.first?.contains(message) == true, "\(outcome.messages)")
  }

  @Test("Candidates are workloads first, then Services, then all others")
  func orderOfCandidates() throws {
    folder.remove()
    let text =
      pod.replacing("name: web", with: "name: zebra") + "---\n"
      + "{apiVersion: v1, kind: Service, metadata: {name: middle}, spec: {selector: {a: b}}}\n---\n"
      + "{apiVersion: v1, kind: ConfigMap, metadata: {name: apple}}\n"
    let outcome = try podmap("-", "--focus", "qqqqqqqqqq", input: text)
    #expect(outcome.messages.first?.contains("use one of zebra, middle, apple") == true, "\(outcome.messages)")
  }

  @Test("A terminal gets no bytes of a picture, but the command that writes it", arguments: ["png", "pdf", "webp"])
  func pictureOnTerminal(_ format: String) throws {
    defer { folder.remove() }
    try folder.write(pod, to: "my app.yaml")
    let run = try TerminalCommand(
      podmap.executable, ["my app.yaml", "--format", format], in: folder.url, showingOutput: true)
    #expect(try run.exitCode() == 64)
    let command = "podmap draw 'my app.yaml' -o picture.\(format)"
    #expect(run.text.contains("a terminal can't show \(format.uppercased()); write it to a file: \(command)"))
    #expect(run.text.split(separator: "\n").count == 1, "\(run.text)")
  }

  @Test("A file that can't be written exits with 2 and names the file and what to do")
  func unwritable() throws {
    try folder.write(pod, to: "pod.yaml")
    let outcome = try podmap("pod.yaml", "-o", "nowhere/a.mmd", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.messages == [
        "nowhere/a.mmd: error: can't be written: no such file or directory; create the folder first"
      ])
    let directory = try podmap("pod.yaml", "--format", "dot", "-o", ".", in: folder.url)
    #expect(directory.exitCode == 2)
    folder.remove()
  }

  @Test("Without any manifest there is an error and no output, for a directory and for a named file")
  func nothingToDraw() throws {
    try folder.write("replicas: 2\n", to: "app/values.yaml")
    try folder.write("", to: "empty.yaml")
    for arguments in [["app"], ["app", "-o", "app.svg"]] {
      let directory = try podmap.run(arguments, in: folder.url)
      #expect(directory.exitCode == 1)
      #expect(directory.output.isEmpty)
      #expect(directory.messages.contains { $0.contains("nothing to draw, because the input contains no") })
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("app.svg").path))
    for file in ["app/values.yaml", "empty.yaml"] {
      let named = try podmap(file, in: folder.url)
      #expect(named.exitCode == 1)
      #expect(named.output.isEmpty)
    }
    folder.remove()
  }

  @Test(
    "A view that has nothing to show of an input is an empty diagram and a note", arguments: ["network", "storage"])
  func emptyView(_ view: String) throws {
    try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n", to: "app/c.yaml")
    for input in ["app", "app/c.yaml"] {
      let outcome = try podmap(input, "--view", view, in: folder.url)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("Nothing to draw"))
      #expect(
        outcome.messages == [
          "podmap: note: there is nothing to draw in the view '\(view)'; 'podmap inspect' with the same inputs lists "
            + "what was read"
        ])
    }
    for file in ["x.mmd", "x.dot", "x.json", "x.md"] {
      #expect(try podmap("app/c.yaml", "--view", view, "-o", file, in: folder.url).exitCode == 0)
      #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(file).path))
    }
    folder.remove()
  }

  @Test("A mistyped path does not replace a good picture")
  func mistypedPath() throws {
    let old = try folder.write("good", to: "old.mmd")
    #expect(try podmap("nothing", "-o", "old.mmd", in: folder.url).exitCode == 1)
    #expect(try String(contentsOf: old, encoding: .utf8) == "good")
    folder.remove()
  }

  @Test("'-o -' is standard output")
  func dashOutput() throws {
    #expect(try podmap("-", "-o", "-", input: pod).output == podmap("-", input: pod).output)
    #expect(try podmap("-", "--format", "json", "-o", "-", input: pod).output.hasPrefix("{\"schema\""))
  }

  @Test("A warning fails a run only when asked to")
  func failOn() throws {
    let text = pod + "  restartPolicy: Never\n  restartPolicy: Never\n"
    let twice = text.replacing(
      "spec: {containers: [{name: app, image: nginx}]}\n", with: "spec:\n  containers: [{name: app}]\n")
    #expect(try podmap("-", input: twice).exitCode == 0)
    #expect(try podmap("-", "--fail-on", "warning", input: twice).exitCode == 1)
  }

  @Test("Many messages are counted, and what is to be expected is not said, unless all are asked for")
  func manyNotes() throws {
    for number in 0..<20 {
      try folder.write("a: b\n", to: "app/\(number).yaml")
      let needy = pod.replacing("image: nginx", with: "image: nginx, envFrom: [{configMapRef: {name: c\(number)}}]")
      try folder.write(needy.replacing("name: web", with: "name: web-\(number)"), to: "app/pod\(number).yaml")
    }
    let short = try podmap("app", in: folder.url)
    #expect(short.messages.count == 5)
    #expect(
      short.messages.last
        == "podmap: warning: 16 more messages about objects that are not in the input; use --verbose to print them")
    #expect(try podmap("app", "--verbose", in: folder.url).messages.count == 40)
    folder.remove()
  }

  @Test("Colour and progress are only written to a terminal")
  func noColour() throws {
    let outcome = try podmap("-", input: "a: b: c", environment: ["TERM": "xterm-256color"])
    #expect(!outcome.messages.joined().contains("\u{1B}"))
  }

  @Test("A reader that stops early is not a failure")
  func closedPipe() throws {
    try folder.write((0..<3000).map { pod.replacing("web", with: "web\($0)") }.joined(separator: "---\n"), to: "a.yaml")
    let shell = try run(
      "/bin/sh", ["-c", "\"$0\" inspect a.yaml | head -1; exit ${PIPESTATUS:-0}", podmap.executable], in: folder.url)
    #expect(shell.errors.isEmpty)
    folder.remove()
  }
}
