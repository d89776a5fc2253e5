import PodmapManifests
import Testing

@Suite("Texts of bounded size")
struct BoundedTextTests {
  @Test("A text is shortened in the middle to the bytes of the limit", arguments: ["x", "é", "👩‍🚀", "a\u{301}\u{302}"])
  func shortened(_ part: String) {
    let limit = Limit.evidenceValue
    let text = String(repeating: part, count: 100_000)
    let short = text.bounded(to: limit)
    #expect(short.utf8.count <= limit.value && short.utf8.count > limit.value - 16)
    #expect(short.unicodeScalars.contains("…") && short.unicodeScalars.first == text.unicodeScalars.first)
    #expect(short.unicodeScalars.last == text.unicodeScalars.last)
    #expect("short".bounded(to: limit) == "short")
  }

  @Test("One character with a million combining marks is bounded too")
  func marks() {
    let text = "a" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(text.bounded(to: .evidenceValue).utf8.count <= Limit.evidenceValue.value)
  }
}
