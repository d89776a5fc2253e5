import PodmapManifests
import PodmapProject
import Testing

@Suite("Templates of documents")
struct TemplateTests {
  private func template(
    _ text: String, _ language: MarkupLanguage = .markdown, partials: [String: String] = [:]
  ) -> DocumentTemplate {
    DocumentTemplate(text, name: "a.md", language: language) { name in partials[name].map { ("\(name)", $0) } }
  }

  private let values = TemplateValue.fields([
    .title: .text("Shop"),
    .subject: .text(""),
    .isShared: .flag(true),
    .isSame: .flag(false),
    .pods: .list([.fields([.name: .text("web")]), .fields([.name: .text("api"), .title: .text("Own")])]),
    .images: .texts(["a:1", "b:2"]),
    .ports: .list([]),
    .markdown: .markup("**whole**\n"),
    .mermaid: .diagram("flowchart TB\n"),
  ])

  @Test(
    "Sections repeat, decide and are omitted; names are looked up in outer sections too",
    arguments: [
      ("{{title}}", "Shop"),
      ("{{#pods}}{{name}} of {{title}}{{^last()}}, {{/last()}}{{/pods}}", "web of Shop, api of Own"),
      ("{{#isShared}}yes{{/isShared}}{{#isSame}}no{{/isSame}}{{^isSame}}no{{/isSame}}", "yesno"),
      ("{{#subject}}no{{/subject}}{{^subject}}nothing{{/subject}}", "nothing"),
      ("{{pods.count}} {{#pods.any}}some{{/pods.any}}{{#ports.any}}no{{/ports.any}}", "2 some"),
      ("{{images}} {{images.code}} {{pods.code}}", "a:1, b:2 `a:1`, `b:2` `web`, `api`"),
      ("{{title.code}} {{{title.code}}}", "`Shop` `Shop`"),
      ("{{markdown}}\n{{mermaid}}\nend", "**whole**\n```mermaid\nflowchart TB\n```\nend"),
      ("{{=<% %>=}}<%title%> {{title}}", "Shop {{title}}"),
      ("{{! a comment }}\n{{title}}", "Shop"),
      ("{{> part.md}}!", "Shop is here!"),
      ("a\r\n{{#pods}}\r\n- {{name}}\r\n{{/pods}}\r\n", "a\r\n- web\r\n- api\r\n"),
    ])
  func engine(_ text: String, _ expected: String) throws {
    let template = template(text, partials: ["part.md": "{{title}} is here"])
    #expect(template.diagnostics.isEmpty, "\(template.diagnostics)")
    #expect(try template.text(of: values) == expected)
  }

  @Test(
    "A mistake is an error with its place, and nothing is made",
    arguments: [
      ("a\n{{titel}}", "a.md:2:1: error: templates have no name 'titel'; did you mean 'title'?"),
      (
        "{{#pods}}\n{{pods.nam}}\n{{/pods}}",
        "a.md:2:1: error: templates have no name 'nam'; did you mean"
      ),
      ("{{qwertyuiop}}", "a.md:1:1: error: templates have no name 'qwertyuiop'; docs/templates.md lists"),
      ("a\n{{#pods}}\nb", "a.md:3:2: error: a section has no end; write {{/name}} after it"),
      ("{{#pods}}\n{{/title}}", "a.md:2:4: error: this ends a section other than the last one"),
      ("x {{title", "a.md:1:10: error: the tag has no end"),
      ("{{> other.md}}", "a.md:1:1: error: there is no template 'other.md'; name a file next to this one"),
      ("{{> self.md}}", "self.md:1:3: error: the template 'self.md' would contain itself"),
      ("{{% CONTENT_TYPE:HTML}}", "a.md:1:1: error: templates have no parents {{<, blocks {{$ or settings {{%"),
      ("{{<part.md}}{{/part.md}}", "a.md:1:1: error: templates have no parents {{<"),
      ("a {{$block}}{{/block}}", "a.md:1:3: error: templates have no parents {{<"),
      ("{{uppercased(title)}}", "a.md:1:1: error: templates have no function 'uppercased'"),
      ("{{bogus()}}", "a.md:1:1: error: templates have no function 'bogus'"),
      ("{{#title}}{{=<% %>=}}<%/title%>{{titel}}", "a.md:1:32: error: templates have no name 'titel'"),
      ("a\u{0}b", "a.md:1:1: error: this isn't text"),
    ])
  func wrong(_ text: String, _ message: String) throws {
    let template = template(text, partials: ["self.md": "x {{> self.md}}"])
    let messages = template.diagnostics.map(\.description)
    #expect(messages.first?.hasPrefix(message) == true, "\(messages)")
    #expect(try template.text(of: values).isEmpty)
  }

  @Test("A template that would take too long is rejected with its place")
  func limits() throws {
    let deep = String(repeating: "{{#title}}", count: 700) + "x" + String(repeating: "{{/title}}", count: 700)
    #expect(
      template(deep).diagnostics.map(\.message) == [
        "sections nest deeper than 32 levels; close some of them earlier"
      ])
    #expect(
      template(String(repeating: "x", count: 300_000)).diagnostics.first?.message.hasPrefix("the template is larger")
        == true)
    var (chain, twice): ([String: String], [String: String]) = ([:], [:])
    for number in 0..<3_000 { chain["p\(number)"] = "{{> p\(number + 1)}}" }
    for number in 0..<30 { twice["p\(number)"] = "{{> p\(number + 1)}}{{> p\(number + 1)}}" }
    twice["p30"] = "x"
    for partials in [chain, twice] {
      let found = template("{{> p0}}", partials: partials)
      #expect(found.diagnostics.contains { $0.message.hasPrefix("templates include each other too often") })
      #expect(try found.text(of: values).isEmpty)
    }
  }

  @Test("A document whose sections multiply, or that grows too long, is an error that names the limit")
  func growth() {
    let nested = String(repeating: "{{#images}}", count: 32) + "x" + String(repeating: "{{/images}}", count: 32)
    let long = "{{#images}}{{#images}}{{#images}}" + String(repeating: "y", count: 250_000)
    let times = long + "{{/images}}{{/images}}{{/images}}"
    for (text, limit) in [(nested, "template-sections"), (times + "{{> p}}", "document-size")] {
      let partials = ["p": String(repeating: "{{> q}}", count: 40), "q": times]
      let error = #expect(throws: RequestError.self) { try template(text, partials: partials).text(of: values) }
      #expect(error?.textForOptions.hasSuffix("raise the limit with --limit \(limit)=…") == true)
    }
  }

  static let hostile = [
    "<script>alert(1)</script>", "a | b", "`code`", "[link](http://x)", "![i](x)", "# head", "1. one", "- item", "+ x",
    "**bold**", "a\nb\n\n# c", "\u{0}", "{{title}}", "https://example.com/x", "www.example.com", "@someone",
    "a@example.com", "1) x", "/close", "#12", "[x](javascript:a) ![t](y) **b**", "&lt;", "\u{202E}abc", "```",
    "| --- |", "~~x~~", "$x$", "<!-- podmap:end x -->", "==x",
    String(repeating: "x", count: 10_000), "🐳", "مرحبا",
  ]

  @Test("A text from a manifest is nothing but text, with two braces and with three", arguments: hostile)
  func escaping(_ text: String) throws {
    let values = TemplateValue.fields([.title: .text(text)])
    let line = try template("| {{title}} | {{{title}}} | {{title.code}} |{{title.html}}").text(of: values)
    #expect(!line.contains("\n") && !line.contains("<script") && !line.contains("<!--"), "\(line)")
    let plain = line.replacing("\\\\", with: "").replacing("\\|", with: "")
    #expect(plain.count { $0 == "|" } == 4, "\(line)")
    #expect(!line.contains("https://e") || line.contains("`https://e"))
    #expect(line.utf16.count < 4_000)
    #expect(!line.contains("\u{202E}"))
    // As HTML, nothing of it is Markdown either.
    let markup = try template("{{title.html}}").text(of: values)
    #expect(!markup.contains { "*_[]()!|`<>".contains($0) }, "\(markup)")
    let html = try template("<p title=\"{{title}}\">{{{title}}} {{title.code}}</p>", .html).text(of: values)
    #expect(html.count { $0 == "<" } == 4 && html.count { $0 == "\"" } == 2, "\(html)")
  }

  @Test("Built-in templates use only names that are visible, and each says what it is for")
  func builtIn() throws {
    for file in TemplateFile.builtIn {
      let template = try TemplateFile.read(file.name)
      #expect(template.diagnostics.isEmpty, "\(file.name): \(template.diagnostics)")
      #expect(!file.help.isEmpty && file.text.hasSuffix("\n"))
    }
    #expect(
      TemplateFile.builtIn.map(\.name) == [
        "application", "pod-vs-container", "comparison", "pull-request", "merge-request", "gallery",
      ])
  }

  @Test("Broken templates end in a message, whatever is broken in them")
  func broken() throws {
    let pieces = [
      "{{", "}}", "{{#pods}}", "{{/pods}}", "{{^", "{{>", "{{<x}}", "{{$b}}", "{{/b}}", "{{=", "=}}", "a\n", "{{{",
      "}}}",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let text = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      _ = try template(text).text(of: values)
    }
  }
}
