import PodmapDiagrams
import Testing

@Suite("Tables for a terminal")
struct TextColumnsTests {
  private let long = (1...30).map { "word\($0)" }.joined(separator: " ")

  @Test("A long cell of a wrapped table has several lines, and the columns stay below their headings")
  func wrapped() {
    let lines = TextColumns.wrapped(["WHAT", "WHY", "WHERE"], [["a", long, "x.yaml:1"], ["b", "short", "y.yaml:2"]])
      .split(separator: "\n")
    #expect(lines.count == 6)
    let column = lines[0].distance(from: lines[0].startIndex, to: lines[0].firstRange(of: "WHERE")!.lowerBound)
    for (line, text) in [(lines[1], "x.yaml:1"), (lines[5], "y.yaml:2")] {
      #expect(line.distance(from: line.startIndex, to: line.firstRange(of: text)!.lowerBound) == column)
    }
    #expect(lines[2].hasPrefix("      word") && !lines[2].hasSuffix(" "))
  }

  @Test("A line of any other table stays in one piece, so that it can be searched for")
  func whole() {
    let lines = TextColumns.text(["WHAT", "WHERE"], [[long, "x.yaml:1"]]).split(separator: "\n")
    #expect(lines.count == 2 && lines[1] == "\(long)  x.yaml:1")
  }
}
