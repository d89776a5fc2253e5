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
    #expect(set.messages.first?.contains("expand to more than 64 KiB and more than 20 times the size") == true)
    #expect(set.messages.first?.contains("--limit alias-expansion=") == true)
  }

  @Test("What aliases may expand to grows with the text, not with the number of documents")
  func aliasedText() {
    let text = String(repeating: "x", count: 20_000)
    func document(uses: Int) -> String {
      configMap("  a: &a \(text)\n" + (0..<uses).map { "  b\($0): *a\n" }.joined())
    }
    #expect(read(document(uses: 15)).messages.isEmpty)
    #expect(read(document(uses: 200)).messages.count == 1)
  }

  @Test("Merge keys that lead on to others are looked up once for each level")
  func mergedChain() {
    var text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nx0: &x0 {a: '1'}\n"
    for level in 1...60 { text += "x\(level): &x\(level) {<<: *x\(level - 1)}\n" }
    #expect(read(text + "data: *x60\n").data("a")?.text == "1")
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
