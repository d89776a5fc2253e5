#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file of the system, by its number.
package struct FileDescriptor: Sendable {
  package static let standardOutput = FileDescriptor(number: 1)
  package static let standardError = FileDescriptor(number: 2)

  let number: Int32

  /// Writes the whole text; returns the system's error number if that fails.
  package func write(_ text: String) -> Int32? {
    write(Array(text.utf8))
  }

  /// Writes all of a content; returns the system's error number if that fails.
  package func write(_ content: FileContent) -> Int32? {
    switch content {
    case .bytes(let bytes): write(bytes)
    case .text(let make): StreamedText.write(to: self, make)
    }
  }

  /// Writes all bytes; returns the system's error number if that fails.
  package func write(_ bytes: [UInt8]) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(some: UnsafeRawBufferPointer(rebasing: rest))
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  private func write(some bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(number, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(number, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(number, bytes.baseAddress, bytes.count)
    #endif
  }
}
