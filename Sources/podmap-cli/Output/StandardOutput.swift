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
  static func write(_ bytes: [UInt8]) throws(FileWriter.Failure) {
    // A reader that is gone (`podmap … | head`) has what it wanted.
    guard let code = FileDescriptor.standardOutput.write(bytes), code != EPIPE else { return }
    throw FileWriter.Failure(
      diagnostic: Diagnostic(.error, "standard output can't be written: \(String(cString: strerror(code)))"))
  }
}
