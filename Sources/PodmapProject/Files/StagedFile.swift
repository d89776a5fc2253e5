internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that gets its name when it is complete.
///
/// Until then it is called `.podmap-tmp-…`, and this process holds a lock on it, which ends with the process
/// whatever ends that. So another run can tell what is still being written from what a killed run has left behind.
struct StagedFile: ~Copyable {
  private static let prefix = ".podmap-tmp-"
  /// Folders in which this process has looked for what others have left behind.
  private static let visited = Mutex<Set<String>>([])

  private let path: String
  private let descriptor: Int32
  private var isMoved = false

  /// Creates the file in a folder.
  init(in folder: String) throws(FileSystem.Failure) {
    if Self.visited.withLock({ $0.insert(folder).inserted }) { Self.removeAbandoned(in: folder) }
    var made = try Self.make(in: folder)
    // Another run may have taken it for abandoned before it was locked.
    while !FileSystem.canFind(made.path) {
      close(made.descriptor)
      made = try Self.make(in: folder)
    }
    (path, descriptor) = made
  }

  private static func make(in folder: String) throws(FileSystem.Failure) -> (path: String, descriptor: Int32) {
    while true {
      // Not `mkstemp`: what other threads start must not inherit the file, and with it the lock.
      let path = "\(folder)/\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 36))"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw FileSystem.Failure(code: errno) }
      // Whoever takes the file for abandoned has the lock for a moment only. Where the file system has no locks, what is
      // left behind stays.
      _ = flock(descriptor, LOCK_EX)
      return (path, descriptor)
    }
  }

  /// Writes the content, forces it to the disk, and gives the file its name.
  mutating func becomes(_ target: String, _ content: FileContent, mode: mode_t) throws(FileSystem.Failure) {
    if let code = FileDescriptor(number: descriptor).write(content) { throw FileSystem.Failure(code: code) }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw FileSystem.Failure(code: errno)
    }
    isMoved = true
  }

  deinit {
    if !isMoved { unlink(path) }
    close(descriptor)
  }

  /// Removes the files in a folder that no process is writing.
  static func removeAbandoned(in folder: String) {
    for name in (try? FileSystem.names(in: folder)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}
