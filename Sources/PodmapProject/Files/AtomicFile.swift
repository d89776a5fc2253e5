#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces files atomically: the new content is written next to the old file, forced to the disk and renamed,
/// so that after a crash or on a full disk the old file is intact.
package enum AtomicFile {
  package struct Failure: Error {
    package var message: String
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    // A link is followed, so that the file it points to is replaced and the link stays.
    let target =
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      } ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(EISDIR) }
      return try writeInPlace(bytes, to: target)
    }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(errno) }
    let temporary = template.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) }
    do throws(Failure) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor)
      let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~mask
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw failure(errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw failure(code)
    }
  }

  /// Devices and pipes (`-o /dev/stdout`) can't be replaced.
  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    if let code = FileDescriptor(number: descriptor).write(bytes) { throw failure(code) }
  }

  /// Read only once, because reading it changes it for a moment.
  private static let mask: mode_t = {
    let mask = umask(0)
    umask(mask)
    return mask
  }()

  private static func failure(_ code: Int32) -> Failure {
    let reason = String(cString: strerror(code))
    return Failure(
      message: "can't be written: \(reason.prefix(1).lowercased())\(reason.dropFirst()); "
        + (code == ENOENT ? "create the folder first" : "check the folder's permissions and the disk space"))
  }
}
