import ArgumentParser
import PodmapGraphviz
import PodmapManifests

/// Draws one picture in a process of its own; `RenderWorker` starts it.
struct RenderWorkerCommand: ParsableCommand {
  static let name = "render-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Render DOT from standard input.", shouldDisplay: false)

  @Argument var format: String

  func run() throws {
    guard let format = PictureFormat(rawValue: format) else { throw ExitCode(64) }
    let dot = try FileSystem.readStandardInput()
    do throws(RenderError) {
      let bytes = try GraphvizRendering.render(String(decoding: dot, as: UTF8.self), as: format)
      // No picture is a whole one unless all of it was written.
      endProcess(FileDescriptor.standardOutput.write(bytes) == nil ? 0 : 2)
    } catch {
      _ = FileDescriptor.standardError.write(error.message + "\n")
      endProcess(2)
    }
  }
}
