internal import PodmapProcesses
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Renders each picture in a process of its own, some of which are started in advance.
package final class RenderPool: Sendable {
  private let worker: RenderWorker
  /// Processes that were started before their graphs were known.
  private let waiting = Mutex<[(request: PictureRequest, process: ChildProcess)]>([])

  /// Where processes are started: this blocks a thread until the program is loaded, which should not be the thread that
  /// reads manifests.
  private let starts = DispatchQueue(label: "podmap.starts")

  package init(_ worker: RenderWorker) {
    self.worker = worker
  }

  /// Starts processes for pictures that will be requested, as many as can run at a time, because loading Graphviz takes
  /// about as long as reading the manifests of an application.
  ///
  /// If one can't be started, the error appears only when its picture is requested.
  package func prepare(_ requests: [PictureRequest]) {
    starts.async { [self] in
      for request in requests.prefix(Self.coreCount) {
        guard let process = try? worker.start(request) else { return }
        waiting.withLock { $0.append((request, process)) }
      }
    }
  }

  /// Renders a graph and waits for the picture; several threads may call this at the same time.
  package func picture(of dot: String, _ request: PictureRequest) throws(RenderError) -> RenderedPicture {
    guard let process = takeWaiting(for: request) else { return try worker.picture(of: dot, request) }
    return try worker.picture(of: dot, request, by: process)
  }

  private static let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private func takeWaiting(for request: PictureRequest) -> ChildProcess? {
    starts.sync {}
    return waiting.withLock { waiting in
      waiting.firstIndex { $0.request == request }.map { waiting.remove(at: $0).process }
    }
  }
}
