import Foundation
import PodmapTestSupport
import Testing

@Suite("podmap split")
struct SplitCommandTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  private let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec:
      containers:
        - {name: front, image: f, env: [{name: API_URL, value: 'http://localhost:80'}, {name: PASSWORD, value: hunter2}]}
        - {name: api, image: a, ports: [{containerPort: 80}]}

    """

  @Test("The result goes to standard output, and the messages show no secret")
  func standardOutput() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "a.yaml")
    let outcome = try podmap("split", "a.yaml", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("value: 'http://api:80'") && outcome.output.contains("value: hunter2"))
    #expect(outcome.messages.joined().contains("'PASSWORD' of the container 'front' may contain a credential"))
    #expect(!outcome.messages.joined().contains("hunter2"))
    #expect(try podmap("split", "-", input: pod, in: folder.url).output == outcome.output)
  }

  @Test("A folder gets a file for each new workload and each input file, and files of an earlier run are reported")
  func folders() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "in/deep/pod.yaml")
    try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n", to: "in/map.yaml")
    let first = try podmap("split", "in", "-o", "out/new", in: folder.url)
    #expect(first.exitCode == 0 && first.output.isEmpty)
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder.url.appendingPathComponent("out/new").path)
    #expect(written.sorted() == ["deep", "deep/api.yaml", "deep/front.yaml", "map.yaml"])
    try folder.write("a: b\n", to: "out/new/old.yaml")
    let second = try podmap("split", "in", "-o", "out/new", in: folder.url)
    #expect(second.messages.joined().contains("out/new/old.yaml: warning: the file existed before"))
  }

  @Test(
    "A file that would become an input, or replace one, is not written",
    arguments: ["in", "in/out", "in/pod.yaml", "."])
  func outputInInput(_ output: String) throws {
    defer { folder.remove() }
    try folder.write(pod, to: "in/pod.yaml")
    let outcome = try podmap("split", output == "." ? "." : "in", "-o", output, in: folder.url)
    #expect(outcome.exitCode == 64 && outcome.messages.joined().contains("is in the input"))
  }

  @Test("An unknown workload is reported with the nearest, and one that can't be split is passed through")
  func workloads() throws {
    defer { folder.remove() }
    try folder.write(pod, to: "a.yaml")
    let unknown = try podmap("split", "a.yaml", "--workload", "wbe", in: folder.url)
    #expect(unknown.exitCode == 1)
    #expect(unknown.messages.joined().contains("no workload 'wbe' in the input; did you mean 'web'?"))
    let single = pod.split(separator: "\n").filter { !$0.contains("name: api,") }.joined(separator: "\n") + "\n"
    try folder.write(single, to: "b.yaml")
    let whole = try podmap("split", "b.yaml", "--workload", "web", in: folder.url)
    #expect(whole.output == single && whole.exitCode == 0)
    #expect(whole.messages.joined().contains("Pod/web has only one container, so there is nothing to split"))
  }
}
