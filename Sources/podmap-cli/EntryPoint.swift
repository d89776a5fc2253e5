import ArgumentParser

@main
enum EntryPoint {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    if words.first == RenderWorkerCommand.name { RenderWorkerCommand.run(words.dropFirst()) }
    if FirstSteps.print(words) { return }
    PodmapCommand.main()
  }
}
