#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Our end of a connection to a program that was started here. No operation on it blocks, and no other process inherits it.
///
/// It is a socket rather than a pipe: writing to a pipe without a reader raises a signal that ends the whole program,
/// and a library must not ignore signals on behalf of its program.
final class ProcessChannel: Sendable {
  let descriptor: Int32
  /// The program's end, which is closed here once the program has it.
  let farEnd: Int32

  init() throws(ChildProcess.Failure) {
    var ends: [Int32] = [0, 0]
    guard Self.connect(&ends) == 0 else {
      throw ChildProcess.Failure(text: String(cString: strerror(errno)))
    }
    // The program's ends become descriptors 0 to 2, which may be free if this program was started without them.
    ends = ends.map { end in
      guard end < 3 else { return end }
      let higher = fcntl(end, F_DUPFD_CLOEXEC, 3)
      Self.shut(end)
      return higher
    }
    (descriptor, farEnd) = (ends[0], ends[1])
  }

  deinit { Self.shut(descriptor) }

  func closeFarEnd() { Self.shut(farEnd) }

  /// Sends some of the bytes and returns how many, or `nil` if the program will read no more.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes { bytes in
      #if canImport(Darwin)
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT))
      #elseif canImport(Musl)
        Musl.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      #else
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      #endif
    }
    if count >= 0 { return count }
    return Self.isTemporary(errno) ? 0 : nil
  }

  /// Tells the program that its input is complete.
  func endSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Appends received bytes up to a total of `limit` and drops the rest. Returns false if no more will arrive.
  func receive(into bytes: inout [UInt8], atMost limit: Int = .max) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      // A program that ends before it has read its input resets the connection.
      guard count > 0 else { return count < 0 && Self.isTemporary(errno) }
      bytes += buffer[..<min(count, max(0, limit - bytes.count))]
      return true
    }
  }

  private static func isTemporary(_ code: Int32) -> Bool {
    code == EAGAIN || code == EWOULDBLOCK || code == EINTR
  }

  private static func shut(_ descriptor: Int32) {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Glibc.close(descriptor)
    #endif
  }

  private static func connect(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Darwin)
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return -1 }
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    #elseif canImport(Musl)
      return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, &ends)
    #else
      // Atomically, because another thread may be starting a process.
      return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
    #endif
  }
}
