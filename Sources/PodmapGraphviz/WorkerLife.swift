#if Graphviz
  import CGraphvizShim

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Turns this process into a worker. Call it at the start of a program, before there are other threads.
  package enum WorkerLife {
    /// From now on, this process ends soon after the one that started it, and gets no more memory than is allowed.
    package static func begin(memory: Int) {
      podmap_worker_begin(memory)
      // The creation date must not be part of a PDF.
      setenv("SOURCE_DATE_EPOCH", "0", 1)
      // If cairo ignores that, it writes the offset of the time zone.
      setenv("TZ", "UTC0", 1)
    }

    /// Ends this process after the given time, regardless of what Graphviz is doing.
    package static func end(after seconds: Double) {
      podmap_worker_end_after(seconds)
    }
  }
#endif
