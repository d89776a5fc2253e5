import PodmapGraphviz
import PodmapProject

/// Renders one picture in a separate process, which `RenderWorker` starts. It isn't a command for users, and avoids the
/// argument parser, which takes as long to load as Graphviz.
enum RenderWorkerCommand {
  static let name = "render-worker"

  /// Runs with the arguments after the command's name.
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
      WorkerLife.begin(memory: arguments.memory)
      do throws(RenderFailure) {
        let session = try GraphvizSession(arguments.request)
        // It may be a while before the graph arrives.
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
    // No graph arrives if there was nothing to draw, or if nobody is waiting for the picture any more.
    guard let dot = try? FileSystem.readStandardInput(), !dot.isEmpty else { endProcess(0) }
    return dot
  }

  private static func write(_ bytes: [UInt8]) {
    // A partial picture is useless.
    if FileDescriptor.standardOutput.write(bytes) != nil { endProcess(2) }
  }
}
