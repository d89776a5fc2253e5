import Foundation
import Podmap
import PodmapTestSupport
import Testing

@Suite("Sequence diagrams by the library")
struct SequenceTests {
  @Test("A lifecycle is what the command draws")
  func lifecycle() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(web, to: "web.yaml").path
    let pictures = try Application(reading: [given]).lifecycle(.simple, phase: .start)
    #expect(pictures.count == 1)
    let options = ["--view", "lifecycle", "--steps", "simple", "--phase", "start"]
    for (format, text) in [("mermaid", pictures[0].mermaid), ("dot", pictures[0].dot), ("md", pictures[0].markdown)] {
      #expect(try PodmapCommand().run([given] + options + ["--format", format]).output == text, "\(format)")
    }
    #expect(pictures[0].pages.map(\.mermaid) == [pictures[0].mermaid])
    #expect(!pictures[0].isEmpty && !pictures[0].title.isEmpty && !pictures[0].summary.isEmpty)
    #expect(try PodmapCommand().run([given] + options + ["--format", "json"]).output == pictures[0].json)
  }

  @Test("Traffic is what the command draws, and a name that nothing has is an error")
  func traffic() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(
      web.replacing("{selector: {app: web}, ports", with: "{type: LoadBalancer, selector: {app: web}, ports"),
      to: "web.yaml"
    ).path
    let application = try Application(reading: [given])
    let pictures = try application.traffic(to: "Service/web")
    let command = try PodmapCommand()(given, "--view", "traffic", "--to", "Service/web")
    #expect(pictures.map(\.mermaid) == [command.output])
    let error = #expect(throws: PodmapError.self) { try application.traffic(from: "wbe") }
    #expect(error?.description.contains("no object 'wbe' in the input; did you mean 'web'?") == true)
  }
}
