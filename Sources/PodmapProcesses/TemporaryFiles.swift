import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders for temporary files.
///
/// This process holds a lock on each of its folders, which ends with the process whatever ends that. So the next one
/// knows which folders a killed one has left behind, and removes them.
package enum TemporaryFiles {
  private static let prefix = "podmap-run-"
  /// The folders of this process, with their locks; `nil` where the file system has none.
  private static let made = Mutex<[String: Int32?]>([:])
  /// Looks once for what others have left behind.
  private static let cleaned: Void = removeAbandoned()

  /// The folder that the user chose for them with `TMPDIR`, or `/tmp`.
  package static var folder: String {
    Environment.value(of: "TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Makes a new folder in it and returns its path; `nil` if that fails, and then `errno` says why.
  package static func makeFolder() -> String? {
    cleaned
    while true {
      var template = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let lock = lock(path, waits: true)
      // Another process may have taken it for abandoned before it was locked.
      guard access(path, F_OK) == 0 else {
        if let lock { close(lock) }
        continue
      }
      made.withLock { $0[path] = .some(lock) }
      return path
    }
  }

  /// Removes a folder of this process with everything in it.
  package static func removeFolder(_ path: String) {
    guard let lock = made.withLock({ $0.removeValue(forKey: path) }) else { return }
    remove(path)
    if let lock { close(lock) }
  }

  /// Removes the folders of this user that no process uses.
  private static func removeAbandoned() {
    for name in FolderEntries.names(in: folder) ?? [] where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
        let lock = lock(path, waits: false)
      else { continue }
      remove(path)
      close(lock)
    }
  }

  /// `nil` if another process has it, or if the file system has none.
  private static func lock(_ path: String, waits: Bool) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in FolderEntries.names(in: path) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

/// The variables of this process.
package enum Environment {
  /// The value of a variable; `nil` if it isn't set.
  package static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
