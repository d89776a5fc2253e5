import PodmapProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that is running.
enum ThisProgram {
  /// What distinguishes it from another build of the same version.
  static var identity: String { FileSystem.stamp(of: path).map { "\($0)" } ?? "" }

  /// The commit that it was built from, which 'make install' writes beside it; `nil` if that isn't known.
  static var commit: String? {
    let folder = path.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    guard let bytes = FileSystem.contents(of: "\(folder)/share/podmap/commit") else { return nil }
    let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return text.count == 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  /// Its path, so that it can be started again from any folder.
  static let path: String = {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return CommandLine.arguments[0] }
      guard let resolved = realpath(buffer, nil) else { return CommandLine.arguments[0] }
      defer { free(resolved) }
      return String(cString: resolved)
    #else
      var buffer = [CChar](repeating: 0, count: 4097)
      let count = readlink("/proc/self/exe", &buffer, 4096)
      guard count > 0 else { return CommandLine.arguments[0] }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
  }()
}
