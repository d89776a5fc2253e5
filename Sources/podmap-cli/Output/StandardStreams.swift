import PodmapManifests
import PodmapProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program must have before it does anything: its three streams, and room for more files.
enum StandardStreams {
  /// Makes sure of both, or ends the program with a message.
  static func prepare() {
    // A file that would become larger than the system allows is an error like a full disk, not the end.
    signal(SIGXFSZ, SIG_IGN)
    open()
    guard hasRoom() else {
      let text = "podmap: error: the system lets this program open no more files; allow more of them: ulimit -n 1024\n"
      _ = FileDescriptor.standardError.write(text)
      endProcess(2)
    }
  }

  /// Opens the streams that were closed, so that no file gets their numbers and what was meant for a stream. Nothing can
  /// be written to the output, as before.
  private static func open() {
    for (number, mode) in [(Int32(0), O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)] where fcntl(number, F_GETFD) == -1 {
      systemOpen("/dev/null", mode)
    }
  }

  /// Whether a few more files can be opened: the thread pool of the system's library ends a program that has no room.
  private static func hasRoom() -> Bool {
    raiseLimit()
    let copies = (0..<Limit.freeDescriptors.value).map { _ in fcntl(0, F_DUPFD_CLOEXEC, 3) }
    defer { for copy in copies where copy >= 0 { close(copy) } }
    return copies.allSatisfy { $0 >= 0 }
  }

  /// Each program may raise its limit up to another one, which is usually much higher.
  private static func raiseLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(Limit.openFiles.value) else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(Limit.openFiles.value))
    setrlimit(resource, &limit)
  }

  private static func systemOpen(_ path: String, _ mode: Int32) {
    #if canImport(Glibc)
      _ = Glibc.open(path, mode)
    #elseif canImport(Musl)
      _ = Musl.open(path, mode)
    #else
      _ = Darwin.open(path, mode)
    #endif
  }
}
