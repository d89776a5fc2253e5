import Testing

@testable import PodmapDiagrams

@Suite struct ShortenedTests {
  @Test("A text that fits stays unchanged")
  func fitting() {
    let name = Shortened("front-end", limit: 9)
    #expect(name.text == "front-end")
    #expect(!name.isCut)
  }

  @Test("A long text keeps both ends")
  func long() {
    let name = Shortened("payments-service-release-candidate-7f9c", limit: 19)
    #expect(name.text == "payments-ser…e-7f9c")
    #expect(name.isCut)
  }

  @Test("Characters of several scalars are kept whole or omitted")
  func characters() {
    let coders = Shortened(String(repeating: "👩🏽‍💻", count: 30), limit: 10).text
    #expect(coders == String(repeating: "👩🏽‍💻", count: 6) + "…" + String(repeating: "👩🏽‍💻", count: 3))
    #expect(Shortened("👩🏽‍💻👩🏽‍💻", limit: 2).text == "👩🏽‍💻👩🏽‍💻")
  }

  @Test("A text of very wide characters is cut to fewer of them", arguments: [10, 80, 800])
  func bytes(_ limit: Int) {
    let text = Shortened(String(repeating: "🏴󠁧󠁢󠁥󠁮󠁧󠁿", count: 2_000), limit: limit).text
    #expect(text.utf8.count <= limit * 16)
    #expect(text.contains("…"))
  }

  @Test("A letter with thousands of accents becomes one character")
  func accents() {
    #expect(Shortened("e" + String(repeating: "\u{301}", count: 5_000), limit: 20).text == "\u{fffd}")
  }

  @Test(
    "Characters that no picture can contain are omitted, and line breaks become spaces",
    arguments: [
      ("a\nb", "a b"), ("a\u{0}b", "a b"), (" a ", "a"), ("a\u{fffe}b", "ab"), ("a\u{202e}b", "ab"), ("\u{9f}", ""),
      ("\u{feff}a", "a"), ("a\u{1fffe}b", "ab"), ("a · b → c", "a · b → c"), ("日本 🚢", "日本 🚢"),
    ])
  func clean(_ raw: String, _ clean: String) {
    #expect(raw.cleaned() == clean)
  }
}
