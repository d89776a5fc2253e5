import PodmapProject
import PodmapTestSupport
import Testing
import Foundation

@Suite("Differences of texts")
struct UnifiedDiffTests {
  private func diff(_ old: String?, _ new: String) -> String {
    UnifiedDiff(of: "a.md", from: old.map { Array($0.utf8) }, to: Array(new.utf8)).text
  }

  @Test("Nothing differs between equal texts")
  func equal() {
    #expect(diff("a\nb\n", "a\nb\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test("A change has three lines of context, and distant changes have separate hunks")
  func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("\n5\n", with: "\nfive\n").replacing("\n18\n", with: "\n")
    #expect(
      diff(old, new) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -15,6 +15,5 @@
         15
         16
         17
        -18
         19
         20

        """)
  }

  @Test("A missing file, and one without a final newline, are marked")
  func ends() {
    #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+a\n")
    #expect(
      diff("a", "a\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  @Test("Control characters are shown, not sent")
  func control() {
    #expect(diff("a\n", "\u{1B}[2J\n").hasSuffix("+\u{FFFD}[2J\n"))
  }

  @Test("patch makes the new text from the old one and the difference")
  func patch() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let old = (0..<40).map { "\($0 % 7)\n" }.joined()
      let new =
        (0..<40).filter { _ in UInt8.random(in: 0...9, using: &numbers) > 1 }.map { "\($0 % 7)\n" }.joined() + "x"
      let text = diff(old, new)
      try folder.write(old, to: "a.md")
      let outcome = try PodmapTestSupport.run(
        "/usr/bin/env", ["patch", "-s", "-p1"], input: Data(text.utf8), in: folder.url)
      #expect(outcome.exitCode == 0, "\(text)")
      #expect(try String(contentsOf: folder.url.appendingPathComponent("a.md"), encoding: .utf8) == new, "\(text)")
    }
  }

  @Test("Texts that have nothing in common are compared as a whole")
  func large() {
    let old = (0..<30_000).map { "a\($0)\n" }.joined()
    let new = (0..<30_000).map { "b\($0)\n" }.joined()
    #expect(diff(old, new).hasPrefix("--- a/a.md\n+++ b/a.md\n@@ -1,30000 +1,30000 @@\n-a0\n"))
  }
}
