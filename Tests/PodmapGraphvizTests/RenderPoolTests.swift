import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Workers started in advance")
struct RenderPoolTests {
  private let folder: TemporaryFolder
  private let starts: String
  /// Records each start.
  private let worker: RenderWorker

  init() throws {
    folder = try TemporaryFolder()
    starts = folder.url.appendingPathComponent("starts").path
    worker = RenderWorker(
      executable: "/bin/sh",
      arguments: ["-c", "echo \"$$ $1\" >> '\(starts)'; cat >/dev/null; printf 'picture 1\\nx'", "worker"])
  }

  private var lines: [Substring] {
    (try? String(contentsOfFile: starts, encoding: .utf8))?.split(separator: "\n") ?? []
  }

  @Test("A worker draws only the picture that it was started for")
  func prepared() throws {
    let pool = RenderPool(worker)
    pool.prepare([PictureRequest(.svg)])
    _ = try pool.picture(of: Graphs.small, PictureRequest(.png))
    _ = try pool.picture(of: Graphs.small, PictureRequest(.svg))
    #expect(lines.compactMap { $0.split(separator: " ").last }.sorted() == ["png", "svg"])
    _ = try pool.picture(of: Graphs.small, PictureRequest(.svg))
    #expect(lines.count == 3)
    folder.remove()
  }

  @Test("An unneeded worker ends together with the pool")
  func unused() throws {
    do {
      let pool = RenderPool(worker)
      pool.prepare([PictureRequest(.svg)])
      while lines.isEmpty { Thread.sleep(forTimeInterval: 0.01) }
      withExtendedLifetime(pool) {}
    }
    let process = try #require(lines.first?.split(separator: " ").first.flatMap { pid_t($0) })
    // The pool exists until it has started everything it was asked to.
    let deadline = Date(timeIntervalSinceNow: 15)
    while kill(process, 0) == 0 && Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
    #expect(kill(process, 0) == -1 && errno == ESRCH)
    folder.remove()
  }

  @Test("A worker that can't be started is an error only when its picture is requested")
  func missing() {
    let pool = RenderPool(RenderWorker(executable: "/nonexistent", arguments: []))
    pool.prepare([PictureRequest(.svg)])
    #expect(throws: RenderError.self) { try pool.picture(of: Graphs.small, PictureRequest(.svg)) }
    folder.remove()
  }
}
