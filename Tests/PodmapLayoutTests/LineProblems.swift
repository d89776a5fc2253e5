import PodmapLayout

/// Where the titles of frames are.
func titles(_ result: LayoutResult, _ input: LayoutInput) -> [Rect] {
  input.frames.indices.filter { input.frames[$0].titleHeight > 0 }.map { index in
    Rect(
      x: result.frames[index].x + input.frames[index].padding, y: result.frames[index].y + 4,
      width: input.frames[index].titleWidth, height: input.frames[index].titleHeight)
  }
}

/// Returns the lines that run over titles, leave the frame around both their ends, or run on top of each other.
func lineProblems(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  let titles = titles(result, input)
  var found: [String] = []
  for (index, points) in result.routes.enumerated() {
    let line = input.lines[index]
    let frame = input.innermostFrame(around: line.from, and: line.to).map { result.frames[$0] }
    for (start, end) in zip(points, points.dropFirst()) {
      if titles.contains(where: { $0.isCut(from: start, to: end) }) { found.append("line \(index) runs over a title") }
      let xs = min(start.x, end.x)...max(start.x, end.x)
      let ys = min(start.y, end.y)...max(start.y, end.y)
      if let frame,
        xs.lowerBound < frame.x || xs.upperBound > frame.maxX || ys.lowerBound < frame.y
          || ys.upperBound > frame.maxY
      {
        found.append("line \(index) leaves the frame around its ends")
      }
    }
  }
  return found + piecesOnTopOfEachOther(result, input)
}

/// A horizontal or vertical piece of a line.
private struct Piece {
  var line: Int
  var isHorizontal: Bool
  var place: Int
  var low: Int
  var high: Int
}

/// Lines of different trunks may share nothing but their beginning.
private func piecesOnTopOfEachOther(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  var pieces: [Piece] = []
  for (index, points) in result.routes.enumerated() {
    for (start, end) in zip(points, points.dropFirst()) {
      let isHorizontal = start.y == end.y
      let range = isHorizontal ? [start.x, end.x].sorted() : [start.y, end.y].sorted()
      pieces.append(
        Piece(
          line: index, isHorizontal: isHorizontal, place: isHorizontal ? start.y : start.x, low: range[0],
          high: range[1]))
    }
  }
  pieces.sort { one, other in
    (one.isHorizontal ? 0 : 1, one.place, one.line, one.low) < (
      other.isHorizontal ? 0 : 1, other.place, other.line, other.low
    )
  }
  var found: [String] = []
  for (number, one) in pieces.enumerated() {
    for other in pieces[(number + 1)...] {
      if other.isHorizontal != one.isHorizontal || other.place > one.place + 1 { break }
      let (a, b) = (input.lines[one.line], input.lines[other.line])
      if a.to == b.to && a.toOffset == b.toOffset && a.net == b.net { continue }
      if result.routes[one.line].first == result.routes[other.line].first { continue }
      if min(one.high, other.high) - max(one.low, other.low) > 22 {
        found.append("lines \(one.line) and \(other.line) run on top of each other")
      }
    }
  }
  return found
}

extension LayoutInput {
  /// The innermost frame that holds two cards.
  fileprivate func innermostFrame(around one: Int, and other: Int) -> Int? {
    func enclosing(_ card: Int) -> [Int] {
      var result: [Int] = []
      var next = cards[card].frame
      while let frame = next {
        result.append(frame)
        next = frames[frame].parent
      }
      return result
    }
    let others = enclosing(other)
    return enclosing(one).first { others.contains($0) }
  }
}
