import PodmapComparison
import PodmapManifests
import PodmapTestSupport
import Testing
import PodmapComparisonTestSupport

@Suite("Reports of comparisons")
struct ReportTests {
  private func webapp() throws -> Comparison {
    Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
  }

  @Test("The sample's layouts as text, Markdown and JSON equal the goldens")
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

  @Test("Nothing is listed if both sides are the same")
  func same() throws {
    let layout = try sample("webapp/multi-pod")
    let report = ComparisonReport(Comparison(layout, layout), left: "a", right: "b")
    #expect(report.text.contains("3 of 3 containers matched, no changes\n"))
    #expect(!report.text.contains("CHANGES"))
    #expect(report.markdown.contains("3 are the same on both sides.\n"))
    #expect(ComparisonJSON(report: layout).contains("\"changes\": [],\n"))
  }

  @Test("Markdown fits into a GitHub comment and says how much is left out")
  func longMarkdown() {
    let left = (0..<900).map { deployment("workload-\($0)", image: "registry.example/team/image-\($0):1") }.joined()
    let report = ComparisonReport(
      Comparison(layout(left), layout(left.replacing(":1\"", with: ":2\""))), left: "l", right: "r")
    #expect(report.markdown.utf16.count <= Limit.commentCharacters.value)
    #expect(report.markdown.contains(" more rows left out; JSON (`-o report.json`) has all of them.\n"))
    #expect(report.text.split(separator: "\n").filter { $0.contains("image changed") }.count == 900)
  }

  @Test("A report begins with exposure, policies and workloads; between layouts, the reasons and the changes follow")
  func order() throws {
    let markdown = ComparisonReport(try webapp(), left: "a", right: "b").markdown
    let parts = markdown.split(separator: "## ").map { $0.prefix { $0 != "\n" } }
    #expect(parts.dropFirst().prefix(4) == ["Exposure", "Workloads", "One pod or several", "Changes"])
  }

  @Test("A report about two versions has nothing about one pod or several, even if a container has moved")
  func versions() throws {
    let (left, right) = (try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
    let titles = { (comparison: Comparison) in
      Set(
        ComparisonReport(comparison, left: "a", right: "b").markdown.split(separator: "\n").compactMap { line in
          line.hasPrefix("## ")
            ? String(line.dropFirst(3)) : line.wholeMatch(of: /<summary>(.*)<\/summary>/).map { String($0.1) }
        })
    }
    let about: Set = ["One pod or several", "Layouts", "Pods", "Containers", "Shared volumes"]
    #expect(titles(Comparison(left, right, subject: .layouts)).isSuperset(of: about.subtracting(["Shared volumes"])))
    #expect(titles(Comparison(left, right, subject: .versions)).isDisjoint(with: about))
    #expect(titles(Comparison(right, right)).isDisjoint(with: about))
  }

  @Test(
    "Names from manifests in a finding are neither markup nor links nor mentions",
    arguments: [
      "@someone", "#1", "https://x.example/y", "<b>", "**b**", "[a](b)", "a|b", "`", "www.example.com", "_a_",
    ])
  func hostileFindings(_ name: String) {
    let pods =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - {name: '\(name)', image: x}\n"
      + "  - {name: b, image: y, ports: [{containerPort: 1}]}\n"
    let own = layout(pods)
    let comparison = Comparison(own, own, subject: .layouts)
    let markdown = ComparisonReport(comparison, left: "a", right: "b").markdown
    let row = markdown.split(separator: "\n").first { $0.contains("| sidecar |") } ?? ""
    #expect(row.contains("has no port"))
    // Outside code there are only words and numbers.
    let prose = row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined().replacing("<br>", with: "")
    #expect(prose.allSatisfy { $0.isLetter || $0.isNumber || " |;,'–()".contains($0) }, "\(row)")
  }

  @Test(
    "No text from a manifest ends a cell, a row or a code span, or sends control characters to a terminal",
    arguments: [
      "a|b", "a\\|b", "`", "``", "a`b|c", "<script>x</script>", "@someone", "#1", "https://example.com", "x\u{1b}[31my",
      "a\\", "**x**", "\u{202e}x", "| --- |", "]]>", "&lt;", "<br>",
    ])
  func hostile(_ text: String) throws {
    let quoted = text.flatMap { $0 == "'" ? ["'", "'"] : [$0] }
    guard !text.contains("\u{1b}") else {
      // YAML allows such a character only in double quotes.
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
