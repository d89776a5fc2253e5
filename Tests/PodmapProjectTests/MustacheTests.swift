import PodmapManifests
import PodmapProject
import Testing

/// The clauses of the Mustache specification (https://github.com/mustache/spec) that docs/templates.md promises.
@Suite("Mustache")
struct MustacheTests {
  /// A template, what it makes, and the partials that it names.
  struct Row: Sendable, CustomTestStringConvertible {
    let clause: String
    let template: String
    let expected: String
    let partials: [String: String]

    init(_ clause: String, _ template: String, _ expected: String, _ partials: [String: String] = [:]) {
      self.clause = clause
      self.template = template
      self.expected = expected
      self.partials = partials
    }

    var testDescription: String { clause }
  }

  private static let values = TemplateValue.fields([
    .title: .text("Shop"),
    .message: .text(""),
    .number: .number(0),
    .isShared: .flag(true),
    .isSame: .flag(false),
    .ports: .list([]),
    .pods: .list([.fields([.name: .text("web")]), .fields([.name: .text("api"), .title: .text("Own")])]),
    .images: .texts(["a", "b", "c"]),
    .tables: .list([.texts(["a", "b"]), .list([.number(1), .number(2)])]),
    .pod: .fields([
      .name: .text("outer"), .subject: .text("pod"), .container: .fields([.name: .text("inner"), .ports: .list([])]),
    ]),
    .left: .fields([.right: .fields([.finding: .text("deep")])]),
    .right: .fields([.name: .text("elsewhere")]),
    .markdown: .markup("two\nlines\n"),
  ])

  private func check(_ row: Row) {
    let template = DocumentTemplate(row.template, name: "a.md", language: .markdown) { name in
      row.partials[name].map { (name, $0) }
    }
    #expect(template.diagnostics.isEmpty, "\(template.diagnostics)")
    #expect((try? template.text(of: Self.values)) == row.expected)
  }

  @Test(
    "Variables",
    arguments: [
      Row("text without a tag is written as it is", "a { b } }} c\n", "a { b } }} c\n"),
      Row("a template may be empty", "", ""),
      Row("a variable is its value", "Hello, {{title}}!\n", "Hello, Shop!\n"),
      Row("three braces write it too", "{{{title}}}", "Shop"),
      Row("so does an ampersand", "{{&title}}", "Shop"),
      Row("a number is written", "{{number}} {{{number}}} {{&number}}", "0 0 0"),
      Row("a flag is written", "{{isShared}} {{isSame}}", "true false"),
      Row("what is not there is empty", "({{summary}}{{{summary}}}{{&summary}})", "()"),
      Row("a dotted name is looked up step by step", "{{pod.container.name}} {{left.right.finding}}", "inner deep"),
      Row("a broken chain is empty", "({{pod.path.name}}{{pod.name.name}}{{summary.name}})", "()"),
      Row("only the first name of a chain is looked for outside", "{{#left}}({{right.name}}){{/left}}", "()"),
      Row("the chain begins where the first name is found", "{{#pod}}{{left.right.finding}}{{/pod}}", "deep"),
      Row("a dot is the item", "{{#images}}{{.}}{{{.}}}{{&.}}{{/images}}", "aaabbbccc"),
      Row("a dot before a name keeps to the item", "{{#pods}}({{.title}}){{/pods}}", "()(Own)"),
      Row("spaces around a variable stay", "| {{title}} |", "| Shop |"),
      Row("a variable alone in its line leaves the line", "  {{title}}\n", "  Shop\n"),
      Row(
        "spaces inside the tag do not count", "{{ title }}{{{ title }}}{{& title }}{{\n\ttitle\n}}", "ShopShopShopShop"),
      Row("what a value contains is not read as a template", "{{title.code}}", "`Shop`"),
    ])
  func variables(_ row: Row) { check(row) }

  @Test(
    "Sections",
    arguments: [
      Row("true writes it", "{{#isShared}}yes{{/isShared}}", "yes"),
      Row("false leaves it out", "({{#isSame}}no{{/isSame}})", "()"),
      Row("so does what is not there", "({{#summary}}no{{/summary}})", "()"),
      Row("an empty text", "({{#message}}no{{/message}})", "()"),
      Row("an empty list", "({{#ports}}no{{/ports}})", "()"),
      Row("zero is a value like others", "{{#number}}{{.}}{{/number}}", "0"),
      Row("fields become the context", "{{#pod}}{{name}} {{subject}}{{/pod}}", "outer pod"),
      Row(
        "names outside stay visible", "{{#pod}}{{#container}}{{name}} {{subject}} {{title}}{{/container}}{{/pod}}",
        "inner pod Shop"),
      Row("a text becomes the item", "{{#title}}{{.}} {{title}}{{/title}}", "Shop Shop"),
      Row("a list repeats it", "{{#pods}}{{name}} of {{title}};{{/pods}}", "web of Shop;api of Own;"),
      Row("each item is the item", "{{#images}}({{.}}){{/images}}", "(a)(b)(c)"),
      Row("lists in lists", "{{#tables}}({{#.}}{{.}}{{/.}}){{/tables}}", "(ab)(12)"),
      Row(
        "sections in sections", "{{#isShared}}a{{#isShared}}b{{#isSame}}c{{/isSame}}{{/isShared}}d{{/isShared}}", "abd"),
      Row(
        "one name may have several sections", "{{#isShared}}a{{/isShared}}\n* {{title}}\n{{#isShared}}b{{/isShared}}\n",
        "a\n* Shop\nb\n"),
      Row(
        "a dotted name", "{{#pod.container}}{{name}}{{/pod.container}}{{#pod.path.name}}no{{/pod.path.name}}", "inner"),
      Row(
        "an empty list in fields hides the one outside", "{{#pod.container}}({{#ports}}no{{/ports}}){{/pod.container}}",
        "()"),
      Row("spaces around stay", " | {{#isShared}} \t|\t {{/isShared}} | ", " |  \t|\t  | "),
      Row("so does a line end inside", " | {{#isShared}} {{! x }}\n {{/isShared}} | \n", " |  \n  | \n"),
      Row("two sections in one line", " {{#isShared}}a{{/isShared}}\n {{#isShared}}b{{/isShared}}\n", " a\n b\n"),
      Row("spaces inside the tag", "{{# isShared }}={{/ isShared }}", "="),
    ])
  func sections(_ row: Row) { check(row) }

  @Test(
    "Inverted sections",
    arguments: [
      Row("false writes it", "{{^isSame}}no{{/isSame}}", "no"),
      Row("true leaves it out", "({{^isShared}}no{{/isShared}})", "()"),
      Row("what is not there", "{{^summary}}none{{/summary}}", "none"),
      Row("an empty text", "{{^message}}none{{/message}}", "none"),
      Row("an empty list", "{{^ports}}none{{/ports}}", "none"),
      Row("fields, a list, zero", "({{^pod}}a{{/pod}}{{^pods}}b{{/pods}}{{^number}}c{{/number}})", "()"),
      Row(
        "several, and in each other", "{{^isSame}}a{{^isSame}}b{{/isSame}}{{/isSame}} {{^isSame}}c{{/isSame}}", "ab c"),
      Row("a dotted name", "({{^pod.name}}a{{/pod.name}}{{^pod.path.name}}b{{/pod.path.name}})", "(b)"),
      Row("the context stays", "{{#pod}}{{^message}}{{name}}{{/message}}{{/pod}}", "outer"),
      Row("spaces around stay", " | {{^isSame}} \t|\t {{/isSame}} | ", " |  \t|\t  | "),
      Row("spaces inside the tag", "{{^ isSame }}={{/ isSame }}", "="),
      Row("a tag alone in its line", "a\n{{^isSame}}\nb\n{{/isSame}}\nc\n", "a\nb\nc\n"),
    ])
  func inverted(_ row: Row) { check(row) }

  @Test(
    "Lines with one tag only are not written",
    arguments: [
      Row("sections", "a\n{{#isShared}}\nb\n{{/isShared}}\nc\n", "a\nb\nc\n"),
      Row("with spaces around", "a\n  {{#isShared}}  \nb\n\t{{/isShared}}\t\nc\n", "a\nb\nc\n"),
      Row("with CRLF", "a\r\n{{#isShared}}\r\nb\r\n{{/isShared}}\r\nc\r\n", "a\r\nb\r\nc\r\n"),
      Row("first in the template", "  {{#isShared}}\na{{/isShared}}\nb", "a\nb"),
      Row("last, without a line end", "#{{#isShared}}\n/\n  {{/isShared}}", "#\n/\n"),
      Row("last, with spaces after it", "a\n{{#isShared}}\nb\n{{/isShared}}  ", "a\nb\n"),
      Row("lines inside keep their spaces", "{{#isShared}}\n  a\n\n  b\n{{/isShared}}\n", "  a\n\n  b\n"),
      Row("a section left out takes its lines along", "a\n{{#isSame}}\nb\n{{/isSame}}\nc\n", "a\nc\n"),
      Row("two tags in one line leave the line", "a\n {{#isShared}}{{/isShared}}\nb\n", "a\n \nb\n"),
      Row("a tag beside text leaves the line", "a {{#isShared}}\nb\n{{/isShared}} c\n", "a \nb\n c\n"),
      Row("a tag after a section that ended in its line", "{{#isShared}}\nx{{/isShared}}{{! y }}\nz", "x\nz"),
    ])
  func standalone(_ row: Row) { check(row) }

  @Test(
    "Comments",
    arguments: [
      Row("are not written", "12{{! a comment }}34", "1234"),
      Row("may have several lines", "12{{!\n  a\n  comment\n}}34\n", "1234\n"),
      Row("alone in a line", "a\n  {{! b }}  \nc\n", "a\nc\n"),
      Row("alone in several lines", "a\n  {{!\n b\n  }}\nc\n", "a\nc\n"),
      Row("with CRLF", "a\r\n{{! b }}\r\nc\r\n", "a\r\nc\r\n"),
      Row("at the beginning and at the end", "{{! a }}\nb\n  {{! c }}", "b\n"),
      Row("beside text the spaces stay", "a {{! b }}\n", "a \n"),
      Row("contain any sign", "({{! # / {{ } = title }})", "()"),
      Row("look like a variable and are none", "({{!title}})", "()"),
    ])
  func comments(_ row: Row) { check(row) }

  @Test(
    "Delimiters",
    arguments: [
      Row("are changed", "{{=<% %>=}}(<%title%>)", "(Shop)"),
      Row("with signs of one character", "({{=[ ]=}}[title])", "(Shop)"),
      Row("the old ones are text then", "{{=<% %>=}}{{title}} <%title%>", "{{title}} Shop"),
      Row("and may come back", "{{=| |=}}|title||={{ }}=|{{title}}", "ShopShop"),
      Row("spaces inside the tag", "{{=  |   | =}}|title|{{=", "Shop{{="),
      Row("a line end inside the tag", "{{=|\n|=}}|title|", "Shop"),
      Row("alone in a line", "a\n  {{=| |=}}  \n|title|\n", "a\nShop\n"),
      Row("alone in a line with CRLF", "|\r\n{{= @ @ =}}\r\n|", "|\r\n|"),
      Row("beside text the spaces stay", "a {{=@ @=}}\nb", "a \nb"),
      Row(
        "in and after a section",
        "{{#isShared}}{{title}}|title|{{/isShared}}{{=| |=}}|#isShared|{{title}}|title||/isShared|",
        "Shop|title|{{title}}Shop"),
      Row("those of a section end with it", "{{#isShared}}{{=| |=}}|title||/isShared|{{title}}", "ShopShop"),
      Row("of an inverted section too", "{{^isSame}}{{=| |=}}|title||/isSame|{{title}}", "ShopShop"),
      Row("a partial begins with its own", "{{=| |=}}|> a|{{title}}", "Shop{{title}}", ["a": "{{title}}"]),
      Row("those of a partial end with it", "{{> a}}{{title}}|title|", "ShopShop|title|", ["a": "{{=| |=}}|title|"]),
      Row("a brace stays a brace", "{{=<% %>=}}<%{title}%> <%&title%>", "Shop Shop"),
      Row("may contain letters of other scripts", "{{=« »=}}«title»", "Shop"),
    ])
  func delimiters(_ row: Row) { check(row) }

  @Test(
    "Partials",
    arguments: [
      Row("are written where they are named", "({{> a}})", "(Shop)", ["a": "{{title}}"]),
      Row("see the names of the context", "{{#pods}}{{> a}};{{/pods}}", "web;api;", ["a": "{{name}}"]),
      Row("in each other", "{{> a}}", "*Shop!*", ["a": "*{{> b}}*", "b": "{{title}}!"]),
      Row("an empty one", "a\n{{> b}}\nc", "a\nc", ["b": ""]),
      Row("spaces around stay", "| {{> a}} |", "| \t|\t |", ["a": "\t|\t"]),
      Row("beside text they are not indented", "  {{title}}  {{> a}}\n", "  Shop  >\n>\n", ["a": ">\n>"]),
      Row("alone in a line they end it", "a\n{{> b}}\nc\n", "a\nx\nc\n", ["b": "x\n"]),
      Row("alone in a line with CRLF", "|\r\n{{> a}}\r\n|", "|\r\n>|", ["a": ">"]),
      Row("first in the template", "  {{> a}}\n>", "  >\n  >>", ["a": ">\n>"]),
      Row("last in the template", ">\n  {{> a}}", ">\n  >\n  >", ["a": ">\n>"]),
      Row(
        "each line is indented", "\\\n {{> a}}\n/\n", "\\\n |\n two\nlines\n |\n/\n", ["a": "|\n{{{markdown}}}\n|\n"]),
      Row("each line with CRLF too", "a\r\n  {{> b}}\r\n", "a\r\n  x\r\n  y\r\n", ["b": "x\r\ny\r\n"]),
      Row(
        "the lines of a section too", "  {{> a}}", "  - a\n  - b\n  - c\n", ["a": "{{#images}}\n- {{.}}\n{{/images}}\n"]
      ),
      Row("indentations add up", " {{> a}}\n", " x\n   y\n z\n", ["a": "x\n  {{> b}}\nz\n", "b": "y\n"]),
      Row("spaces inside the tag", "|{{>  a  }}|", "|x|", ["a": "x"]),
      Row("a path", "{{> parts/a.md}}", "x", ["parts/a.md": "x"]),
      Row(
        "have no place in the list outside", "{{#images}}{{> a}}{{/images}}", "aabbcc",
        ["a": "{{.}}{{^last()}}{{.}}{{/last()}}"]),
    ])
  func partials(_ row: Row) { check(row) }

  @Test(
    "The place of an item in its list",
    arguments: [
      Row("first, last", "{{#images}}{{#first()}}<{{/first()}}{{.}}{{^last()}}, {{/last()}}{{/images}}", "<a, b, c"),
      Row("index", "{{#images}}{{index()}}{{/images}}", "012"),
      Row("even, odd", "{{#images}}{{#even()}}e{{/even()}}{{#odd()}}o{{/odd()}}{{/images}}", "eoe"),
      Row("a flag keeps it", "{{#images}}{{#isShared}}{{index()}}{{/isShared}}{{/images}}", "012"),
      Row("an item of its own has none", "{{#images}}{{#title}}({{index()}}){{/title}}{{/images}}", "()()()"),
      Row("there is none outside a list", "({{index()}}{{#first()}}no{{/first()}})", "()"),
    ])
  func places(_ row: Row) { check(row) }

  @Test(
    "Invalid Mustache is an error with its place",
    arguments: [
      ("{{}}", "a.md:1:3: error: the tag has no end, or doesn't contain a name"),
      ("{{#}}{{/}}", "a.md:1:4: error: the tag has no end, or doesn't contain a name"),
      ("{{title", "a.md:1:8: error: the tag has no end; write }} after it"),
      ("{{title pods}}", "a.md:1:9: error: the tag has no end, or doesn't contain a name"),
      ("{{{title}} x", "a.md:1:9: error: the tag has no end, or doesn't contain a name"),
      ("{{ #pods }}", "a.md:1:4: error: the tag has no end, or doesn't contain a name"),
      ("a\r\n {{! b", "a.md:2:5: error: the tag has no end"),
      ("{{/title}}", "a.md:1:4: error: this ends a section other than the last one"),
      ("{{#title}}{{#pods}}{{/title}}{{/pods}}", "a.md:1:23: error: this ends a section other than the last one"),
      ("{{#title}}", "a.md:1:11: error: a section has no end"),
      ("{{=<%=}}", "a.md:1:4: error: these aren't delimiters"),
      ("{{=a b c=}}", "a.md:1:4: error: these aren't delimiters"),
      ("{{== ==}}", "a.md:1:4: error: these aren't delimiters"),
      ("{{=12345678901234567 }}=}}", "a.md:1:4: error: these aren't delimiters"),
      ("{{=<% %>", "a.md:1:4: error: these aren't delimiters"),
      ("é🐳{{#title}}\n{{/pods}}", "a.md:2:4: error: this ends a section other than the last one"),
    ])
  func wrong(_ text: String, _ message: String) {
    let messages = DocumentTemplate(text, name: "a.md", language: .markdown) { _ in nil }.diagnostics.map(\.description)
    #expect(messages.count == 1 && messages[0].hasPrefix(message), "\(messages)")
  }
}
