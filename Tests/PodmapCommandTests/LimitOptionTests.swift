import Foundation
import PodmapTestSupport
import Testing

@Suite("Limits on what an input may cost")
struct LimitOptionTests {
  private let folder: TemporaryFolder
  private let podmap: PodmapCommand

  init() throws {
    folder = try TemporaryFolder()
    podmap = try PodmapCommand()
  }

  /// Services that each select all pods.
  private static func services(_ count: Int) -> String {
    (0..<count).map { number in
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: p\(number), labels: {app: a}}
      spec: {containers: [{name: c, image: i}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: s\(number)}
      spec: {selector: {app: a}, ports: [{port: 80}]}

      """
    }.joined()
  }

  @Test("Edges beyond the limit are left out, and one message says so")
  func edges() throws {
    defer { folder.remove() }
    let file = try folder.write(Self.services(40), to: "a.yaml").path
    let whole = try podmap("inspect", file, "--format", "json")
    #expect(whole.exitCode == 0)
    let bounded = try podmap("inspect", file, "--format", "json", "--limit", "edges=300")
    #expect(bounded.exitCode == 1)
    #expect(bounded.messages.count { $0.contains("--limit edges=") } == 1, "\(bounded.messages)")
    #expect(bounded.output.split(separator: "\"from\"").count == 301)
    #expect(try podmap("inspect", file, "--format", "json", "--limit", "edges=5000").output == whole.output)
  }

  @Test("A long output is the same in a file and on standard output")
  func longOutput() throws {
    defer { folder.remove() }
    let file = try folder.write(Self.services(90), to: "a.yaml").path
    let target = folder.url.appendingPathComponent("a.json")
    let run = try podmap("inspect", file, "--format", "json")
    #expect(try podmap("inspect", file, "-o", target.path).exitCode == 0)
    #expect(run.output.utf8.count > 2 << 20)
    #expect(try String(contentsOf: target, encoding: .utf8) == run.output)
  }

  @Test("Parts beyond the limit aren't written, and the rest is")
  func parts() throws {
    defer { folder.remove() }
    let file = try folder.write(Self.services(30), to: "a.yaml").path
    let target = folder.url.appendingPathComponent("x.mmd").path
    let run = try podmap("draw", file, "--view", "everything", "--no-condense", "-o", target, "--limit", "parts=1")
    #expect(run.exitCode == 1 && run.messages.contains { $0.contains("raise the limit with --limit parts=") })
    #expect(FileManager.default.fileExists(atPath: target))
  }

  #if os(Linux)
    @Test("A picture that needs more memory than is allowed fails")
    func graphvizMemory() throws {
      defer { folder.remove() }
      let file = try folder.write(Self.services(2), to: "a.yaml").path
      let target = folder.url.appendingPathComponent("x.png").path
      let run = try podmap("draw", file, "-o", target, "--limit", "graphviz-memory=\(64 << 20)")
      #expect(run.exitCode == 2 && !FileManager.default.fileExists(atPath: target), "\(run.messages)")
      #expect(try podmap("draw", file, "-o", target, "--limit", "graphviz-memory=\(1 << 30)").exitCode == 0)
    }
  #endif

  @Test("A program that needs too much memory or time ends with a message", arguments: ["memory", "step-time"])
  func watchdog(_ limit: String) throws {
    defer { folder.remove() }
    let size = limit == "memory" ? 30_000 : 150_000
    let text = (0..<size).map { "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\($0)}\n" }.joined()
    let file = try folder.write(text, to: "a.yaml").path
    let run = try podmap("inspect", file, "--limit", "\(limit)=\(limit == "memory" ? 30_000_000 : 1)")
    #expect(run.exitCode == 1)
    #expect(run.messages.last?.contains("raise the limit with --limit \(limit)=") == true, "\(run.messages)")
  }

  @Test(
    "A limit that can't be given is refused with those that can",
    arguments: [
      ("edges", "has no '='"), ("edgs=5", "did you mean 'edges'?"), ("edges=x", "a whole number between"),
      ("edges=-1", "a whole number between"), ("title=5", "no limit 'title'"),
    ])
  func refused(_ text: String, _ message: String) throws {
    defer { folder.remove() }
    let run = try podmap("inspect", "-", "--limit", text, input: "")
    #expect(run.exitCode == 64 && run.messages.joined(separator: " ").contains(message), "\(run.messages)")
  }
}
