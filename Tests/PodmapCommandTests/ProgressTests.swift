import Foundation
import PodmapTestSupport
import Testing

@Suite("Progress on a terminal")
struct ProgressTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
  }

  /// A pipe that a run reads for as long as a test wants.
  private func pipe() throws -> URL {
    let url = folder.url.appendingPathComponent("slow.yaml")
    guard mkfifo(url.path, 0o600) == 0 else { throw Failure("a pipe can't be made") }
    return url
  }

  @Test("What takes long is one line that is erased at the end")
  func erased() throws {
    defer { folder.remove() }
    let pipe = try pipe()
    let run = try TerminalCommand(podmap.executable, ["slow.yaml", "-o", "a.mmd"], in: folder.url)
    try run.wait(for: "podmap: finding files …")
    Thread.sleep(forTimeInterval: 1.5)
    try Data(pod.utf8).write(to: pipe)
    #expect(try run.exitCode() == 0)
    // The same step is not written again.
    #expect(run.text == "\r\u{1B}[Kpodmap: finding files …\r\u{1B}[K")
  }

  @Test("Ctrl-C leaves a clean line")
  func interrupted() throws {
    defer { folder.remove() }
    _ = try pipe()
    let run = try TerminalCommand(podmap.executable, ["slow.yaml", "-o", "a.png"], in: folder.url)
    try run.wait(for: "podmap: finding files …")
    run.interrupt()
    #expect(try run.exitCode() == 128 + SIGINT)
    #expect(run.text.hasSuffix("…\r\u{1B}[K"))
  }

  @Test(
    "A fast run, a CI system with a terminal, and a terminal that can't erase show none", arguments: ["CI", "TERM", ""])
  func none(_ variable: String) throws {
    defer { folder.remove() }
    let values = ["CI": "true", "TERM": "dumb"]
    let pipe = try pipe()
    try folder.write(pod, to: "fast.yaml")
    let isFast = variable.isEmpty
    let run = try TerminalCommand(
      podmap.executable, [isFast ? "fast.yaml" : "slow.yaml", "-o", "a.mmd"],
      environment: values.filter { $0.key == variable }, in: folder.url)
    if !isFast {
      Thread.sleep(forTimeInterval: 1.5)
      try Data(pod.utf8).write(to: pipe)
    }
    #expect(try run.exitCode() == 0)
    #expect(run.text == "")
  }
}
