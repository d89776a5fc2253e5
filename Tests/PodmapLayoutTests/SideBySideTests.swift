import PodmapLayout
import Testing

@Suite("Two versions")
struct SideBySideTests {
  @Test("Most matching cards are at one height, and that costs no crossings")
  func heights() {
    var shares: [Double] = []
    for seed in 0..<5 {
      let left = TestApplication(seed: seed).input()
      var right = left
      for index in right.cards.indices { right.cards[index].id = "right-" + right.cards[index].id }
      right.addCard(id: "right-new", seed: seed)
      let partners = Dictionary(uniqueKeysWithValues: left.cards.indices.map { ($0, $0) })
      let both = SideBySide(left: left, right: right, partners: partners)
      #expect(problems(in: both.left, of: left).isEmpty)
      #expect(problems(in: both.right, of: right).isEmpty)
      #expect(both.left.crossings <= place(left).crossings)
      #expect(both.right.crossings <= place(right).crossings)
      let level = left.cards.indices.count {
        both.left.cards[$0].y + both.leftOffset == both.right.cards[$0].y + both.rightOffset
      }
      shares.append(Double(level) / Double(left.cards.count))
    }
    #expect(shares.sorted()[shares.count / 2] >= 0.8, "\(shares)")
  }

  @Test("In the merged picture of two versions, what both have stays where it was")
  func merged() {
    var shares: [Double] = []
    for seed in 0..<5 {
      let old = TestApplication(seed: seed).input()
      let before = place(old)
      var merged = old
      for number in 0..<3 { merged.addCard(id: "new\(number)", seed: seed + 40 * number) }
      merged.hint = LayoutHint(of: before, input: old)
      let after = place(merged)
      #expect(problems(in: after, of: merged).isEmpty)
      shares.append(Movement(from: before.cards, to: Array(after.cards[..<old.cards.count])).moved)
    }
    #expect(shares.sorted()[shares.count / 2] <= 0.4, "\(shares)")
  }
}
