/// Finds a place for every card, frame, line and label.
///
/// The cards of one frame that lines connect are laid out in layers; such parts, grids of unconnected cards, frames
/// and tables are packed into the page; lines between parts lead through the gaps. The result depends on nothing but
/// the input, and not on the order of its arrays. The search is bounded in steps, never in time.
package func place(_ input: LayoutInput) -> LayoutResult {
  if input.isSideBySide, let columns = TwoColumns(input) { return columns.result() }
  let sorted = CanonicalInput(input)
  let scratch = draw(sorted, known: nil)
  guard input.hint != nil else { return LayoutResult(of: scratch, sorted, original: input) }
  return HintedPicture(of: sorted, original: input, scratch: scratch).result
}

/// Draws an input; `known` has the cards' places in an earlier picture, if the new one should be like it.
func draw(_ sorted: CanonicalInput, known: [Point?]?) -> Block {
  let input = sorted.input
  let memory = PartMemory()
  func block(_ centres: [Point?]?) -> Block {
    let components = Components(of: input, centres: centres)
    return FrameLayout(
      of: input, trunkOfLine: sorted.trunkOfLine, components: components, memory: memory, known: known
    )
    .content(of: nil)
  }
  var result = block(known.map { sorted.centres($0) })
  if !result.stubs.isEmpty {
    // Where the parts are tells at which side the lines between them should leave; that can move the parts a little.
    for _ in 0..<(input.cards.count <= 200 ? 2 : 1) { result = block(result.centres(count: input.cards.count)) }
    result.connect(input, trunkOfLine: sorted.trunkOfLine)
  }
  return result
}

extension CanonicalInput {
  /// The middles of known cards.
  fileprivate func centres(_ known: [Point?]) -> [Point?] {
    zip(input.cards, known).map { card, place in
      place.map { Point(x: $0.x + card.width / 2, y: $0.y + card.height / 2) }
    }
  }
}

extension Block {
  /// The middle of each card.
  fileprivate func centres(count: Int) -> [Point] {
    var result = Array(repeating: Point(x: 0, y: 0), count: count)
    for (card, rect) in cards { result[card] = Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2) }
    return result
  }

  /// Completes the lines that lead from one part to another.
  fileprivate mutating func connect(_ input: LayoutInput, trunkOfLine: [Int]) {
    var rects = Array(repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: input.frames.count)
    for (frame, rect) in frames { rects[frame] = rect }
    var pairs: [Int: (leaving: Stub, entering: Stub?)] = [:]
    for stub in stubs where stub.isLeaving { pairs[stub.line] = (stub, nil) }
    for stub in stubs where !stub.isLeaving { pairs[stub.line]?.entering = stub }
    var routing = OutsideRouting(
      solids: solids, frames: zip(rects, input.frames).map { ($0, $1.parent) },
      ends: stubs.map { OutsideRouting.End($0) }, lineCount: pairs.count)
    let complete = pairs.compactMap { line, pair in pair.entering.map { (line, pair.leaving, $0) } }
    let ordered = complete.map { line, leaving, entering in
      let (a, b) = (OutsideRouting.End(leaving), OutsideRouting.End(entering))
      return (length: abs(a.point.x - b.point.x) + abs(a.point.y - b.point.y), line: line, leaving, entering, a, b)
    }
    for (_, line, leaving, entering, start, end) in ordered.sorted(by: { ($0.length, $0.line) < ($1.length, $1.line) })
    {
      let around = [input.lines[line].from, input.lines[line].to].map { input.frames(around: input.cards[$0].frame) }
      let common = around[0].first { around[1].contains($0) }
      let own = Set(around[0] + around[1])
      let foreign = rects.indices.filter { frame in
        !own.contains(frame) && (input.frames[frame].parent.map { own.contains($0) } ?? true)
      }.map { rects[$0] }
      let middle = routing.route(
        from: start, to: end, trunk: trunkOfLine[line], bounds: common.map { rects[$0].grown(by: -4) },
        foreign: foreign, own: common == nil ? own.union([-1]) : own)
      routes.append((line, (leaving.points + middle + entering.points.reversed()).simplified))
    }
    stubs = []
  }
}

extension LayoutInput {
  /// A frame and those around it, from the inside out.
  fileprivate func frames(around frame: Int?) -> [Int] {
    var result: [Int] = []
    var next = frame
    while let frame = next, !result.contains(frame) {
      result.append(frame)
      next = frames[frame].parent
    }
    return result
  }
}

extension LayoutResult {
  /// The places of a block's content, in the order of the original input, moved so that nothing is left of or above 0.
  init(of block: Block, _ sorted: CanonicalInput, original: LayoutInput) {
    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    let points = block.routes.flatMap(\.points)
    let x = min(0, points.map(\.x).min() ?? 0)
    let y = min(0, points.map(\.y).min() ?? 0)
    var whole = Block()
    whole.add(block, x: -x, y: -y)
    cards = Array(repeating: nothing, count: original.cards.count)
    frames = Array(repeating: nothing, count: original.frames.count)
    routes = Array(repeating: [], count: original.lines.count)
    labels = Array(repeating: nil, count: original.lines.count)
    isReversed = Array(repeating: false, count: original.lines.count)
    for (card, rect) in whole.cards { cards[sorted.cards[card]] = rect }
    for (frame, rect) in whole.frames { frames[sorted.frames[frame]] = rect }
    for (line, points) in whole.routes { routes[sorted.lines[line]] = points }
    for (line, rect) in whole.labels { labels[sorted.lines[line]] = rect }
    for line in whole.reversed { isReversed[sorted.lines[line]] = true }
    width = max(whole.width, whole.routes.flatMap(\.points).map(\.x).max() ?? 0)
    height = max(whole.height, whole.routes.flatMap(\.points).map(\.y).max() ?? 0)
    let quality = Crossings(of: whole.routes.map { (sorted.trunkOfLine[$0.line], $0.points) })
    crossings = quality.count()
    throughCards = quality.pieces(through: cards)
  }
}
