import PodmapLayout
import Testing

@Suite("Places of cards and lines")
struct PlaceTests {
  @Test("An empty input gives an empty picture")
  func empty() {
    let result = place(LayoutInput(cards: []))
    #expect(result.cards.isEmpty)
    #expect(result.width == 0)
    #expect(result.height == 0)
  }
}
