import PodmapTestSupport
import Testing

@testable import PodmapGraphviz

@Suite("Answers of a worker")
struct RenderAnswerTests {
  @Test("An answer is read back unchanged")
  func roundTrip() {
    let answers: [RenderAnswer] = [
      .picture(RenderedPicture(Array("<?xml\nlaid out\n".utf8))), .picture(RenderedPicture([])),
      .picture(RenderedPicture([10, 0, 255], remarks: [.pluginsNotFound, .noFonts, .drawnSmaller(scale: 0.1 + 0.2)])),
      .failure(.noLayout), .failure(.noMemory),
    ]
    for answer in answers {
      #expect(RenderAnswer(answer.rest) == answer)
      #expect(RenderAnswer(RenderAnswer.beginning + answer.rest) == answer)
    }
  }

  @Test("An incomplete or invalid answer is refused")
  func incomplete() {
    let whole = RenderAnswer.beginning + RenderAnswer.picture(RenderedPicture(Array("picture".utf8))).rest
    for length in 0..<whole.count { #expect(RenderAnswer(Array(whole.prefix(length))) == nil) }
    for text in ["<svg/>", "picture x\n", "picture 1 unknown\nx", "picture 1\nxx", "failure\n", "failure luck\n", "\n"]
    {
      #expect(RenderAnswer(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("The arguments of a request are read back unchanged")
  func words() {
    for request in [
      PictureRequest(.svg), PictureRequest(.webp, scale: 1.25),
      PictureRequest(.pdf, effort: .low, pluginFolder: "/a b"),
    ] {
      let arguments = WorkerArguments(request.words + ["--seconds", "2.5", "--memory", "1000"])
      #expect(arguments?.request == request)
      #expect(arguments?.seconds == 2.5)
      #expect(arguments?.memory == 1000)
    }
  }
}
