#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program behind `Benchmarks/run`. The yardstick is one of its own commands, so that it is measured as a
/// whole process like everything else.
@main
struct BenchmarkCommand {
  private static let usage = """
    usage: podmap-benchmark measure --podmap FILE --kube-diagrams FILE --folder FOLDER [--quick]
           podmap-benchmark scan FILE         the yardstick: all libyaml events of a file, on one thread
           podmap-benchmark generate COUNT    an input of COUNT objects, to standard output

    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(BenchmarkFailure) {
      switch arguments.first {
      case "measure": try measure(arguments.dropFirst())
      case "scan" where arguments.count == 2: try EventScan(file: arguments[1]).report()
      case "generate" where arguments.count == 2: try generate(arguments[1])
      default: throw .usage
      }
    } catch .usage {
      complain(usage)
      exit(64)
    } catch {
      complain("podmap-benchmark: \(error)\n")
      exit(1)
    }
  }

  private static func measure(_ arguments: ArraySlice<String>) throws(BenchmarkFailure) {
    var podmap: String?
    var kubeDiagrams: String?
    var folder: String?
    var isQuick = false
    var rest = arguments
    while let option = rest.popFirst() {
      switch option {
      case "--podmap": podmap = rest.popFirst()
      case "--kube-diagrams": kubeDiagrams = rest.popFirst()
      case "--folder": folder = rest.popFirst()
      case "--quick": isQuick = true
      default: throw .usage
      }
    }
    guard let podmap, let kubeDiagrams, let folder else { throw .usage }
    let plan = BenchmarkPlan(
      podmap: podmap, ownProgram: CommandLine.arguments[0], kubeDiagrams: kubeDiagrams, folder: folder,
      isQuick: isQuick)
    let report = Report()
    report.begin()
    for comparison in try plan.comparisons() { report.add(comparison, try comparison.measured()) }
    report.end()
  }

  private static func generate(_ count: String) throws(BenchmarkFailure) {
    guard let count = Int(count), count > 0 else { throw .usage }
    _ = try InputWriter.write(.objects(count), toFile: "/dev/stdout")
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// Why nothing could be measured.
enum BenchmarkFailure: Error, CustomStringConvertible {
  case usage
  case file(String, code: Int32)
  case notYAML(file: String, line: Int)
  case spawn(program: String, code: Int32)
  case command(line: String, status: Int32, errors: String)

  var description: String {
    switch self {
    case .usage: "the command line is wrong"
    case .file(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .notYAML(let file, let line): "\(file):\(line): libyaml can't read it"
    case .spawn("dot", code: ENOENT): "dot, a yardstick, is not there; install it: apt-get install graphviz"
    case .spawn(let program, let code): "\(program) can't be started: \(String(cString: strerror(code)))"
    case .command(let line, let status, let errors): "'\(line)' failed (wait status \(status)); see \(errors)"
    }
  }
}
