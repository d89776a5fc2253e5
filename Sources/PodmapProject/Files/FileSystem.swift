import PodmapManifests
import PodmapProcesses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few questions that Podmap asks of the file system.
package enum FileSystem {
  enum Kind: Equatable {
    case file, directory, symbolicLink, pipe, other
  }

  /// A file or directory, whichever path leads to it.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  /// A failed system call.
  package struct Failure: Error {
    let code: Int32
    package var text: String {
      switch code {
      case Self.device.code: "it is a device"
      case Self.silent.code: "nothing was written to it within \(Limit.pipeWait.text)"
      default: String(cString: strerror(code)).lowercasedFirst
      }
    }
    var isTooLarge: Bool { code == EFBIG }
    /// Whether there is nothing of that name.
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// What to do so that the file can be read.
    package var advice: String {
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "check its permissions"
      case Self.device.code: "name a file, a folder, or '-' for standard input"
      case Self.silent.code: "start the program that writes to it first, or use '-' for standard input"
      default: "check what it is"
      }
    }
    /// For something that exists and can't be read as a file.
    package static let noFile = Failure(code: EINVAL)
    /// For a device, which may never end.
    static let device = Failure(code: -1)
    /// For a pipe that nobody writes to.
    static let silent = Failure(code: -2)
  }

  static func kind(of path: String, followingLinks: Bool = true) throws(Failure) -> (kind: Kind, identity: Identity) {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw Failure(code: errno) }
    let identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (.file, identity)
    case S_IFDIR: return (.directory, identity)
    case S_IFLNK: return (.symbolicLink, identity)
    case S_IFIFO, S_IFCHR, S_IFSOCK: return (.pipe, identity)
    default: return (.other, identity)
    }
  }

  /// Whether there is a regular file, rather than a pipe that may never get any data.
  package static func isFile(_ path: String) -> Bool {
    (try? kind(of: path))?.kind == .file
  }

  /// Whether a path leads to a file or a folder, through links.
  package static func canFind(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is anything of that name, even a link that leads nowhere.
  package static func exists(_ path: String) -> Bool { (try? kind(of: path, followingLinks: false)) != nil }

  /// Whether the path is that of a link, wherever it leads.
  package static func isLink(_ path: String) -> Bool {
    (try? kind(of: path, followingLinks: false))?.kind == .symbolicLink
  }

  /// Whether the path is that of a link that leads nowhere.
  package static func isLinkToNothing(_ path: String) -> Bool {
    guard isLink(path) else { return false }
    var status = stat()
    return stat(path, &status) != 0 && [ENOENT, ELOOP, ENOTDIR].contains(errno)
  }

  /// Whether the path is that of a regular file, rather than of a link to one.
  package static func isFileItself(_ path: String) -> Bool {
    (try? kind(of: path, followingLinks: false))?.kind == .file
  }

  /// Whether the path is that of a folder, rather than of a link to one.
  package static func isFolder(_ path: String) -> Bool {
    (try? kind(of: path, followingLinks: false))?.kind == .directory
  }

  /// What changes when a file does: its modification time, its size, and its inode number, which differs if another
  /// file has taken its place.
  package struct Stamp: Equatable, Sendable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var number: UInt64
  }

  /// `nil` if there is no file.
  package static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int(status.st_size), number: UInt64(status.st_ino))
  }

  /// The names in a directory, sorted by their bytes and so independent of the locale.
  package static func names(in directory: String) throws(Failure) -> [String] {
    guard let names = FolderEntries.names(in: directory) else { throw Failure(code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    // Opening a pipe would wait until something else opens its other end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    let hasBegun = try PatientReading.begin(descriptor)
    let bytes = try readToEnd(descriptor)
    guard hasBegun || !bytes.isEmpty else { throw .silent }
    return bytes
  }

  /// The bytes of a regular file; `nil` if there is none, or if it can't be read.
  package static func contents(of path: String) -> [UInt8]? { isFile(path) ? try? read(path) : nil }

  package static func readStandardInput() throws(Failure) -> [UInt8] {
    try readToEnd(0)
  }

  /// Whether there is certainly nothing on standard input: it is a terminal, closed, or at its end. A pipe whose
  /// writer has written nothing yet is not empty.
  package static var isStandardInputEmpty: Bool {
    var status = stat()
    guard fstat(0, &status) == 0 else { return true }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return lseek(0, 0, SEEK_CUR) >= status.st_size
    case S_IFIFO, S_IFSOCK:
      var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 0) == 1 else { return false }
      return descriptor.revents & Int16(POLLIN) == 0
    default: return true
    }
  }

  private static func readToEnd(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard expected <= Limit.fileSize.value else { throw Failure(code: EFBIG) }
    var bytes: [UInt8] = []
    var step = max(expected + 1, 1 << 16)
    while true {
      let start = bytes.count
      var failure: Int32?
      let more = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        let got = Self.readChunk(descriptor, buffer)
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      if let failure { throw Failure(code: failure) }
      if more.isEmpty { return bytes }
      if start == 0 { bytes = more } else { bytes += more }
      guard bytes.count <= Limit.fileSize.value else { throw Failure(code: EFBIG) }
      step = 1 << 16
    }
  }

  private static func readChunk(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    while true {
      let got = Self.systemRead(descriptor, buffer.baseAddress, buffer.count)
      if got >= 0 || errno != EINTR && !PatientReading.isContinued(descriptor) { return got }
    }
  }

  private static func systemRead(_ descriptor: Int32, _ address: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, address, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, address, count)
    #else
      Darwin.read(descriptor, address, count)
    #endif
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    prefix(1).lowercased() + dropFirst()
  }
}
