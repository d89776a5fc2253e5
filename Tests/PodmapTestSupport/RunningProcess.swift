package import Foundation

/// What a program wrote and how it ended.
package struct FinishedProcess: Sendable {
  package let exitCode: Int32
  package let output: Data
  package let errors: String
}

/// Runs a program to its end, or ends it when it takes too long.
///
/// Output goes through files: a pipe that nobody empties stops the program that fills it.
package func run(
  _ program: String, _ arguments: [String] = [], input: Data? = nil, environment: [String: String] = [:],
  in directory: URL? = nil, secondsAllowed: Double = 60
) throws -> FinishedProcess {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  if let directory { process.currentDirectoryURL = directory }
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardInput = try folder.handle("input", holding: input ?? Data(), forReading: true)
  process.standardOutput = try folder.handle("output")
  process.standardError = try folder.handle("errors")
  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  try process.run()
  if ended.wait(timeout: .now() + secondsAllowed) == .timedOut {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    throw Failure("\(program) \(arguments.joined(separator: " ")) did not end within \(secondsAllowed) s")
  }
  return FinishedProcess(
    exitCode: process.terminationStatus,
    output: try Data(contentsOf: folder.url.appendingPathComponent("output")),
    errors: String(decoding: try Data(contentsOf: folder.url.appendingPathComponent("errors")), as: UTF8.self))
}

/// Where a program is, or a failure that says how to install it: a check that can't run is no check.
package func find(_ program: String, install command: String) throws -> String {
  for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
    let path = "\(folder)/\(program)"
    if FileManager.default.isExecutableFile(atPath: path) { return path }
  }
  throw Failure("\(program) is not installed; install it with: \(command)")
}

/// A folder of one test's own.
package struct TemporaryFolder {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("podmap-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  package func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  fileprivate func handle(_ name: String, holding data: Data = Data(), forReading: Bool = false) throws -> FileHandle {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return forReading ? try FileHandle(forReadingFrom: file) : try FileHandle(forWritingTo: file)
  }
}
