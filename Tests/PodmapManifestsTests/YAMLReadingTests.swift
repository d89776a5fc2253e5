import PodmapManifests
import Testing

/// Reads a text as the file `a.yaml`, found by a directory scan unless it is named.
func read(_ text: String, isNamed: Bool = false) -> ManifestSet {
  ManifestSet(reading: [SourceFile(name: "a.yaml", text: text, isNamed: isNamed)])
}

/// A manifest with one field under `data`.
func configMap(_ data: String) -> String {
  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n\(data)\n"
}

extension ManifestSet {
  /// The value under `data` of the only resource.
  func data(_ key: String) -> Value? { resources.first?.root["data"]?[key] }

  var messages: [String] { diagnostics.map(\.description) }
}

@Suite("Reading YAML")
struct YAMLReadingTests {
  @Test("Every value keeps its line and column")
  func places() throws {
    let set = read("# comment\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: é\n  labels: {a: b, c: d}\n")
    let labels = try #require(set.resources.first?.root.at("metadata", "labels"))
    let d = try #require(labels["c"])
    #expect(d.line == 6)
    #expect(d.column == 21)
    #expect(set.resources.first?.place == Place(file: "a.yaml", line: 2, column: 1))
  }

  @Test("Documents are split at markers, whatever comes before, between and after them")
  func documents() {
    let one = "apiVersion: v1\nkind: Pod\nmetadata: {name: NAME}\n"
    let text =
      "%YAML 1.1\n# head\n---\n" + one.replacing("NAME", with: "a") + "---\n---\n# only a comment\n---\n"
      + one.replacing("NAME", with: "b") + "...\n" + one.replacing("NAME", with: "c") + "--- # end\n"
    let set = read(text)
    #expect(set.resources.map(\.name) == ["a", "b", "c"])
    #expect(set.messages.isEmpty)
    #expect(set.resources.map(\.place.line) == [4, 11, 15])
  }

  @Test("A marker inside a block scalar ends the document, as YAML requires")
  func markerInScalar() {
    let set = read(configMap("  script: |\n    a\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}"))
    #expect(set.resources.map(\.name) == ["c", "p"])
    #expect(set.data("script")?.text == "a\n")
  }

  @Test("A broken document doesn't affect others, and its error has a position and says what to do")
  func brokenDocument() {
    let good = "apiVersion: v1\nkind: Pod\nmetadata: {name: NAME}\n---\n"
    let set = read(
      good.replacing("NAME", with: "a") + "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: b\n---\n"
        + good.replacing("NAME", with: "c"))
    #expect(set.resources.map(\.name) == ["a", "c"])
    #expect(set.messages.count == 1)
    #expect(set.messages[0].hasPrefix("a.yaml:8:1: error: the document can't be read: "))
    #expect(set.messages[0].hasSuffix("; indent with spaces instead of a tab"))
  }

  @Test(
    "Broken YAML is an error on the right line",
    arguments: [
      ("apiVersion: v1\nkind: Pod\nmetadata: {name: [}\n", 3),
      ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: 'open\n", 5),
      ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a: b\n", 4),
      ("apiVersion: v1\nkind: Pod\nmetadata: *nobody\n", 3),
      ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: @a\n", 4),
      ("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\u{1}b\n", 4),
      ("apiVersion: v1\nkind: Pod\nmetadata: &m {name: *m}\n", 3),
      ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n{a: b}: c\n", 4),
    ])
  func brokenLines(_ text: String, _ line: Int) throws {
    let set = read(text)
    #expect(set.resources.isEmpty)
    let diagnostic = try #require(set.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.place?.line == line, "\(diagnostic)")
  }

  @Test("A message never repeats an alias, which may be a password", arguments: ["*hunter2", "&hunter2 [*hunter2]"])
  func aliasPassword(_ value: String) {
    let set = read("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  password: \(value)\n")
    #expect(set.diagnostics.map(\.severity) == [.error])
    #expect(!set.messages.joined().contains("hunter2"))
  }

  @Test("A document that can't be read leaves nothing for the next one")
  func nothingLeft() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"
    let set = read(pod + "a: &a {b: [c\n---\n" + pod + "spec: *a\n---\n" + pod)
    #expect(set.diagnostics.map(\.severity) == [.error, .error])
    #expect(set.resources.count == 1)
  }

  @Test("Bytes that are not UTF-8 are an error at their position")
  func invalidUTF8() throws {
    let bytes = Array("apiVersion: v1\nkind: Pod\nmetadata: {name: ".utf8) + [0xFF, 0xFE] + Array("}\n".utf8)
    let set = ManifestSet(reading: [SourceFile(name: "a.yaml", bytes: bytes, isNamed: false)])
    #expect(set.diagnostics.first?.place == Place(file: "a.yaml", line: 3, column: 18))
    #expect(set.messages[0].hasSuffix("save the file as UTF-8"))
  }

  @Test("CRLF, a byte order mark and both kinds of UTF-16 read the same")
  func encodings() {
    let text =
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: käse\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\n"
    let units = Array(text.utf16)
    let encodings: [[UInt8]] = [
      Array(text.replacing("\n", with: "\r\n").utf8),
      [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
    ]
    for bytes in encodings {
      let set = ManifestSet(reading: [SourceFile(name: "a.yaml", bytes: bytes, isNamed: true)])
      #expect(set.resources.map(\.name) == ["käse", "b"])
      #expect(set.resources.map(\.place.line) == [1, 6])
      #expect(set.messages.isEmpty)
    }
  }

  @Test("Anchors, aliases and merge keys mean what they mean for kubectl")
  func aliases() {
    let set = read(
      configMap(
        "  base: &base {a: one, b: two}\n  alias: *base\n  merged: {<<: *base, b: own}\n"
          + "  list: {<<: [{a: first}, *base]}\n  quoted: {\"<<\": text}"))
    #expect(set.data("alias")?["b"]?.text == "two")
    #expect(set.data("merged")?["a"]?.text == "one")
    #expect(set.data("merged")?["b"]?.text == "own")
    #expect(set.data("merged")?.fields.map { $0.key.written } == ["b", "a"])
    #expect(set.data("list")?["a"]?.text == "first")
    #expect(set.data("list")?["b"]?.text == "two")
    #expect(set.data("quoted")?["<<"]?.text == "text")
  }

  @Test("Literal scalars keep their lines, folded ones join them")
  func blockScalars() {
    let set = read(configMap("  literal: |\n    a\n      b\n  folded: >-\n    c\n    d\n  keep: |+\n    e\n\n"))
    #expect(set.data("literal")?.text == "a\n  b\n")
    #expect(set.data("folded")?.text == "c d")
    #expect(set.data("keep")?.text == "e\n\n\n")
  }

  @Test("A duplicate key is a warning, and the last one is used")
  func duplicateKeys() {
    let many = (0..<40).map { "  k\($0): x" }.joined(separator: "\n")
    for data in ["  a: one\n  a: two", "\(many)\n  a: one\n  a: two"] {
      let set = read(configMap(data))
      #expect(set.data("a")?.text == "two")
      #expect(set.diagnostics.map(\.severity) == [.warning])
      #expect(set.messages[0].contains("the key 'a' occurs twice"))
    }
  }

  @Test(
    "A scalar is text until a field asks for a number or a boolean",
    arguments: [
      ("0440", 288, nil), ("0o17", 15, nil), ("0x1F", 31, nil), ("1_000", 1000, nil), ("-5", -5, nil),
      ("\"8080\"", 8080, nil), ("\"0440\"", 440, nil), ("12:30:45", nil, nil), ("yes", nil, true), ("off", nil, false),
      ("\"yes\"", nil, nil), ("99999999999999999999", nil, nil),
    ] as [(String, Int?, Bool?)])
  func scalarTypes(_ written: String, _ number: Int?, _ boolean: Bool?) {
    let value = read(configMap("  v: \(written)")).data("v")
    #expect(value?.integer == number)
    #expect(value?.boolean == boolean)
    #expect(value?.text == written.replacing("\"", with: ""))
  }

  @Test("Only a plain null is null", arguments: ["~", "null", "", "NULL"])
  func nulls(_ written: String) {
    #expect(read(configMap("  v: \(written)")).data("v")?.text == nil)
    #expect(read(configMap("  v: '\(written)'")).data("v")?.text == written)
  }
}
