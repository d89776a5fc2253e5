#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces files atomically: the new content is written to another file, forced to the disk and renamed, so that after a
/// crash or on a full disk the old file is intact.
package enum AtomicFile {
  package struct Failure: Error {
    package var message: String
  }

  /// Writes a file. Until it is complete, it is in the folder `stage`, or beside the old file if there is none or if
  /// that is on another disk.
  package static func write(_ bytes: [UInt8], to path: String, by stage: String? = nil) throws(Failure) {
    try write(.bytes(bytes), to: path, by: stage)
  }

  /// Writes a file whose content may be made while it is written; twice, if the first place turns out to be unfit.
  static func write(_ content: FileContent, to path: String, by stage: String? = nil) throws(Failure) {
    // A link is followed, so that the file it points to is replaced and the link stays.
    let target = RealPath.of(path) ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(EISDIR) }
      return try writeInPlace(content, to: target)
    }
    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~mask
    if let stage {
      do throws(FileSystem.Failure) {
        var file = try StagedFile(in: stage)
        return try file.becomes(target, content, mode: mode)
      } catch {
        guard [EXDEV, ENOENT, EACCES, EPERM, EROFS].contains(error.code) else { throw failure(error.code) }
      }
    }
    do throws(FileSystem.Failure) {
      var file = try StagedFile(in: FileName.folder(of: target))
      try file.becomes(target, content, mode: mode)
    } catch {
      throw failure(error.code)
    }
  }

  /// Devices and pipes (`-o /dev/stdout`) can't be replaced.
  private static func writeInPlace(_ content: FileContent, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    if let code = FileDescriptor(number: descriptor).write(content) { throw failure(code) }
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
