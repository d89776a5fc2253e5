internal import PodmapManifests
internal import PodmapProcesses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of the user's that renders a source, or reads one from a repository.
struct RendererProgram: Sendable {
  /// The path of the program.
  let path: String
  /// The arguments that select the task, before those that describe the source.
  let task: [String]
  /// Its environment.
  var environment = isolated

  /// The command line as a person would type it.
  func command(_ words: [String]) -> String {
    ([FileName.last(of: path)] + task + words).map(\.argument).joined(separator: " ")
  }

  /// Why a program gave no output.
  enum Failure: Error {
    case notStarted(String)
    case timedOut
    case tooLong
    /// What the program says, line by line.
    case failed([String])
  }

  /// What the program writes within `seconds`.
  func output(_ words: [String], input: [UInt8] = [], seconds: Double) throws(Failure) -> [UInt8] {
    let process: ChildProcess
    do throws(ChildProcess.Failure) {
      process = try ChildProcess(
        path, task + words, environment: environment, leadsGroup: true,
        room: ChildProcess.Room(output: Limit.renderedSize.value, complaints: Limit.rendererMessages.value))
    } catch {
      throw .notStarted(error.text)
    }
    let end = SuspendingClock.now + .seconds(seconds)
    let outcome = process.exchange(input, answeringBefore: end, endingBefore: end)
    if outcome.output.count > Limit.renderedSize.value { throw .tooLong }
    switch outcome.ending {
    case .exited(0): return outcome.output
    case .timedOut: throw .timedOut
    case .exited(let code):
      let lines = Self.lines(outcome.complaints)
      throw .failed(lines.isEmpty ? ["it ended with code \(code)"] : lines)
    case .killed(let signal): throw .failed(["it was ended by signal \(signal)"])
    case .unknown: throw .failed(["it ended without an exit code"])
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let all = lines.map { plain($0.drop { $0 == " " || $0 == "\t" }) }.filter { !$0.isEmpty && $0 != ">" }
    let errors = all.filter { !$0.contains("Warning: ") && !$0.hasPrefix("WARNING: ") }
    return (errors.isEmpty ? all : errors).map(String.init)
  }

  /// kubectl writes an error as a line of its log, with the time and its own source file before it.
  private static func plain(_ line: Substring) -> Substring {
    if line.hasSuffix(" err=<") { return "" }
    guard let start = line.firstByteRange(of: " err=\""), line.hasSuffix("\"") else { return line }
    return Substring(line[start.upperBound...].dropLast().replacing("\\\"", with: "\""))
  }

  /// No credentials, no configuration of the user's, and no folder to keep anything in.
  static var isolated: [String] {
    let path = Environment.value(of: "PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return [
      "PATH=\(path)", "TMPDIR=\(TemporaryFiles.folder)", "HOME=/nonexistent", "LANG=C",
      "KUBECONFIG=/nonexistent/config",
      "HELM_PLUGINS=/nonexistent/plugins", "HELM_NO_PLUGINS=1",
    ]
  }

  /// The path of a program, which is a path or a name to be found on `PATH`.
  static func find(_ name: String) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    let folders = Environment.value(of: "PATH") ?? ""
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool { FileSystem.isFile(path) && access(path, X_OK) == 0 }
}
