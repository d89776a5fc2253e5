import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws pictures, each in a process of its own, some of which were started in advance.
package final class RenderPool: Sendable {
  private let worker: RenderWorker
  /// Processes that were started before their graph was known.
  private let waiting = Mutex<[(request: PictureRequest, process: WorkerProcess)]>([])

  /// Starting a process holds a thread up until its program is loaded, which need not be the one that reads manifests.
  private let starts = DispatchQueue(label: "podmap.starts")

  package init(_ worker: RenderWorker) {
    self.worker = worker
  }

  /// Starts processes for pictures that will be asked for, as many as can work at a time: loading Graphviz takes
  /// about as long as reading the manifests of an application.
  ///
  /// One that can't be started is no error before its picture is asked for.
  package func prepare(_ requests: [PictureRequest]) {
    starts.async { [self] in
      for request in requests.prefix(Self.coreCount) {
        guard let process = try? worker.start(request) else { return }
        waiting.withLock { $0.append((request, process)) }
      }
    }
  }

  /// Waits for the picture; several threads may wait for one each.
  package func picture(of dot: String, _ request: PictureRequest) throws(RenderError) -> RenderedPicture {
    guard let process = takeWaiting(for: request) else { return try worker.picture(of: dot, request) }
    return try worker.picture(of: dot, request, by: process)
  }

  private static let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private func takeWaiting(for request: PictureRequest) -> WorkerProcess? {
    starts.sync {}
    return waiting.withLock { waiting in
      waiting.firstIndex { $0.request == request }.map { waiting.remove(at: $0).process }
    }
  }
}
