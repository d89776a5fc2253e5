import PodmapManifests
import PodmapProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The destination of results that are not written to files.
enum StandardOutput {
  /// Why formats can't go to standard output: it is a terminal, and their bytes would change how that works. `nil` if
  /// they can. The advice is a command for the inputs of this one.
  static func refusal(of formats: [OutputFormat], to files: [String], command: String, _ inputs: [String]) -> String? {
    guard files.contains("-"), isatty(1) == 1, let format = formats.first(where: { !$0.isText }) else { return nil }
    let words = ["podmap", command] + inputs.map(\.word) + ["-o", "picture.\(format.extensions.first ?? format.name)"]
    return "a terminal can't show \(format.name.uppercased()); write it to a file: \(words.joined(separator: " "))"
  }

  static func write(_ bytes: [UInt8]) throws(FileWriter.Failure) { try write(.bytes(bytes)) }

  static func write(_ content: FileContent) throws(FileWriter.Failure) {
    // A reader that is gone (`podmap … | head`) has what it wanted.
    guard let code = FileDescriptor.standardOutput.write(content), code != EPIPE else { return }
    let reason = code == EBADF ? "it is closed" : String(cString: strerror(code))
    throw FileWriter.Failure(diagnostic: Diagnostic(.error, "standard output can't be written: \(reason)"))
  }

  /// Prints what a user has asked for about the program itself, and ends it: with 2 if that can't be written.
  static func end(printing text: String) -> Never {
    do throws(FileWriter.Failure) {
      try write(Array(text.utf8))
      endProcess(0)
    } catch {
      Console(isVerbose: false).say(error.diagnostic)
      endProcess(2)
    }
  }
}
