import Testing

@testable import PodmapManifests

@Suite("Trees of values")
struct ValueTreeTests {
  @Test(
    "A node takes 16 bytes, and what it says of its place doesn't disturb the rest", arguments: [1, 70_000_000, .max])
  func node(_ place: Int) {
    #expect(MemoryLayout<ValueTree.Node>.size == 16)
    var node = ValueTree.Node.container(.mapping, line: place, column: place, count: 3)
    node.noteMerge()
    node.close(size: 7)
    #expect(node.shape == .mapping && node.hasMerge && node.style == .plain && node.count == 3 && node.size == 7)
    #expect(node.line == min(place, 536_870_911) && node.column == min(place, 1_073_741_823))
    node.line = 2
    #expect(node.line == 2 && node.hasMerge && node.shape == .mapping)
    let scalar = ValueTree.Node.scalar(style: .folded, line: place, column: place, start: 5, count: 6)
    #expect(scalar.style == .folded && !scalar.hasMerge && scalar.size == 1 && scalar.start == 5)
  }

  @Test(
    "The last of two equal keys counts, also if an alias or a long mapping repeats it",
    arguments: [
      "  x: {k: one, k: two}", "  x: {&a k: one, *a : two}", "  y: {m: 1, m: 2}\n  x: {k: one, k: two}",
      "  x: {k: one, " + (0..<30).map { "f\($0): v" }.joined(separator: ", ") + ", k: two}",
    ])
  func repeatedKeys(_ data: String) {
    #expect(read(configMap(data)).data("x")?["k"]?.text == "two")
  }

  @Test("A document without equal keys is read after one with them")
  func nextDocument() {
    let set = read(configMap("  x: {k: one, k: two}") + "---\n" + configMap("  x: {j: one, k: three}"))
    #expect(set.resources.map { $0.root["data"]?["x"]?["k"]?.text } == ["two", "three"])
  }

  @Test("A list isn't a number, however long it is")
  func listAsNumber() {
    #expect(read("[[], [], []]").resources.isEmpty)
    #expect(read(configMap("  x: [{}, {}, {}]")).data("x")?.integer == nil)
  }
}
