import PodmapLayout
import Testing

@Suite("Two columns side by side")
struct TwoColumnsTests {
  /// Cards of the given heights, and lines between rows.
  private func input(
    left: [Int], right: [Int], lines: [(left: Int, row: Int, right: Int, otherRow: Int)]
  ) -> LayoutInput {
    var input = LayoutInput(cards: [])
    input.frames = [
      LayoutInput.Frame(id: "left", titleWidth: 60, titleHeight: 16, padding: 12),
      LayoutInput.Frame(id: "right", titleWidth: 60, titleHeight: 16, padding: 12),
    ]
    for (frame, heights) in [left, right].enumerated() {
      for (position, height) in heights.enumerated() {
        input.cards.append(LayoutInput.Card(id: "\(frame)-\(position)", width: 120, height: height, frame: frame))
      }
    }
    input.lines = lines.map {
      LayoutInput.Line(from: $0.left, fromOffset: $0.row, to: left.count + $0.right, toOffset: $0.otherRow)
    }
    input.isSideBySide = true
    return input
  }

  @Test("Rows that a line joins are at one height if there is room")
  func straight() {
    let input = input(
      left: [100, 40, 80], right: [60, 120, 40], lines: [(0, 50, 0, 20), (1, 20, 1, 60), (2, 30, 2, 20)])
    let result = place(input)
    #expect(result.routes.map(\.count) == [2, 2, 2])
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("One pod next to the pods that it was split into gets lines that don't cross")
  func split() {
    let input = input(left: [160], right: [90, 90, 90], lines: [(0, 40, 0, 40), (0, 80, 1, 40), (0, 120, 2, 40)])
    let result = place(input)
    #expect(result.crossings == 0)
    #expect(result.frames[0].maxX < result.frames[1].x)
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("Cards keep their order, and those that nothing is joined to stay in their column")
  func order() {
    let input = input(left: [40, 40, 40], right: [40, 40, 40, 40], lines: [(2, 20, 0, 20), (0, 20, 3, 20)])
    let result = place(input)
    #expect(result.cards[..<3].map(\.y) == result.cards[..<3].map(\.y).sorted())
    #expect(result.cards[3...].map(\.y) == result.cards[3...].map(\.y).sorted())
    #expect(problems(in: result, of: input).isEmpty)
  }

  @Test("Random columns have no problems", arguments: 0..<60)
  func random(seed: Int) {
    var random = TestRandom(seed)
    let left = (0..<random.next(9)).map { _ in 30 + random.next(150) }
    let right = (0..<random.next(9)).map { _ in 30 + random.next(150) }
    // Each row has one line, as containers do.
    func rows(_ heights: [Int]) -> [(card: Int, row: Int)] {
      heights.indices.flatMap { card in stride(from: 10, to: heights[card] - 4, by: 20).map { (card, $0) } }
    }
    let lines = zip(random.shuffled(rows(left)), random.shuffled(rows(right))).prefix(random.next(9)).map {
      (left: $0.card, row: $0.row, right: $1.card, otherRow: $1.row)
    }
    let input = input(left: left, right: right, lines: lines)
    #expect(problems(in: place(input), of: input) == [])
  }

  @Test("What is not in two columns gets the usual layout")
  func other() {
    var input = input(left: [40], right: [40], lines: [(0, 20, 0, 20)])
    input.cards.append(LayoutInput.Card(id: "outside", width: 80, height: 40))
    input.lines.append(LayoutInput.Line(from: 1, to: 0))
    #expect(problems(in: place(input), of: input).isEmpty)
  }
}

@Suite("Lines that end at frames")
struct FrameEndTests {
  @Test("A line to a card in a frame is cut where it enters the frame")
  func cut() {
    var input = LayoutInput(cards: [
      LayoutInput.Card(id: "a", width: 80, height: 40), LayoutInput.Card(id: "b", width: 80, height: 40, frame: 0),
    ])
    input.frames = [LayoutInput.Frame(id: "frame", titleWidth: 40, titleHeight: 14)]
    input.lines = [LayoutInput.Line(from: 0, to: 1), LayoutInput.Line(from: 1, to: 0)]
    var result = place(input)
    result.endRoute(0, atFrame: 0)
    result.startRoute(1, atFrame: 0)
    let frame = result.frames[0]
    for point in [result.routes[0].last, result.routes[1].first] {
      let point = point ?? Point(x: -1, y: -1)
      #expect(point.x == frame.x || point.x == frame.maxX || point.y == frame.y || point.y == frame.maxY)
    }
  }
}
