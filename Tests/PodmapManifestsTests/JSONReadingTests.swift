import PodmapManifests
import Testing

@Suite("Reading JSON")
struct JSONReadingTests {
  @Test("Surrogate pairs are decoded, and columns after them are still those of the file")
  func surrogates() throws {
    let set = read(
      #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"a": "\ud83d\ude00!", "b": "x"}}"#
    )
    #expect(set.data("a")?.text == "😀!")
    #expect(set.data("b")?.column == 106)
  }

  @Test("Half a surrogate pair becomes the replacement character, as in Go")
  func loneSurrogates() {
    let set = read(
      #"{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"a": "\ud83d", "b": "\ude00\\ud83d"}}"#
    )
    #expect(set.data("a")?.text == "\u{FFFD}")
    #expect(set.data("b")?.text == "\u{FFFD}\\ud83d")
  }

  @Test("Escapes of surrogates in YAML text stay as they are")
  func yamlText() {
    #expect(read(configMap("  a: |\n    {\"x\": \"\\ud83d\"}")).data("a")?.text == "{\"x\": \"\\ud83d\"}\n")
  }

  @Test("Consecutive objects need no marker between them")
  func stream() {
    let one = "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Pod\",\n\t\"metadata\": {\"name\": \"}{\\\"\"}\n}"
    let set = read("\(one)\n\(one) \(one)\n")
    #expect(set.resources.map(\.name) == ["}{\"", "}{\"", "}{\""])
    #expect(set.resources.map(\.place.line) == [1, 6, 10])
    #expect(set.messages.isEmpty)
  }

  @Test("Broken JSON is reported with its line")
  func broken() {
    let set = read("{\"apiVersion\": \"v1\",\n\"kind\": \"Pod\",\n\"metadata\": {\"name\": \"a\"\n")
    #expect(set.diagnostics.first?.severity == .error)
    #expect(set.diagnostics.first?.place?.line == 4)
  }
}
