internal import PodmapProcesses
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

/// A temporary folder with the images that graphs refer to. It is removed together with this value.
package final class ImageFolder: Sendable {
  package let path: String
  private let names = Mutex<Set<String>>([])

  private let removesOnSignal: Bool

  /// Creates the folder. With `removesOnSignal`, a signal that ends the program removes it too. Only our own programs
  /// should ask for this, because a library must not decide what signals do.
  package init(removesOnSignal: Bool) throws(RenderError) {
    self.removesOnSignal = removesOnSignal
    guard let folder = TemporaryFiles.makeFolder() else {
      throw RenderError(
        "can't make a folder for icons: \(String(cString: strerror(errno))); set TMPDIR to a writable folder")
    }
    path = folder
    removeOnSignal(path)
  }

  deinit { remove() }

  /// Writes a file unless one has this name already. The name must not contain `/`.
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
    names.withLock { $0 = [] }
    TemporaryFiles.removeFolder(path)
  }
}
