/// Two versions of an application, drawn so that matching cards are at the same height when the two pictures are beside
/// each other.
///
/// One picture has the other as its hint: matching cards have the same places in both, unless that costs crossings or
/// too much room. Then each picture is drawn as if it were alone.
package struct SideBySide: Hashable, Sendable {
  /// The left picture.
  package private(set) var left: LayoutResult
  /// The right picture.
  package private(set) var right: LayoutResult
  /// By how much the left picture must move down so that matching cards are at one height.
  package let leftOffset: Int
  /// By how much the right picture must move down.
  package let rightOffset: Int

  /// Draws both versions, each on its own page. `partners` has the index of the card in the right version for that of
  /// the matching one in the left version.
  package init(left: LayoutInput, right: LayoutInput, partners: [Int: Int]) {
    let pairs = partners.map { (left: $0.key, right: $0.value) }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    self.left = place(left)
    self.right = place(right)
    var likeLeft = right
    likeLeft.hint = LayoutHint(places: [:])
    for pair in pairs { likeLeft.hint?.places[right.cards[pair.right].id] = self.left.cards[pair.left].corner }
    var likeRight = left
    likeRight.hint = LayoutHint(places: [:])
    for pair in pairs { likeRight.hint?.places[left.cards[pair.left].id] = self.right.cards[pair.right].corner }
    let matching = place(likeLeft)
    if matching.crossings <= self.right.crossings {
      self.right = matching
    } else {
      let matching = place(likeRight)
      if matching.crossings <= self.left.crossings { self.left = matching }
    }
    // The shift with which most matching cards are at one height.
    var counts: [Int: Int] = [:]
    for pair in pairs { counts[self.left.cards[pair.left].y - self.right.cards[pair.right].y, default: 0] += 1 }
    let best = counts.min { (-$0.value, abs($0.key), $0.key) < (-$1.value, abs($1.key), $1.key) }?.key ?? 0
    leftOffset = max(0, -best)
    rightOffset = max(0, best)
  }
}

extension Rect {
  fileprivate var corner: Point { Point(x: x, y: y) }
}
