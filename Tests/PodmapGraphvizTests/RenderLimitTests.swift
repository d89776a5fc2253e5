import Foundation
import PodmapGraphviz
import PodmapManifests
import Testing

@Suite("The limits of rendering")
struct RenderLimitTests {
  @Test("The module's own numbers are those of the list of limits")
  func numbers() {
    #expect(RenderLimits.seconds == Double(Limit.timeLimit.value))
    #expect(RenderLimits.memory == Limit.graphvizMemory.value)
    #expect(RenderLimits.scales == Limit.scale.flag?.accepted)
    #expect(RenderLimits.pixels == Limit.picturePixels.value)
    #expect(RenderLimits.pngSide == Limit.pngSide.value)
    #expect(RenderLimits.webpSide == Limit.webpSide.value)
    #expect(RenderLimits.layoutSteps == Limit.layoutSteps.value)
    #expect(RenderLimits.outputBytes == Limit.graphvizOutput.value)
    #expect(RenderLimits.messageCharacters == Limit.graphvizMessage.value)
  }

  @Test("The C shim keeps as many paths as the list says")
  func signalPaths() throws {
    let shim = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/CGraphvizShim")
    let code = try String(contentsOf: shim.appendingPathComponent("cleanup.c"), encoding: .utf8)
    #expect(code.contains("enum { max_paths = \(Limit.signalPaths.value) };"))
    let header = try String(contentsOf: shim.appendingPathComponent("include/CGraphvizShim.h"), encoding: .utf8)
    #expect(header.contains("at most \(Limit.signalPaths.value) paths"))
  }
}
