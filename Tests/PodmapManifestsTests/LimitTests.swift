import PodmapManifests
import Testing

@Suite("Limits on the input")
struct LimitTests {
  @Test("An alias bomb is an error that names the limit")
  func aliasBomb() {
    var data = "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      data += "  a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let set = read(configMap(data) + "---\napiVersion: v1\nkind: Pod\nmetadata: {name: good}\n")
    #expect(set.resources.map(\.name) == ["good"])
    #expect(set.messages.count == 1)
    #expect(set.messages.first?.contains("expand to more than 1,000,000 values") == true)
  }

  @Test("Deep nesting is an error", arguments: ["[", "{a: "])
  func deepNesting(_ open: String) {
    let set = read(configMap("  v: " + String(repeating: open, count: 5000)))
    #expect(set.resources.isEmpty)
    #expect(set.messages.first?.contains("nest deeper than 200 levels") == true)
  }

  @Test("A scalar of ten megabytes is read")
  func hugeScalar() {
    let text = String(repeating: "x", count: 10_000_000)
    #expect(read(configMap("  v: \(text)")).data("v")?.text == text)
  }

  @Test("Ten thousand keys in one mapping are read")
  func manyKeys() {
    let set = read(configMap((0..<10_000).map { "  k\($0): v" }.joined(separator: "\n")))
    #expect(set.resources.first?.root["data"]?.fields.count == 10_000)
  }

  @Test("Lists that nest too deep are refused")
  func nestedLists() {
    var text = "{apiVersion: v1, kind: Pod, metadata: {name: a}}"
    for _ in 0..<8 { text = "{apiVersion: v1, kind: List, items: [\(text)]}" }
    #expect(read(text).messages.first?.contains("lists nest deeper") == true)
  }
}
