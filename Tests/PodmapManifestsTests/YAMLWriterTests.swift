import Testing

@testable import PodmapManifests

@Suite("Writing YAML")
struct YAMLWriterTests {
  private func draft(_ text: String) -> Draft {
    let bytes = Array(text.utf8)
    let chunk = DocumentSplitter.chunks(of: bytes)[0]
    var comments = SourceComments(bytes[chunk.range], firstLine: chunk.line)
    return Draft(YAMLReader.read(chunk, of: bytes).documents[0].root, &comments)
  }

  @Test("A manifest in the usual style is written unchanged")
  func unchanged() {
    let text = """
      # Serves the shop.
      # Twice.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web # the door
        labels: {}
        annotations:
          empty: ""
          port: "8080"
          single: 'it''s # no comment'
          "on": yes
      spec: # what is wanted
        replicas: 3
        template:
          spec:
            containers:
              # The only one.
              - name: web
                args:
                  - --url=http://localhost:80
                  - "y"
                  - |
                    set -e
                      exec "$@" # no comment
                env:
                  - name: A
                    value: one line
                # Last.
                image: nginx:1.27 # pinned
      data:
        keep: |+
          a

        strip: |-
          a
          b
        spaces: |2-
            a
          b

      """
    #expect(YAMLWriter.text(draft(text)) == text)
  }

  @Test("Lists may be written below their keys without indentation")
  func flatLists() {
    let text = """
      containers:
      - name: web
        args:
        - a
        - - b
          - c

      """
    #expect(YAMLWriter.text(draft(text), indentsLists: false) == text)
  }

  @Test("Comments in flow lists, aliases and merged mappings are kept")
  func flow() {
    let text = """
      base: &base {a: 1, b: [x, 'y']} # base
      own:
        <<: *base
        c: *base

      """
    #expect(
      YAMLWriter.text(draft(text)) == """
        base:
          a: 1 # base
          b:
            - x
            - 'y'
        own:
          c:
            a: 1
            b:
              - x
              - 'y'
          a: 1
          b:
            - x
            - 'y'

        """)
  }

  static let hostile = [
    "", " ", "~", "null", "yes", "No", "on", "0x1F", "012", "1e3", "12:30:45", "2001-01-01", "1_000", ".5", "-", "- a",
    "?", ": a", "a: b", "a:", "a #b", "#a", "a#b", "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a`", "\"", "'",
    "a'b\"c", "{a}", "[a]", "a,b", "---", "--- a", "...", "a\nb", "a\nb\n", "\na", "\n", "\n\n", "a\n\n\nb\n\n",
    " a\nb",
    "  \na", "a\n  ", "a \nb ", "\ta\nb", "a\tb", "\u{0}", "\u{1b}[31m", "\u{85}", "a\u{2028}b\nc", "\u{feff}a", "\r\n",
    "a\r\nb", "😀", "عربى\nb", "<<", "=", "\\", "\\n", "${A}", "{{ .Values.a }}", "-1", "+1", ".inf", ".NaN", "0o17",
    "0b1", "a:b", "http://a:80", "key: |\n  a", "# a\nb", "---\na", "a\n---\nb", "a\n...\n",
    String(repeating: "a ", count: 80),
    String(repeating: "long\n", count: 300),
  ]

  @Test("Every text is read back unchanged, in every style and position", arguments: hostile)
  func roundTrip(_ text: String) throws {
    for style in [Value.Style.plain, .singleQuoted, .doubleQuoted, .literal, .folded] {
      let own = style == .plain ? Draft(text) : Draft(.scalar(text, style))
      var commented = own
      commented.comments = [text]
      commented.remark = text
      let whole: Draft = [
        "list": [own, [own, own], ["key": own, "other": commented], commented],
        "field": own, "commented": commented, "inner": ["deep": ["deeper": own]], "last": own,
      ]
      var keyed = whole
      keyed[text] = own
      for (draft, indents) in [(whole, true), (keyed, false)] {
        let written = YAMLWriter.text(draft, indentsLists: indents)
        let bytes = Array(written.utf8)
        let chunks = DocumentSplitter.chunks(of: bytes)
        try #require(chunks.count == 1, "\(written)")
        let outcome = YAMLReader.read(chunks[0], of: bytes)
        #expect(outcome.failure == nil, "\(written)")
        let root = try #require(outcome.documents.first?.root)
        var comments = SourceComments([], firstLine: 1)
        let again = Draft(root, &comments)
        #expect(again.means(draft), "\(written)")
        #expect(root["field"]?.written == text && root["field"]?.isNull == false)
        #expect(root["list"]?.item(at: 1)?.item(at: 1)?.written == text)
      }
    }
  }

  @Test("A path leads to its scalar")
  func paths() throws {
    var draft = draft("spec: {containers: [{name: a, env: [{name: X, value: old}]}]}\ndata: {nginx.conf: b, 'a\"]': c}")
    let steps = try #require(DraftPath.steps("spec.containers[0].env[0].value"))
    #expect(draft.value(at: steps)?.text == "old")
    #expect(draft.change(at: steps) { $0 = "new" })
    #expect(draft.value(at: steps)?.text == "new")
    for key in ["nginx.conf", "a\"]"] {
      let path = FieldPathText(key)
      #expect(draft.value(at: try #require(DraftPath.steps(path.text)))?.text != nil)
    }
    for broken in ["a[", "a[x]", "a..b", ".a", "a[\"b", "a[1"] { #expect(DraftPath.steps(broken) == nil) }
    #expect(!draft.change(at: [.key("spec"), .key("none")]) { $0 = "new" })
  }

  /// As `FieldPath` writes keys that are not words.
  private struct FieldPathText {
    let text: String

    init(_ key: String) {
      text = "data[\"\(key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"]"
    }
  }
}
