import PodmapComparison
import PodmapTestSupport
import Testing

@Suite("Reports of comparisons")
struct ReportTests {
  private func webapp() throws -> Comparison {
    Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
  }

  @Test("The layouts of the sample as a table, as Markdown and as JSON are the committed ones")
  func goldens() throws {
    let comparison = try webapp()
    let report = ComparisonReport(comparison, left: "single-pod", right: "multi-pod")
    let json = ComparisonJSON(comparison, left: "single-pod", right: "multi-pod")
    let outputs = [("webapp.txt", report.text), ("webapp.md", report.markdown), ("webapp.json", json.text)]
    let failures = outputs.compactMap { name, text in
      do {
        try Golden().check(text, named: name)
        return nil as String?
      } catch { return "\(error)" }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test("Nothing is listed where both sides are the same")
  func same() throws {
    let layout = try sample("webapp/multi-pod")
    let report = ComparisonReport(Comparison(layout, layout), left: "a", right: "b")
    #expect(report.text.contains("3 of 3 containers matched, no change\n"))
    #expect(!report.text.contains("CHANGES"))
    #expect(report.markdown.contains("3, the same on both sides.\n"))
    #expect(ComparisonJSON(report: layout).contains("\"changes\": [],\n"))
  }

  @Test(
    "No text from a manifest ends a cell, a row or a code span, or reaches a terminal as control characters",
    arguments: [
      "a|b", "a\\|b", "`", "``", "a`b|c", "<script>x</script>", "@someone", "#1", "https://example.com", "x\u{1b}[31my",
      "a\\", "**x**", "\u{202e}x", "| --- |", "]]>", "&lt;", "<br>",
    ])
  func hostile(_ text: String) throws {
    let quoted = text.flatMap { $0 == "'" ? ["'", "'"] : [$0] }
    guard !text.contains("\u{1b}") else {
      // YAML has no such character outside of double quotes.
      try check(image: "\"x\\e[31my\"")
      return
    }
    try check(image: "'\(String(quoted))'")
  }

  private func check(image: String) throws {
    func pod(_ image: String) -> String {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - {name: a, image: \(image)}\n"
    }
    let comparison = Comparison(layout(pod("plain:1")), layout(pod(image)))
    let plain = Comparison(layout(pod("plain:1")), layout(pod("plain:2")))
    let report = ComparisonReport(comparison, left: "l", right: "r")
    let expected = ComparisonReport(plain, left: "l", right: "r")
    #expect(comparison.changes.count == 1)
    func shape(_ text: String) -> [String] {
      text.split(separator: "\n").map { String($0.filter { "|`".contains($0) }) }
    }
    #expect(shape(report.markdown) == shape(expected.markdown))
    for output in [report.text, report.markdown] {
      #expect(!output.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
    }
    let lines = ComparisonJSON(comparison, left: "l", right: "r").text.split(separator: "\n").count
    #expect(lines == ComparisonJSON(plain, left: "l", right: "r").text.split(separator: "\n").count)
  }
}

extension ComparisonJSON {
  /// A layout compared with itself.
  fileprivate init(report layout: Layout) {
    self.init(Comparison(layout, layout), left: "a", right: "b")
  }

  fileprivate func contains(_ part: String) -> Bool { text.contains(part) }
}
