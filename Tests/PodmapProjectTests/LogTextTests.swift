import PodmapManifests
import PodmapTestSupport
import Testing

@Suite("Text in logs")
struct LogTextTests {
  @Test(
    "A line that would be a command gets a space",
    arguments: [
      ("::error::x", ": :error::x"), ("  ::set-output name=a::b", "  : :set-output name=a::b"),
      ("a\r::b", "a\r: :b"), ("a\n\u{A0}\u{200B}::b\n", "a\n\u{A0}\u{200B}: :b\n"), ("::::", ": :::"),
      ("a ##[group]b", "a # #[group]b"), ("##vso[x]", "# #vso[x]"), ("###[x]", "## #[x]"),
    ])
  func spaced(_ text: String, _ safe: String) {
    #expect(!logCommands(in: text).isEmpty)
    #expect(logCommands(in: safe).isEmpty)
    #expect(text.withoutLogCommands == safe)
  }

  @Test(
    "Everything else stays as it is",
    arguments: ["", "a ::b", "a::b", ": :", "## a [b]", "#[a]", "##", "##a b[", "é ::"])
  func unchanged(_ text: String) {
    #expect(text.withoutLogCommands == text)
  }
}
