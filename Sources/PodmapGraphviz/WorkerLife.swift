#if Graphviz
  import CGraphvizShim

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Turns this process into a worker. To be called at the start of a program, before it has threads.
  package enum WorkerLife {
    /// From now on, this process ends soon after the one that started it.
    package static func begin() {
      podmap_worker_begin()
      // The creation date must not be part of a PDF.
      setenv("SOURCE_DATE_EPOCH", "0", 1)
      // If cairo ignores that, it writes the offset of the time zone.
      setenv("TZ", "UTC0", 1)
    }

    /// Ends this process after the given time, whatever Graphviz is doing.
    package static func end(after seconds: Double) {
      podmap_worker_end_after(seconds)
    }
  }
#endif
