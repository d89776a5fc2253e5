import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Workers that fail")
struct WorkerFailureTests {
  private let dot = Graphs.small

  /// A worker that is a shell script.
  private func worker(_ script: String, seconds: Double = 30) -> RenderWorker {
    RenderWorker(executable: "/bin/sh", arguments: ["-c", script, "worker"], seconds: seconds)
  }

  private func message(_ script: String, seconds: Double = 30, drawing dot: String = Graphs.small) -> String {
    do throws(RenderError) {
      return "drawn: \(try worker(script, seconds: seconds).render(dot, as: .svg).count) bytes"
    } catch {
      return error.message
    }
  }

  @Test(
    "A worker that hangs is ended after the time limit, whatever it writes meanwhile",
    arguments: [
      "sleep 60", "trap '' TERM; sleep 60", "while :; do echo noise >&2; done", "while :; do echo noise; done",
      "exec 1>&- 0<&- 2>&-; sleep 60",
    ])
  func hang(_ script: String) {
    let message = message(script, seconds: 0.4)
    #expect(message.hasPrefix("graphviz did not finish within 0.4 s; "), "\(message)")
    #expect(message.contains("--time-limit"))
  }

  @Test("A layout that takes more than half of the time starts again with low effort, and a remark says so")
  func secondAttempt() throws {
    let answer = "printf 'laid out\\npicture 3\\nabc'"
    let slow = worker("case \"$*\" in *--low-effort*) \(answer) ;; *) sleep 60 ;; esac", seconds: 6)
    #expect(
      try slow.picture(of: dot, PictureRequest(.svg)) == RenderedPicture(Array("abc".utf8), remarks: [.laidOutRoughly]))
    #expect(try worker(answer).picture(of: dot, PictureRequest(.svg)) == RenderedPicture(Array("abc".utf8)))
  }

  @Test("Only the layout starts again; after it, rendering may use all of the time")
  func slowRendering() throws {
    let slow = worker(
      "case \"$*\" in *--low-effort*) exit 9 ;; esac; echo 'laid out'; sleep 4; printf 'picture 3\\nabc'", seconds: 7)
    #expect(try slow.picture(of: dot, PictureRequest(.svg)) == RenderedPicture(Array("abc".utf8)))
  }

  @Test("What this process holds is not taken for what the worker needs")
  func memoryOfThisProcess() {
    let worker = RenderWorker(
      executable: "/bin/sh", arguments: ["-c", "exit 5", "worker"], seconds: 30, memory: 16 << 20)
    let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
    #expect(error?.message == "the renderer ended with code 5")
  }

  @Test("A worker that crashes or is killed is an error that names the signal")
  func signals() {
    #expect(message("kill -SEGV $$").hasPrefix("graphviz crashed (signal 11); "))
    #expect(message("kill -ABRT $$").hasPrefix("graphviz crashed (signal 6); "))
    #expect(message("kill -KILL $$").hasPrefix("the renderer was killed from outside (signal 9), "))
    #expect(message("kill -TERM $$").hasPrefix("the renderer was killed from outside (signal 15), "))
    #expect(message("printf 'laid out\\npicture 3\\nab'; kill -KILL $$").contains("signal 9"))
  }

  @Test(
    "A graph that Graphviz fails at is drawn with straight lines, and a remark says so",
    arguments: [
      "kill -SEGV $$", "kill -ABRT $$", "echo 'failure no-layout'", "echo 'failure no-memory'",
      "echo 'laid out'; kill -BUS $$", "echo 'Error: out of memory' >&2; exit 1",
    ])
  func straightLines(_ failure: String) throws {
    let plain = worker("case \"$*\" in *--straight-lines*) printf 'picture 3\\nabc' ;; *) \(failure) ;; esac")
    #expect(
      try plain.picture(of: dot, PictureRequest(.svg))
        == RenderedPicture(Array("abc".utf8), remarks: [.drawnWithStraightLines]))
    // What goes wrong first says more.
    let never = "case \"$*\" in *--straight-lines*) exit 7 ;; *) \(failure) ;; esac"
    #expect(message(never).hasPrefix("graphviz ") || message(never).hasPrefix("not enough memory"), "\(message(never))")
  }

  @Test("Straight lines are those of a graph without positions, drawn by Graphviz itself")
  func straightLines() throws {
    let worker = RenderWorker(executable: try PodmapCommand().executable, arguments: ["render-worker"])
    var request = PictureRequest(.svg)
    let dot = "digraph { a -> b; b -> c; a -> c; a -> d; d -> c }"
    let curved = try worker.picture(of: dot, request)
    request.lines = .straight
    let straight = try worker.picture(of: dot, request)
    #expect(straight.remarks.isEmpty && straight.bytes != curved.bytes)
    #expect(WorkerArguments(["svg", "--straight-lines"])?.request == request)
  }

  @Test("A worker that needs too much memory is an error that names the limit")
  func memory() throws {
    let text = "graphviz needs more than 2 GiB of memory; draw a smaller part with --focus or -n"
    #expect(message("echo 'Error: out of memory' >&2; exit 1") == text)
    #expect(message("echo 'memory allocation failure' >&2; kill -ABRT $$") == text)
    #if os(Linux)
      // It waits for the rest of a graph.
      let script = "{ sleep 9; } | \"$0\" render-worker svg & sleep 2; cat /proc/$!/limits; kill -9 $!"
      let limits = try run("/bin/sh", ["-c", script, PodmapCommand().executable])
      #expect(String(decoding: limits.output, as: UTF8.self).contains(#/Max address space +2147483648\b/#))
      let other = script.replacing("render-worker svg", with: "render-worker svg --memory 1073741824")
      let lower = try run("/bin/sh", ["-c", other, PodmapCommand().executable])
      #expect(String(decoding: lower.output, as: UTF8.self).contains(#/Max address space +1073741824\b/#))
    #endif
  }

  @Test("A worker that ends without a complete answer is an error with its message")
  func noAnswer() {
    #expect(message("exit 0") == "the renderer ended with code 0")
    #expect(message("echo 'no luck' >&2; exit 7") == "the renderer ended with code 7: no luck")
    #expect(message("printf 'laid out\\npicture 300\\nabc'") == "the renderer ended with code 0")
    #expect(message("printf 'laid out\\npicture 2\\nabc'") == "the renderer ended with code 0")
    #expect(
      message("echo 'failure no-layout'; echo 'Error: why' >&2") == "graphviz can't lay the graph out (Error: why)")
  }

  @Test("A worker that ends while it receives the graph is only an error")
  func brokenPipe() {
    let large = String(repeating: "x", count: 10_000_000)
    #expect(message("exit 5", drawing: large) == "the renderer ended with code 5")
    #expect(message("head -c 100000 >/dev/null; exit 5", drawing: large) == "the renderer ended with code 5")
    #expect(message("exec 0<&- 1>&-; sleep 0.2; exit 5", drawing: large) == "the renderer ended with code 5")
  }

  @Test("A worker that writes a lot before it reads doesn't block")
  func noise() throws {
    let noisy = worker(
      "head -c 3000000 /dev/zero | tr '\\0' '\\n' >&2; echo why >&2; cat >/dev/null; printf 'picture 1\\nx'")
    let picture = try noisy.picture(of: String(repeating: "x", count: 3_000_000), PictureRequest(.svg))
    #expect(picture.bytes == Array("x".utf8))
  }

  @Test("A worker that doesn't exist or isn't a program is an error that names it")
  func missing() throws {
    for path in ["/nonexistent/podmap", "/"] {
      let worker = RenderWorker(executable: path, arguments: [])
      let error = #expect(throws: RenderError.self) { try worker.render(dot, as: .svg) }
      #expect(error?.message.hasPrefix("can't start the renderer \(path): ") == true, "\(error?.message ?? "")")
    }
  }

  @Test("Graphviz's messages about a picture are one remark, without those that mean nothing")
  func complaints() throws {
    let lines = [
      "", "Warning: no value for width of non-ASCII character 195. Falling back to width of space character",
      "Warning: first", "Warning: second", String(repeating: "x", count: 400),
    ]
    let picture = try worker(
      "printf '%s\\n' \(lines.map { "'\($0)'" }.joined(separator: " ")) >&2; printf 'picture 1\\nx'"
    )
    .picture(of: dot, PictureRequest(.svg))
    #expect(picture.remarks == [.complaint("Warning: first", more: 2)])
    let long = try worker("echo \(lines[4]) >&2; printf 'picture 1\\nx'").picture(of: dot, PictureRequest(.svg))
    #expect(long.remarks == [.complaint(String(repeating: "x", count: 300) + "…", more: 0)])
  }

  @Test(
    "No process remains of a worker, however it ended",
    arguments: ["sleep 60", "exit 0", "printf 'picture 1\\nx'", "kill $$"])
  func noZombie(_ script: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("process").path
    _ = message("echo $$ >> '\(file)'; \(script)", seconds: 0.5)
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let process = try #require(pid_t(line))
      // A process that nothing has waited for would still exist.
      #expect(kill(process, 0) == -1 && errno == ESRCH)
    }
  }

  @Test("A worker ends with the process that started it, in the middle of a layout")
  func endsWithParent() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let graph = try folder.write(Graphs.slow(300), to: "slow.dot")
    let shell = try run(
      "/bin/sh",
      [
        "-c", "\"$0\" render-worker svg < \"$1\" > /dev/null 2>&1 & echo $!; sleep 1", PodmapCommand().executable,
        graph.path,
      ])
    let process = try #require(pid_t(String(decoding: shell.output, as: UTF8.self).dropLast()))
    let deadline = Date(timeIntervalSinceNow: 15)
    while kill(process, 0) == 0 && Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
    #expect(kill(process, 0) == -1)
    kill(process, SIGKILL)
  }

  @Test("A worker that nothing ends ends itself after its time")
  func endsItself() throws {
    let finished = try run(
      try PodmapCommand().executable, ["render-worker", "svg", "--seconds", "0.3"], input: Data(Graphs.slow(300).utf8))
    #expect(finished.exitCode == 3)
    #expect(finished.output.isEmpty)
  }

  @Test("A worker that receives no graph ends silently")
  func noGraph() throws {
    let finished = try run(try PodmapCommand().executable, ["render-worker", "png"])
    #expect(finished.exitCode == 0)
    #expect(finished.output.isEmpty && finished.errors.isEmpty)
  }
}
