#if Graphviz
  import Synchronization

  /// Renders in this process, for programs that have no worker to start: one picture at a time, whichever thread asks.
  ///
  /// A graph gives the same bytes as in a worker, but without a worker's protection: a layout may take very long, and a
  /// graph that crashes Graphviz ends the program. Graphviz writes its messages to standard error.
  package enum GraphvizRendering {
    /// Graphviz is not thread-safe, however many contexts it has.
    private static let lock = Mutex(())

    package static func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
      try picture(of: dot, PictureRequest(format)).bytes
    }

    package static func picture(of dot: String, _ request: PictureRequest) throws(RenderError) -> RenderedPicture {
      try lock.withLock { _ throws(RenderError) in
        do throws(RenderFailure) {
          let session = try GraphvizSession(request)
          try session.layOut(Array(dot.utf8))
          return try session.picture()
        } catch {
          throw error.error(drawing: request.format)
        }
      }
    }
  }
#endif
