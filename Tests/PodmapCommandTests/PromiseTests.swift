import Foundation
import PodmapTestSupport
import Testing

@Suite("Promises")
struct PromiseTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  @Test("The same input gives the same bytes in every view and format, whatever the folder, locale and time zone")
  func determinism() throws {
    let other = try TemporaryFolder()
    for place in [folder, other] {
      try FileManager.default.copyItem(
        at: packageFolder().appendingPathComponent("samples"), to: place.url.appendingPathComponent("samples"))
    }
    let listed = try ListedValues()
    // Pixels also depend on fonts, and a compressed file on its library.
    let texts = try listed.of("format", in: "draw").filter { !["png", "pdf", "webp"].contains($0) }
    for view in try listed.of("view", in: "draw") {
      let options = ["--view", view] + texts.flatMap { ["-o", "out/\(view)/x.\($0)"] }
      for place in [folder, other] { try place.write("", to: "out/\(view)/made") }
      let first = try podmap.run(["samples"] + options, in: folder.url, environment: ["LC_ALL": "C", "TZ": "UTC"])
      let files = try Self.files(in: folder, below: "out/\(view)")
      #expect(files.count > texts.count, "\(view)")
      let second = try podmap.run(
        ["./samples/"] + options, in: other.url, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
      #expect(try Self.files(in: other, below: "out/\(view)") == files, "\(view)")
      #expect(first.messages == second.messages, "\(view)")
      let absolute = try podmap.run([other.url.path + "/samples"] + options, in: folder.url)
      #expect(absolute.exitCode == first.exitCode)
      #expect(try Self.files(in: folder, below: "out/\(view)") == files, "\(view)")
    }
    folder.remove()
    other.remove()
  }

  private static func files(in place: TemporaryFolder, below name: String) throws -> [String: Data] {
    let below = place.url.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: below.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: below.appendingPathComponent($0))) })
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

  @Test("A failed write leaves the old file intact and nothing beside it")
  func failedWrite() throws {
    try folder.write(pod, to: "pod.yaml")
    let old = try folder.write("old", to: "out/a.mmd")
    // A limit on file sizes acts as a full disk; the signal that it sends must not end podmap either.
    let shell = try run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" pod.yaml -o out/a.mmd 2>/dev/null", podmap.executable],
      in: folder.url)
    #expect(shell.exitCode == 2)
    #expect(try String(contentsOf: old, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/out") == ["a.mmd"])
    folder.remove()
  }

  @Test("A broken file beside a good one is reported with its place, and the good one is drawn")
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
