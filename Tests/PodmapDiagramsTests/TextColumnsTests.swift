import PodmapDiagrams
import Testing

@Suite("Tables for a terminal")
struct TextColumnsTests {
  private let long = (1...30).map { "word\($0)" }.joined(separator: " ")

  @Test("A long cell of a wrapped table has several lines, and the columns stay below their headings")
  func wrapped() {
    let lines = TextColumns.wrapped(["WHAT", "WHY", "WHERE"], [["a", long, "x.yaml:1"], ["b", "short", "y.yaml:2"]])
      .split(separator: "\n")
    func column(_ text: String) -> [Int] {
      lines.compactMap { line in
        line.firstRange(of: text).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }
    }
    #expect(lines.count == 5)
    #expect(column("WHERE").count == 1)
    #expect(column("x.yaml") == column("WHERE") && column("y.yaml") == column("WHERE"))
    #expect(lines.dropFirst(2).prefix(2).allSatisfy { $0.hasPrefix("      word") && !$0.hasSuffix(" ") })
  }

  @Test("A line of any other table stays in one piece, so that it can be searched for")
  func whole() {
    let lines = TextColumns.text(["WHAT", "WHERE"], [[long, "x.yaml:1"]]).split(separator: "\n")
    #expect(lines.count == 2 && lines[1] == "\(long)  x.yaml:1")
  }
}
