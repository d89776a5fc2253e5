#if Graphviz
  import CGraphvizShim

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// What makes this process a worker. For the beginning of a program, before it has threads.
  package enum WorkerLife {
    /// From here on this process ends soon after the one that started it.
    package static func begin() {
      podmap_worker_begin()
      // The day a PDF was made is not part of what it shows.
      setenv("SOURCE_DATE_EPOCH", "0", 1)
      // Where no day is taken from it, cairo writes the offset of the time zone.
      setenv("TZ", "UTC0", 1)
    }

    /// Ends this process after some time, whatever Graphviz is doing.
    package static func end(after seconds: Double) {
      podmap_worker_end_after(seconds)
    }
  }
#endif
