#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where temporary files go.
package enum TemporaryFiles {
  /// The folder that the user chose for them with `TMPDIR`, or `/tmp`.
  package static var folder: String {
    Environment.value(of: "TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Makes a new folder in it and returns its path; `nil` if that fails, and then `errno` says why.
  package static func makeFolder() -> String? {
    var path = Array("\(folder)/podmap-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { return nil }
    return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The variables of this process.
package enum Environment {
  /// The value of a variable; `nil` if it isn't set.
  package static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
