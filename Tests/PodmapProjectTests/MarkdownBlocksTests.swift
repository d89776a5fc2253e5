import PodmapManifests
import PodmapProject
import Testing

@Suite("Blocks in Markdown")
struct MarkdownBlocksTests {
  private func blocks(_ text: String, _ names: Set<String> = ["app"]) -> MarkdownBlocks {
    MarkdownBlocks(Array(text.utf8), named: names, file: "README.md")
  }

  private func messages(_ text: String, _ names: Set<String> = ["app"]) -> [String] {
    blocks(text, names).diagnostics.map { "\($0.place?.line ?? 0) \($0.message)" }
  }

  private func replaced(_ text: String, _ contents: [String: String] = ["app": "new\n\ntext\n"]) -> String {
    String(decoding: blocks(text, Set(contents.keys)).replacing(contents), as: UTF8.self)
  }

  @Test(
    "Everything outside a block is kept byte for byte",
    arguments: [
      // No final newline, before and behind.
      (
        "a\n<!-- podmap:begin app -->\nold\n<!-- podmap:end app -->\nb", "a\n<!-- podmap:begin app -->\n",
        "<!-- podmap:end app -->\nb"
      ),
      ("<!-- podmap:begin app -->\n<!-- podmap:end app -->", "<!-- podmap:begin app -->\n", "<!-- podmap:end app -->"),
      // Markers as they are written.
      (
        "\u{FEFF}<!--podmap:begin app-->  \nold\n  <!--  podmap:end   app -->\t\n\n\n",
        "\u{FEFF}<!--podmap:begin app-->  \n", "  <!--  podmap:end   app -->\t\n\n\n"
      ),
      // Text that is no UTF-8 is tested below; other control characters are text.
      (
        "\u{0}\r\u{7}\n<!-- podmap:begin app -->\n<!-- podmap:end app -->\n\r",
        "\u{0}\r\u{7}\n<!-- podmap:begin app -->\n", "<!-- podmap:end app -->\n\r"
      ),
    ])
  func outside(_ text: String, _ before: String, _ after: String) {
    #expect(blocks(text).diagnostics.isEmpty)
    #expect(Array(replaced(text).utf8) == Array((before + "new\n\ntext\n" + after).utf8))
  }

  @Test("Bytes that are not text are kept")
  func bytes() {
    let (before, after): ([UInt8], [UInt8]) = ([0xFF, 0xFE, 0x0A], [0xC3, 0x28, 0x0A, 0x80])
    let middle = "<!-- podmap:begin app -->\n<!-- podmap:end app -->\n"
    let blocks = MarkdownBlocks(before + Array(middle.utf8) + after, named: ["app"], file: "a.md")
    let expected = "<!-- podmap:begin app -->\nx\n<!-- podmap:end app -->\n"
    #expect(blocks.replacing(["app": "x\n"]) == before + Array(expected.utf8) + after)
  }

  @Test("A block has the line endings and the indentation of its first line")
  func lines() {
    #expect(
      Array(replaced("a\r\n<!-- podmap:begin app -->\r\nold\r\n<!-- podmap:end app -->\r\n").utf8)
        == Array("a\r\n<!-- podmap:begin app -->\r\nnew\r\n\r\ntext\r\n<!-- podmap:end app -->\r\n".utf8))
    #expect(
      replaced("- a\n\n  <!-- podmap:begin app -->\n  <!-- podmap:end app -->\n")
        == "- a\n\n  <!-- podmap:begin app -->\n  new\n\n  text\n  <!-- podmap:end app -->\n")
  }

  @Test("Several blocks are replaced, and those without new content are kept")
  func several() {
    let text =
      "<!-- podmap:begin a -->\n1\n<!-- podmap:end a -->\n-\n<!-- podmap:begin ab -->\n2\n<!-- podmap:end ab -->\n"
    #expect(
      replaced(text, ["ab": "x\n"])
        == "<!-- podmap:begin a -->\n1\n<!-- podmap:end a -->\n-\n<!-- podmap:begin ab -->\nx\n<!-- podmap:end ab -->\n"
    )
    #expect(replaced(text, ["a": "", "ab": "y\n"]).contains("<!-- podmap:begin a -->\n<!-- podmap:end a -->\n-\n"))
    #expect(blocks(text, ["a", "ab"]).names == ["a", "ab"])
  }

  @Test("Code inside a block is its content, whatever it says")
  func content() {
    let content = "\n```mermaid\n<!-- podmap:end app -->\n<!-- podmap:begin app -->\n```\n\n"
    let text = "<!-- podmap:begin app -->\n\(content)<!-- podmap:end app -->\nrest\n"
    #expect(messages(text).isEmpty)
    #expect(replaced(text, ["app": content]) == text)
    #expect(replaced(text) == "<!-- podmap:begin app -->\nnew\n\ntext\n<!-- podmap:end app -->\nrest\n")
  }

  @Test(
    "Wrong markers are errors with their line",
    arguments: [
      ("text\n", "1 there is no block 'app'; write <!-- podmap:begin app -->"),
      ("", "1 there is no block 'app'"),
      ("<!-- podmap:begin appendix -->\n<!-- podmap:end appendix -->\n", "2 there is no block 'app'"),
      ("a <!-- podmap:begin app -->\n<!-- podmap:end app --> b\n", "2 there is no block 'app'"),
      ("\n<!-- podmap:begin app -->\n", "2 the block 'app' has no end; write <!-- podmap:end app --> on a line below"),
      ("\n\n<!-- podmap:end app -->\n", "3 the block 'app' ends here but hasn't begun"),
      (
        "<!-- podmap:begin app -->\n<!-- podmap:end app -->\n<!-- podmap:begin app -->\n<!-- podmap:end app -->\n",
        "3 the block 'app' appears a second time, after line 1"
      ),
      (
        "<!-- podmap:begin app -->\n<!-- podmap:begin b -->\n<!-- podmap:end b -->\n<!-- podmap:end app -->\n",
        "2 the block 'b' begins inside the block 'app' of line 1"
      ),
      (
        "<!-- podmap:begin app -->\n<!-- podmap:begin app -->\n<!-- podmap:end app -->\n",
        "2 the block 'app' begins inside the block 'app' of line 1"
      ),
      (
        "<!-- podmap:begin app -->\n<!-- podmap:end appl -->\n<!-- podmap:end app -->\n",
        "2 the block 'appl' ends inside the block 'app' of line 1"
      ),
      ("```\n<!-- podmap:begin app -->\n<!-- podmap:end app -->\n```\n", "2 'podmap:begin app' is in code; put"),
      ("~~~~ md\n```\n~~~\n<!-- podmap:begin app -->\n~~~~\n", "4 'podmap:begin app' is in code; put"),
      ("    <!-- podmap:begin app -->\n    <!-- podmap:end app -->\n", "1 'podmap:begin app' is in code; put"),
      ("\t<!-- podmap:begin app -->\n", "1 'podmap:begin app' is in code; put"),
      (
        "<!-- podmap:begin app -->\n```\n<!-- podmap:end app -->\n",
        "1 the block 'app' has no end; nothing closes the code that begins on line 2"
      ),
    ])
  func wrong(_ text: String, _ message: String) {
    #expect(messages(text).first?.hasPrefix(message) == true, "\(messages(text))")
    #expect(messages(text.replacing("\n", with: "\r\n")).first?.hasPrefix(message) == true)
  }

  @Test("Code may contain examples of other blocks, and ``` inside a line opens none")
  func examples() {
    let block = "<!-- podmap:begin app -->\n<!-- podmap:end app -->\n"
    #expect(messages("```\n<!-- podmap:begin NAME -->\n```\n" + block).isEmpty)
    #expect(messages("```a```\n" + block).isEmpty)
    #expect(messages("````\n```\n````\n" + block).isEmpty)
    #expect(messages("    <!-- podmap:begin NAME -->\n" + block).isEmpty)
  }

  @Test("Markers are added at the end, after an empty line")
  func appending() {
    func added(_ text: String) -> String {
      String(decoding: MarkdownBlocks.appending("app", to: Array(text.utf8)), as: UTF8.self)
    }
    let markers = "<!-- podmap:begin app -->\n<!-- podmap:end app -->\n"
    #expect(added("") == markers)
    #expect(added("# A") == "# A\n\n" + markers)
    #expect(added("# A\n") == "# A\n\n" + markers)
    #expect(Array(added("# A\r\n").utf8) == Array(("# A\n\n" + markers).replacing("\n", with: "\r\n").utf8))
  }

  @Test("No title and no path can end a link to a picture")
  func images() throws {
    let (path, file) = (try #require(ProjectPath("docs/a b)(\u{E9}.svg")), try #require(ProjectPath("docs/guide/x.md")))
    #expect(
      BlockContent.images([(nil, path)], title: "a](x) ![<!-- \n`", from: file)
        == "\n![a\\](x) !\\[&lt;!\\-\\- \u{20}\\`](../a%20b%29%28%C3%A9.svg)\n\n")
  }

  @Test("A picture has a text of at most 250 characters that says what it shows")
  func alternativeText() throws {
    let (path, file) = (try #require(ProjectPath("a.svg")), try #require(ProjectPath("README.md")))
    let short = BlockContent.images([(nil, path)], title: "shop", summary: "2 Pods.", from: file)
    #expect(short == "\n![shop: 2 Pods.](a.svg)\n\n")
    let part = BlockContent.images([("a-db.svg", path)], title: "shop", summary: "", from: file)
    #expect(part.contains("![shop, a-db.svg](a.svg)"))
    let long = BlockContent.images(
      [(nil, path)], title: "shop", summary: String(repeating: "x", count: 400), from: file)
    #expect(long.contains("![shop: " + String(repeating: "x", count: 243) + "…](a.svg)"))
  }
}
