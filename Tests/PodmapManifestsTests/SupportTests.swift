import PodmapManifests
import Synchronization
import Testing

@Suite("Helpers")
struct SupportTests {
  @Test(
    "A text is found where its bytes are",
    arguments: [
      ("a://b", "://", "a"), ("://", "://", ""), ("ab", "abc", nil), ("abc", "", nil), ("ab\r\nc: d", ": ", "ab\r\nc"),
      ("ä: \u{301}x", ": ", "ä"), ("aab", "ab", "a"),
    ] as [(String, String, String?)])
  func byteSearch(_ text: String, _ other: String, _ before: String?) {
    let found = text.firstByteRange(of: other)
    #expect(found.map { String(text[..<$0.lowerBound]) } == before)
    let part = ("xx" + text).dropFirst(2)
    #expect(part.firstByteRange(of: other).map { String(part[..<$0.lowerBound]) } == before)
  }

  @Test("Each element stays at its first position, whatever their number", arguments: [0, 1, 7, 8, 9, 20])
  func uniqued(_ count: Int) {
    let numbers = Array(0..<count)
    #expect((numbers + numbers.reversed()).uniqued == numbers)
    #expect(numbers.flatMap { [$0, $0] }.uniqued == numbers)
  }

  @Test("What is made on demand is made once, however many ask for it")
  func onDemand() {
    let times = Atomic(0)
    let value = OnDemand { times.add(1, ordering: .relaxed).newValue }
    #expect(times.load(ordering: .relaxed) == 0)
    #expect(concurrentMap(Array(0..<50)) { _ in value.value } == Array(repeating: 1, count: 50))
  }

  @Test("Two pieces of work give two results")
  func concurrent() {
    let (number, text) = concurrently({ 1 }, { "one" })
    #expect(number == 1 && text == "one")
  }
}
