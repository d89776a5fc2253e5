import PodmapLayout

/// Returns what is wrong with a picture.
func problems(in result: LayoutResult, of input: LayoutInput) -> [String] {
  overlaps(result, input) + frameProblems(result, input) + routeProblems(result, input) + labelProblems(result, input)
    + lineProblems(result, input)
}

private func overlaps(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  let sorted = result.cards.indices.sorted { (result.cards[$0].x, $0) < (result.cards[$1].x, $1) }
  var found: [String] = []
  for (place, one) in sorted.enumerated() {
    for other in sorted[(place + 1)...] {
      if result.cards[other].x >= result.cards[one].maxX { break }
      if result.cards[one].overlaps(result.cards[other]) {
        found.append("\(input.cards[one].id) overlaps \(input.cards[other].id)")
      }
    }
  }
  let page = Rect(x: 0, y: 0, width: result.width, height: result.height)
  for (index, card) in result.cards.enumerated() {
    if !page.contains(card) { found.append("\(input.cards[index].id) is outside the picture") }
    if card.width != input.cards[index].width || card.height != input.cards[index].height {
      found.append("\(input.cards[index].id) has another size")
    }
  }
  return found
}

private func frameProblems(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  func around(_ frame: Int?) -> [Int] {
    guard let frame else { return [] }
    return [frame] + around(input.frames[frame].parent)
  }
  var found: [String] = []
  for (index, frame) in result.frames.enumerated() {
    if let parent = input.frames[index].parent, !result.frames[parent].contains(frame) {
      found.append("\(input.frames[index].id) is outside its parent")
    }
    for other in result.frames.indices.dropFirst(index + 1) where frame.overlaps(result.frames[other]) {
      if !around(index).contains(other), !around(other).contains(index) {
        found.append("\(input.frames[index].id) overlaps \(input.frames[other].id)")
      }
    }
    for (number, card) in result.cards.enumerated() {
      let isInside = around(input.cards[number].frame).contains(index)
      if isInside ? !frame.contains(card) : frame.overlaps(card) {
        found.append("\(input.cards[number].id) and \(input.frames[index].id) are in each other's way")
      }
    }
  }
  return found
}

private func routeProblems(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  var found: [String] = []
  for (index, points) in result.routes.enumerated() {
    let line = input.lines[index]
    let name = "line \(index) from \(input.cards[line.from].id) to \(input.cards[line.to].id)"
    guard points.count > 1 else {
      found.append("\(name) has no route")
      continue
    }
    if !isOnBorder(points[0], result.cards[line.from]) { found.append("\(name) doesn't start at its card") }
    if !isOnBorder(points[points.count - 1], result.cards[line.to]) { found.append("\(name) doesn't end at its card") }
    if let row = line.toOffset, !endsAtRow(points, result.cards[line.to], row: row) {
      found.append("\(name) doesn't end at its row")
    }
    if let row = line.fromOffset, abs(points[0].y - result.cards[line.from].y - row) > 14 {
      found.append("\(name) doesn't start at its row")
    }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let box = Rect(
      x: (xs.min() ?? 0) - 1, y: (ys.min() ?? 0) - 1, width: (xs.max() ?? 0) - (xs.min() ?? 0) + 2,
      height: (ys.max() ?? 0) - (ys.min() ?? 0) + 2)
    let near = result.cards.indices.filter { result.cards[$0].overlaps(box) }
    for (start, end) in zip(points, points.dropFirst()) {
      if (start.x == end.x) == (start.y == end.y) { found.append("\(name) isn't orthogonal") }
      if min(start.x, end.x) < 0 || min(start.y, end.y) < 0 || max(start.x, end.x) > result.width
        || max(start.y, end.y) > result.height
      {
        found.append("\(name) leaves the picture")
      }
      for number in near where result.cards[number].isCut(from: start, to: end) {
        found.append("\(name) passes through \(input.cards[number].id)")
      }
    }
  }
  return found
}

private func isOnBorder(_ point: Point, _ card: Rect) -> Bool {
  let isInside = card.x...card.maxX ~= point.x && card.y...card.maxY ~= point.y
  return isInside && (point.x == card.x || point.x == card.maxX || point.y == card.y || point.y == card.maxY)
}

/// A line ends at the height of its row, or at the upper side.
private func endsAtRow(_ points: [Point], _ card: Rect, row: Int) -> Bool {
  let end = points[points.count - 1]
  return end.y == card.y || abs(end.y - card.y - row) <= 14
}

private func labelProblems(_ result: LayoutResult, _ input: LayoutInput) -> [String] {
  var found: [String] = []
  for (index, label) in result.labels.enumerated() {
    let line = input.lines[index]
    guard let label else {
      if line.labelWidth > 0 { found.append("line \(index) has no label") }
      continue
    }
    if titles(result, input).contains(where: { $0.overlaps(label) }) {
      found.append("the label of line \(index) is on a title")
    }
    if result.cards.contains(where: { $0.overlaps(label) }) { found.append("the label of line \(index) is on a card") }
    for (other, rect) in result.labels.enumerated() where other > index {
      if let rect, rect.overlaps(label) { found.append("the labels of lines \(index) and \(other) overlap") }
    }
    for (other, points) in result.routes.enumerated() {
      let isCut = zip(points, points.dropFirst()).contains { label.isCut(from: $0, to: $1) }
      if isCut { found.append("the label of line \(index) is on line \(other)") }
    }
    let near = Rect(x: label.x - 6, y: label.y - 6, width: label.width + 12, height: label.height + 12)
    let points = result.routes[index]
    // The labels of several loops of one card are a list beside them.
    let loops = input.lines.filter { $0.from == line.from && $0.to == line.from && $0.labelWidth > 0 }
    if line.from == line.to, loops.count > 1 { continue }
    if !zip(points, points.dropFirst()).contains(where: { near.isCut(from: $0, to: $1) }) {
      found.append("the label of line \(index) isn't at its line")
    }
  }
  return found
}
