import Foundation
import Synchronization

/// The only `scripts/mermaid-check` of a test run: it draws each text once per version of mermaid.js, for all tests.
///
/// It ends when the run does, because its input ends then.
final class MermaidServer: Sendable {
  static let shared = Result { try MermaidServer() }

  private struct Request: Encodable {
    let id: Int
    let mermaid: String?
    let texts: [String]
  }

  private struct Reply: Decodable {
    let id: Int
    let diagrams: [MermaidCheck.Result]?
    let trouble: String?
  }

  /// A test that waits for its drawings.
  private final class Waiting: Sendable {
    let answered = DispatchSemaphore(value: 0)
    let reply = Mutex<Reply?>(nil)

    func answer(_ reply: Reply?) {
      self.reply.withLock { $0 = reply }
      answered.signal()
    }
  }

  private let input: FileHandle
  private let messages: URL
  private let waiting = Mutex<(count: Int, tests: [Int: Waiting], hasEnded: Bool)>((0, [:], false))

  private init() throws {
    let python = try find("python3", install: "scripts/prerequisites test")
    let folder = try TemporaryFolder()
    messages = try folder.write("", to: "messages")
    let (requests, replies) = (try Channel(), try Channel())
    input = FileHandle(fileDescriptor: requests.writingEnd)
    let output = FileHandle(fileDescriptor: replies.readingEnd)
    let errors = try openFile(messages.path, O_WRONLY)
    defer {
      close(requests.readingEnd)
      close(replies.writingEnd)
      close(errors)
    }
    let script = packageFolder().appendingPathComponent("scripts/mermaid-check").path
    let version = ProcessInfo.processInfo.environment["PODMAP_MERMAID"].map { ["--mermaid", $0] } ?? []
    _ = try ChildProcess(
      python, [script, "--serve"] + version,
      standard: (input: requests.readingEnd, output: replies.writingEnd, errors: errors))
    Thread.detachNewThread { [self] in
      receive(from: output)
      folder.remove()
    }
  }

  func draw(_ texts: [String], version: String?) throws -> [MermaidCheck.Result] {
    let test = Waiting()
    let hasEnded = try waiting.withLock { waiting in
      guard !waiting.hasEnded else { return true }
      waiting.count += 1
      waiting.tests[waiting.count] = test
      let request = try JSONEncoder().encode(Request(id: waiting.count, mermaid: version, texts: texts))
      try input.write(contentsOf: request + [0x0A])
      return false
    }
    // Other tests' diagrams may come first, but each has a time limit of its own.
    let result = hasEnded ? .success : test.answered.wait(timeout: .now() + 900)
    guard let reply = test.reply.withLock({ $0 }), let diagrams = reply.diagrams, diagrams.count == texts.count else {
      let words = test.reply.withLock { $0?.trouble } ?? (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
      throw Failure(
        "scripts/mermaid-check \(result == .timedOut ? "did not answer" : "could not run"); "
          + "install what it needs with: scripts/prerequisites test\n\(words)")
    }
    return diagrams
  }

  private func receive(from output: FileHandle) {
    var data = Data()
    while let more = try? output.read(upToCount: 1 << 20), !more.isEmpty {
      data += more
      while let end = data.firstIndex(of: 0x0A) {
        let line = Data(data[..<end])
        data = Data(data[data.index(after: end)...])
        guard let reply = try? JSONDecoder().decode(Reply.self, from: line) else { continue }
        let test = waiting.withLock { $0.tests.removeValue(forKey: reply.id) }
        test?.answer(reply)
      }
    }
    let left = waiting.withLock { waiting in
      waiting.hasEnded = true
      return waiting.tests.values
    }
    for test in left { test.answer(nil) }
  }
}
