package import Foundation

/// What a program wrote and how it ended.
package struct FinishedProcess: Sendable {
  /// The exit code, or 128 + the number of the signal that ended the program.
  package let exitCode: Int32
  package let output: Data
  package let errors: String
}

/// Runs a program to its end, or ends it if it takes too long.
///
/// Output goes through files: a program blocks when it fills a pipe that nobody empties.
package func run(
  _ program: String, _ arguments: [String] = [], input: Data? = nil, environment: [String: String] = [:],
  in directory: URL? = nil, secondsAllowed: Double = 60
) throws -> FinishedProcess {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  let files = ["input", "output", "errors"].map { folder.url.appendingPathComponent($0) }
  if let input { try input.write(to: files[0]) }
  let descriptors = [
    try openFile(input == nil ? "/dev/null" : files[0].path, O_RDONLY),
    try openFile(files[1].path, O_WRONLY | O_CREAT),
    try openFile(files[2].path, O_WRONLY | O_CREAT),
  ]
  defer { descriptors.forEach { close($0) } }
  let child = try ChildProcess(
    program, arguments, environment: environment, in: directory,
    standard: (input: descriptors[0], output: descriptors[1], errors: descriptors[2]))
  guard let code = child.wait(secondsAllowed: secondsAllowed) else {
    child.end()
    throw Failure("\(program) \(arguments.joined(separator: " ")) did not end within \(secondsAllowed) s")
  }
  return FinishedProcess(
    exitCode: code, output: try Data(contentsOf: files[1]),
    errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
}

/// The path of a program, or a failure that says how to install it: a check that can't run must not pass.
package func find(_ program: String, install command: String) throws -> String {
  for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
    let path = "\(folder)/\(program)"
    if FileManager.default.isExecutableFile(atPath: path) { return path }
  }
  throw Failure("\(program) is not installed; install it with: \(command)")
}
