import ArgumentParser

@main
enum EntryPoint {
  static func main() {
    StandardStreams.prepare()
    let words = CommandLine.arguments.dropFirst()
    if words.first == RenderWorkerCommand.name { RenderWorkerCommand.run(words.dropFirst()) }
    FirstSteps.printAndEnd(words)
    PodmapCommand.main()
  }
}
