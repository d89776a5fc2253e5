import PodmapManifests
import PodmapProject
import Testing

@Suite("The memory of the last run")
struct MemoryTests {
  @Test("It is read as it was written")
  func text() throws {
    let memory = PublishMemory(
      fingerprint: Digest(of: [1]), files: ["a \"\n.md"], count: 3,
      messages: [
        Diagnostic(
          .warning, at: Place(file: "x", line: 2, column: 3), topic: .calledPort, about: ["a/Service/b"], "m\u{1}"),
        Diagnostic(.note, "n"),
      ])
    let read = try #require(PublishMemory(reading: Array(memory.text.utf8)))
    #expect(read.fingerprint == memory.fingerprint && read.files == memory.files && read.count == 3)
    #expect(read.messages == memory.messages)
    let empty = PublishMemory(fingerprint: Digest(of: []), files: [], count: 0, messages: [])
    #expect(PublishMemory(reading: Array(empty.text.utf8))?.messages.isEmpty == true)
  }

  @Test(
    "A file that isn't one is ignored",
    arguments: ["", "{", "{\"schema\": 1}", "{\"schema\": 2, \"fingerprint\": \"\"}"])
  func strange(_ text: String) { #expect(PublishMemory(reading: Array(text.utf8)) == nil) }

  @Test("Lists that are divided differently are different")
  func fingerprint() {
    func digest(_ parts: [String]) -> Digest {
      var fingerprint = Fingerprint()
      for part in parts { fingerprint.add(part) }
      return fingerprint.digest
    }
    #expect(digest(["ab", "c"]) != digest(["a", "bc"]) && digest(["a", ""]) != digest(["a"]))
    #expect(digest(["ab", "c"]) == digest(["ab", "c"]))
  }
}
