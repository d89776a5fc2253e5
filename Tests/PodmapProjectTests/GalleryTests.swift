import PodmapManifests
import PodmapProject
import Testing

@Suite("The gallery page")
struct GalleryTests {
  private func path(_ text: String) throws -> ProjectPath { try #require(ProjectPath(text)) }

  @Test("It shows pictures with relative addresses, and links the rest")
  func page() throws {
    let entry = GalleryModel.Entry(
      title: "A <b> & \"c\"", summary: "2 <Pods>.", name: "app", inputs: [try path("deploy")],
      files: [try path("docs/a b.svg"), try path("docs/a b.png"), try path("docs/app.pdf"), try path("app.mmd")])
    let html = try GalleryModel([entry], documents: [("The <app>", try path("docs/app.md"))]).html(
      at: try path("docs/diagrams/index.html"))
    #expect(html.contains("<h2>A &lt;b&gt; &amp; &quot;c&quot;</h2>"))
    #expect(html.contains("<img src=\"../a%20b.svg\" alt=\"A &lt;b&gt; &amp; &quot;c&quot;: 2 &lt;Pods&gt;.\""))
    #expect(!html.contains("<img src=\"../a%20b.png\""), "one of each picture is enough")
    #expect(html.contains("<a href=\"../a%20b.png\">") && html.contains("<a href=\"../../app.mmd\">"))
    #expect(html.contains("<a href=\"../app.md\" title=\"docs/app.md\">The &lt;app&gt;</a>"))
    #expect(!html.contains("<script") && !html.contains("http"))
  }

  @Test("Without pictures it is still a page")
  func empty() throws {
    let html = try GalleryModel([], documents: []).html(at: try path("index.html"))
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n") && !html.contains("<section"))
  }
}
