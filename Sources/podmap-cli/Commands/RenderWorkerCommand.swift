import PodmapGraphviz
import PodmapProject

/// Renders one picture in a process of its own, which `RenderWorker` starts. It isn't a command for users, and avoids the
/// argument parser, which takes as long to load as Graphviz.
enum RenderWorkerCommand {
  static let name = "render-worker"

  /// Takes the words after the name.
  static func run(_ words: ArraySlice<String>) -> Never {
    guard let arguments = WorkerArguments(words) else { endProcess(64) }
    #if Graphviz
      draw(arguments)
    #else
      write(RenderAnswer.failure(.noGraphviz).rest)
    #endif
    endProcess(0)
  }

  #if Graphviz
    private static func draw(_ arguments: WorkerArguments) {
      WorkerLife.begin()
      do throws(RenderFailure) {
        let session = try GraphvizSession(arguments.request)
        // The graph may take a while yet.
        session.warmUp()
        let dot = readGraph()
        if let seconds = arguments.seconds { WorkerLife.end(after: seconds) }
        try session.layOut(dot)
        write(RenderAnswer.beginning)
        write(RenderAnswer.picture(try session.picture()).rest)
      } catch {
        write(RenderAnswer.failure(error).rest)
      }
    }
  #endif

  private static func readGraph() -> [UInt8] {
    // Nothing comes when there was nothing to draw, or when nobody waits for the picture any more.
    guard let dot = try? FileSystem.readStandardInput(), !dot.isEmpty else { endProcess(0) }
    return dot
  }

  private static func write(_ bytes: [UInt8]) {
    // Part of a picture is no use.
    if FileDescriptor.standardOutput.write(bytes) != nil { endProcess(2) }
  }
}
