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

    func answer(_ reply: Reply) {
      self.reply.withLock { $0 = reply }
      answered.signal()
    }
  }

  private let requests: Channel
  /// What it writes to standard error.
  private let messages: URL
  private let waiting = Mutex<(count: Int, tests: [Int: Waiting], ending: String?)>((0, [:], nil))

  private init() throws {
    let python = try find("python3", install: "scripts/prerequisites test")
    let folder = try TemporaryFolder()
    messages = try folder.write("", to: "messages")
    let replies = try Channel()
    requests = try Channel()
    // A server that has ended is a failure of the tests that need it, not the end of all tests.
    signal(SIGPIPE, SIG_IGN)
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
      receive(from: replies)
      folder.remove()
    }
  }

  func draw(_ texts: [String], version: String?) throws -> [MermaidCheck.Result] {
    let test = Waiting()
    let ending = try waiting.withLock { waiting -> String? in
      if let ending = waiting.ending { return ending }
      waiting.count += 1
      waiting.tests[waiting.count] = test
      let request = try JSONEncoder().encode(Request(id: waiting.count, mermaid: version, texts: texts))
      // If nobody reads it, the end of the replies says why.
      _ = requests.send(request + [0x0A])
      return nil
    }
    if let ending { throw Self.failure(ending) }
    // Other tests' diagrams may come first, but each has a time limit of its own.
    guard test.answered.wait(timeout: .now() + 900) == .success else { throw Self.failure("no answer within 900 s") }
    let reply = test.reply.withLock { $0 }
    guard let diagrams = reply?.diagrams, diagrams.count == texts.count else {
      throw Self.failure(reply?.trouble ?? "no drawings")
    }
    return diagrams
  }

  private func receive(from replies: Channel) {
    var rest: [UInt8] = []
    while true {
      let bytes = replies.receive()
      if bytes.isEmpty { break }
      rest += bytes
      guard bytes.contains(0x0A) else { continue }
      var lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
      rest = Array(lines.removeLast())
      for line in lines {
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(line)) else { continue }
        let test = waiting.withLock { $0.tests.removeValue(forKey: reply.id) }
        test?.answer(reply)
      }
    }
    let ending = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
    let left = waiting.withLock { waiting in
      waiting.ending = ending
      return waiting.tests.values
    }
    for test in left { test.answer(Reply(id: 0, diagrams: nil, trouble: ending)) }
  }

  private static func failure(_ words: String) -> Failure {
    Failure("scripts/mermaid-check could not run; install what it needs with: scripts/prerequisites test\n\(words)")
  }
}
