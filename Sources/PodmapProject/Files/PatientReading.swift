internal import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long a file that was opened without waiting is waited for.
enum PatientReading {
  /// Waits for the first program that writes to a pipe, and refuses what may never end. Returns false if nothing has
  /// arrived in time. If the file is empty then, nobody has opened the pipe; a program that has may take longer, such as
  /// that of a shell's `<(helm template .)`.
  static func begin(_ descriptor: Int32) throws(FileSystem.Failure) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileSystem.Failure(code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFIFO: return waits(descriptor, milliseconds: Int32(Limit.pipeWait.value * 1000))
    case S_IFCHR: guard isatty(descriptor) == 1 || isNull(status) else { throw .device }
    case S_IFBLK: throw .device
    default: break
    }
    return true
  }

  /// Waits after a read that had nothing to give, if a program that writes is still there; returns whether to read again.
  static func isContinued(_ descriptor: Int32) -> Bool {
    guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
    var status = stat()
    // Files of the system can be like that for ever.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
      errno = EAGAIN
      return false
    }
    return waits(descriptor, milliseconds: -1)
  }

  /// Whether there is something to read, or the end, in time.
  private static func waits(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&event, 1, milliseconds)
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }

  private static func isNull(_ status: stat) -> Bool {
    var null = stat()
    return stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev
  }
}
