import Foundation
import PodmapTestSupport
import Testing

/// A separate package that depends on this one without the trait `Graphviz`.
@Suite("The library without Graphviz")
struct TextConsumerTests {
  @Test("It builds as a dependency without compiling or linking Graphviz, and writes text")
  func builds() throws {
    let package = packageFolder()
    // A permanent folder, so that the second run has little to compile.
    let scratch = package.appendingPathComponent(".build/text-consumer")
    // Without it, the next build searches again for added and removed files.
    try? FileManager.default.removeItem(at: scratch.appendingPathComponent("debug.yaml"))
    let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
    // After the other tests, whose programs have time limits of their own.
    let build = try run(
      try find("nice", install: "apt-get install coreutils"), [swift, "build", "--scratch-path", scratch.path],
      in: package.appendingPathComponent("Tests/TextConsumer"), secondsAllowed: 900)
    #expect(build.exitCode == 0, "\(String(decoding: build.output, as: UTF8.self))\n\(build.errors)")

    let products = scratch.appendingPathComponent("debug")
    let consumer = products.appendingPathComponent("text-consumer").path
    let drawn = try run(consumer, ["samples/webapp/multi-pod"], in: package)
    #expect(drawn.exitCode == 0, "\(drawn.errors)")
    #expect(String(decoding: drawn.output, as: UTF8.self).contains("flowchart LR"))

    // A program contains the names of its libraries as text.
    let program = try Data(contentsOf: URL(fileURLWithPath: consumer))
    let control = try Data(contentsOf: URL(fileURLWithPath: builtProgram("podmap")))
    #expect(control.contains("libgvc.so") && program.contains("libyaml"))
    #expect(!program.contains("libgvc.so") && !program.contains("podmap_graphviz_render"))
    #expect(!program.contains("Foundation"))
    let shim = products.appendingPathComponent("CGraphvizShim.build/render.c.o").path
    #expect(!FileManager.default.fileExists(atPath: shim))
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool {
    range(of: Data(text.utf8)) != nil
  }
}
