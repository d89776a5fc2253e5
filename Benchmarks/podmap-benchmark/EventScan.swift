import CLibYAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The yardstick: the least that a program built on libyaml has to do with a file. It reads the file, asks for
/// all events on one thread and frees each; nothing is kept.
struct EventScan {
  private var events = 0
  private var documents = 0

  init(file: String) throws(BenchmarkFailure) {
    let bytes = try Self.contents(of: file)
    defer { bytes.deallocate() }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw .file(file, code: ENOMEM) }
    defer { yaml_parser_delete(&parser) }
    // The parser keeps a pointer to itself while it reads, so all of the scan happens at one address.
    let failedLine = withUnsafeMutablePointer(to: &parser) { parser -> Int? in
      yaml_parser_set_input_string(parser, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
      return scan(parser)
    }
    if let failedLine { throw .notYAML(file: file, line: failedLine) }
  }

  /// Answers the line of a failure, from 1.
  private mutating func scan(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> Int? {
    var event = yaml_event_t()
    while yaml_parser_parse(parser, &event) == 1 {
      let type = event.type
      yaml_event_delete(&event)
      events += 1
      if type == YAML_DOCUMENT_START_EVENT { documents += 1 }
      if type == YAML_STREAM_END_EVENT { return nil }
    }
    return parser.pointee.problem_mark.line + 1
  }

  func report() {
    print("\(documents) documents, \(events) events")
  }

  private static func contents(of file: String) throws(BenchmarkFailure) -> UnsafeMutableRawBufferPointer {
    let descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else { throw .file(file, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(file, code: errno) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(status.st_size), alignment: 16)
    var filled = 0
    while filled < buffer.count {
      let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      guard count > 0 else {
        let code = count < 0 ? errno : EIO
        buffer.deallocate()
        throw .file(file, code: code)
      }
      filled += count
    }
    return buffer
  }
}
