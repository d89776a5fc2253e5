#if Graphviz
  import PodmapGraphviz
  import Synchronization

  /// Graphviz is not thread-safe: one picture at a time in a process.
  enum GraphvizLock {
    private static let lock = Mutex(())

    static func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
      let result = lock.withLock { _ in
        Result { () throws(RenderError) in try GraphvizRendering.render(dot, as: format) }
      }
      return try result.get()
    }
  }
#endif
