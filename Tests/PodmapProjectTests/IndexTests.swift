import PodmapDiagrams
import PodmapManifests
import PodmapProject
import Testing

@Suite("The index of what is published")
struct IndexTests {
  private func entry(_ file: String, kind: String = "svg", _ source: String = "x") -> PublishIndex.Entry {
    PublishIndex.Entry(
      file: file, diagram: "app", kind: kind, digest: Digest(of: Array(source.utf8)), inputs: ["deploy"])
  }

  @Test("A digest is the SHA-256 of the bytes (FIPS 180-4, example 'abc')")
  func digest() {
    #expect(Digest(of: Array("abc".utf8)).text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("It is read as it was written, in the order of the files")
  func text() {
    let index = PublishIndex([entry("b \"\\\n\u{7}é.svg"), entry("a.mmd", kind: "mermaid")])
    #expect(index.entries.map(\.file) == ["a.mmd", "b \"\\\n\u{7}é.svg"])
    #expect(PublishIndex(reading: Array(index.text.utf8)) == index)
    #expect(index.text.split(separator: "\n").count == 4)
  }

  @Test("It has the places of cards, and what makes no sense as a place is ignored")
  func places() {
    var one = entry("a.svg")
    one.places = PicturePlaces(reading: ["web 10 20", "db -3 4", "x", "y 1", "z a b", "w 1 2 3", ""])
    #expect(one.places?.lines == ["db -3 4", "web 10 20"])
    let index = PublishIndex([one])
    #expect(PublishIndex(reading: Array(index.text.utf8)) == index)
    #expect(index.text.contains("\"db -3 4\""))
  }

  @Test(
    "A file that is not an index is ignored",
    arguments: ["", "nonsense", "{", "{\"schema\": 2, \"outputs\": []}", "[]", "{\"schema\": 1, \"outputs\": [{}, 1]}"])
  func strange(_ text: String) {
    #expect(PublishIndex(reading: Array(text.utf8)).entries.isEmpty)
  }

  @Test("A picture is checked by its source, and by whether it exists")
  func picture() throws {
    let path = try #require(ProjectPath("a.svg"))
    func output(_ source: String) -> PlannedOutput {
      PlannedOutput(
        file: path, diagram: "app", kind: "svg", content: .picture(source: Array(source.utf8)),
        inputs: [])
    }
    let index = PublishIndex([output("digraph {}").entry])
    #expect(OutputState(ofPicture: output("digraph {}"), exists: true, index).isUpToDate)
    #expect(!OutputState(ofPicture: output("digraph {}"), exists: false, index).isUpToDate)
    #expect(!OutputState(ofPicture: output("digraph {a}"), exists: true, index).isUpToDate)
    #expect(!OutputState(ofPicture: output("digraph {}"), exists: true, PublishIndex()).isUpToDate)
  }
}
