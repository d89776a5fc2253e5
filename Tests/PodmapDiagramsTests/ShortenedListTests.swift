import Testing

@testable import PodmapDiagrams

@Suite("Lists that are too long")
struct ShortenedListTests {
  @Test("They are shortened between their items, so that no number appears that nobody wrote")
  func numbers() {
    let ports = (8000..<8012).map { "\($0 - 7920) → \($0)" }.joined(separator: ", ")
    #expect(ports.shortenedList(to: 44) == "80 → 8000, 81 → 8001, 82 → 8002, … 9 more")
  }

  @Test(
    "Texts that are not lists, and short ones, stay unchanged",
    arguments: [
      "80, 81", "a sentence, with one comma, that is much longer than the limit allows it to be",
      String(repeating: "x", count: 99),
    ])
  func others(_ text: String) {
    #expect(text.shortenedList(to: 30) == text)
  }
}
