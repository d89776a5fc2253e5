import PodmapDiagrams
import PodmapTestSupport
import Testing

@Suite("Texts on Markdown pages")
struct MarkdownTextTests {
  @Test("A text becomes nothing else on a page, and reads the same", arguments: ActiveTexts.all)
  func texts(_ text: String) {
    // The check finds it if it isn't escaped.
    #expect(!ActiveMarkdown("x \(text) x").found.isEmpty)
    for line in [MarkdownText.text(text), "| \(MarkdownText.text(text)) |", "# \(MarkdownText.heading(text))"] {
      #expect(ActiveMarkdown(line).found == [])
    }
  }

  @Test(
    "Nothing is added to ordinary names and numbers",
    arguments: [
      "web-1", "nginx 1.27", "registry:5000/app", "100% of 5", "a & b", "1073741824", "deadbeef", "8080:80", "a - b",
      "GHOST-1", "tcp:80", "a: b: c", "[x]", "~ 1", "feedface",
    ])
  func ordinary(_ text: String) {
    #expect(!MarkdownText.text(text).contains("\u{2060}"))
  }
}
