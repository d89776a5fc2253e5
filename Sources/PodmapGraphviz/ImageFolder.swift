import Synchronization

#if Graphviz
  import CGraphvizShim
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A temporary folder with the images that graphs name. It is gone when this value is.
package final class ImageFolder: Sendable {
  package let path: String
  private let names = Mutex<Set<String>>([])

  private let removesOnSignal: Bool

  /// With `removesOnSignal`, a signal that ends the program removes the folder too. That is for programs of our own:
  /// what signals do is the program's to say.
  package init(removesOnSignal: Bool) throws(RenderError) {
    self.removesOnSignal = removesOnSignal
    let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/podmap-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw RenderError("no folder for icons can be made: \(String(cString: strerror(errno))); set TMPDIR to a folder")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    removeOnSignal(path)
  }

  deinit { remove() }

  /// Writes a file, unless there is one of this name, which must be without any `/`.
  package func add(_ name: String, _ bytes: [UInt8]) throws(RenderError) {
    let isWritten = names.withLock { names in
      guard names.insert(name).inserted else { return true }
      let file = "\(path)/\(name)"
      removeOnSignal(file)
      guard let stream = fopen(file, "wb") else { return false }
      let count = fwrite(bytes, 1, bytes.count, stream)
      return fclose(stream) == 0 && count == bytes.count
    }
    guard isWritten else {
      throw RenderError("the icon \(path)/\(name) can't be written: \(String(cString: strerror(errno)))")
    }
  }

  private func removeOnSignal(_ path: String) {
    #if Graphviz
      if removesOnSignal { podmap_remove_on_signal(path) }
    #endif
  }

  /// Removes the folder with everything in it.
  package func remove() {
    names.withLock { names in
      for name in names { unlink("\(path)/\(name)") }
      names = []
      rmdir(path)
    }
  }
}
