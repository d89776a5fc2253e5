#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Manifests on the disk.
struct Input: CustomStringConvertible {
  let path: String
  var objects = 0
  var bytes = 0
  var files = 0

  /// What its outputs are called.
  var name: String { files == 1 ? "\(objects)" : "\(objects)-in-\(files)-files" }

  var description: String {
    let size = Figure.decimal(Double(bytes) / 1_000_000, places: bytes < 1_000_000 ? 3 : 1)
    return "\(Figure.grouped(objects)) objects, \(size) MB in \(Figure.grouped(files)) file\(files == 1 ? "" : "s")"
  }
}

/// Writes inputs document by document, so that no input is ever in this program's memory.
enum InputWriter {
  /// One file of many documents.
  static func write(_ size: ManifestStream.Size, toFile path: String) throws(BenchmarkFailure) -> Input {
    var input = Input(path: path, files: 1)
    let file = try OutputFile(path)
    for document in ManifestStream(size) {
      try file.write(document.text)
      input.objects += 1
      input.bytes += document.text.utf8.count
    }
    return input
  }

  /// The same documents as a team would keep them: a folder for each namespace, a file for each application.
  static func write(_ size: ManifestStream.Size, toFolder path: String) throws(BenchmarkFailure) -> Input {
    var input = Input(path: path)
    try makeFolder(path)
    var current = (namespace: "", application: "")
    var file = try OutputFile("/dev/null")
    for document in ManifestStream(size) {
      if document.namespace != current.namespace { try makeFolder("\(path)/\(document.namespace)") }
      if (document.namespace, document.application) != current {
        current = (document.namespace, document.application)
        file = try OutputFile("\(path)/\(document.namespace)/\(document.application).yaml")
        input.files += 1
      }
      try file.write(document.text)
      input.objects += 1
      input.bytes += document.text.utf8.count
    }
    return input
  }

  /// Any text.
  static func write(_ text: String, toFile path: String) throws(BenchmarkFailure) {
    try OutputFile(path).write(text)
  }

  private static func makeFolder(_ path: String) throws(BenchmarkFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .file(path, code: errno) }
  }
}

/// A file that is written from its beginning and closed with its last reference.
private final class OutputFile {
  private let path: String
  private let stream: UnsafeMutablePointer<FILE>

  init(_ path: String) throws(BenchmarkFailure) {
    guard let stream = fopen(path, "w") else { throw .file(path, code: errno) }
    self.path = path
    self.stream = stream
  }

  deinit { fclose(stream) }

  func write(_ text: String) throws(BenchmarkFailure) {
    guard fputs(text, stream) >= 0 else { throw .file(path, code: errno) }
  }
}
