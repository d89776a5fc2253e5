import Foundation
import PodmapTestSupport
import Testing

@Suite("What always holds")
struct PromiseTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  @Test("Neither values of Secrets nor credentials in the environment reach any output")
  func secrets() throws {
    try folder.write(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData: {password: hunter2-plain}
      data: {token: aHVudGVyMi1iYXNlNjQ=}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: app
          image: nginx
          args: ["--password=hunter2-args"]
          env:
          - {name: DB_PASSWORD, value: hunter2-env}
          - {name: URL, value: "postgres://me:hunter2-url@db/x"}
          envFrom: [{secretRef: {name: keys}}]
      """, to: "app.yaml")
    for view in ["workloads", "architecture", "pod", "network", "storage", "configuration", "access", "everything"] {
      for format in ["mermaid", "dot", "json", "md"] {
        let outcome = try podmap("app.yaml", "--view", view, "--format", format, "--verbose", in: folder.url)
        #expect(!(outcome.output + outcome.messages.joined()).contains("hunter2"))
        #expect(!outcome.output.contains("aHVudGVy"))
      }
    }
    for format in ["table", "json"] {
      #expect(!(try podmap("inspect", "app.yaml", "--format", format, in: folder.url)).output.contains("hunter2"))
    }
    folder.remove()
  }

  @Test("The same input gives the same bytes in every folder, locale and time zone")
  func determinism() throws {
    let other = try TemporaryFolder()
    for place in [folder, other] {
      try FileManager.default.copyItem(
        at: packageFolder().appendingPathComponent("samples"), to: place.url.appendingPathComponent("samples"))
    }
    for format in ["mermaid", "dot", "json", "md"] {
      let first = try podmap("samples", "--format", format, in: folder.url, environment: ["LC_ALL": "C", "TZ": "UTC"])
      let second = try podmap(
        "./samples/", "--format", format, in: other.url, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
      let absolute = try podmap(other.url.path + "/samples", "--format", format)
      #expect(!first.output.isEmpty)
      #expect(first.output == second.output)
      #expect(first.output == absolute.output)
      #expect(first.messages == second.messages)
    }
    folder.remove()
    other.remove()
  }

  @Test("A file is replaced whole, keeps its permissions, and a link to it stays a link")
  func atomicWrites() throws {
    try folder.write(pod, to: "pod.yaml")
    let target = try folder.write("old", to: "real.mmd")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target.path)
    let link = folder.url.appendingPathComponent("link.mmd")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "real.mmd")
    #expect(try podmap("pod.yaml", "-o", "link.mmd", in: folder.url).exitCode == 0)
    #expect(try String(contentsOf: target, encoding: .utf8).contains("flowchart"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real.mmd")
    let permissions = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["link.mmd", "pod.yaml", "real.mmd"], "nothing is left behind")
    folder.remove()
  }

  @Test("A write that fails leaves the old file and nothing beside it")
  func failedWrite() throws {
    try folder.write(pod, to: "pod.yaml")
    let old = try folder.write("old", to: "out/a.mmd")
    // A limit on file sizes stands in for a full disk; the signal it sends must not be the end either.
    let shell = try run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" pod.yaml -o out/a.mmd 2>/dev/null", podmap.executable],
      in: folder.url)
    #expect(shell.exitCode == 2)
    #expect(try String(contentsOf: old, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/out") == ["a.mmd"])
    folder.remove()
  }

  @Test("A broken file beside a good one is told with its place, and the good one is drawn")
  func brokenBesideGood() throws {
    try folder.write(pod, to: "app/good.yaml")
    try folder.write("apiVersion: v1\nkind: Pod\nmetadata: [\n", to: "app/bad.yaml")
    let outcome = try podmap("app", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("nginx"))
    #expect(outcome.messages.first?.hasPrefix("app/bad.yaml:4:1: error: ") == true, "\(outcome.messages)")
    let json = try podmap("inspect", "app", "--format", "json", in: folder.url)
    #expect(json.exitCode == 1)
    #expect(json.output.contains("\"severity\": \"error\""))
    folder.remove()
  }
}
