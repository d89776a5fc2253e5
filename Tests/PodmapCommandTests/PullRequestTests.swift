import Foundation
import PodmapTestSupport
import Testing

/// A pull request that opens a Service to the outside, drops a NetworkPolicy, moves a container into another pod and
/// changes an image: `Tests/PullRequest`.
@Suite("Comments on pull and merge requests")
struct PullRequestTests {
  private let podmap: PodmapCommand
  private let change = packageFolder().appendingPathComponent("Tests/PullRequest")

  init() throws {
    podmap = try PodmapCommand()
  }

  /// As the jobs run it: in the checkout, with the base elsewhere.
  private func comment(_ template: String) throws -> String {
    let base = change.appendingPathComponent("base").path
    let outcome = try podmap(
      "compare", base, ".", "--project", "--template", template, in: change.appendingPathComponent("head"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output
  }

  @Test("The comments of both services equal the goldens", arguments: ["pull-request", "merge-request"])
  func goldens(_ template: String) throws {
    try Golden(beside: change.appendingPathComponent("x").path).check(comment(template), named: "\(template).md")
  }

  @Test("What a reviewer must know comes first: exposure, policies, workloads, the picture; tables are folded")
  func order() throws {
    for template in ["pull-request", "merge-request"] {
      let text = try comment(template)
      let parts = ["**Exposure**", "**NetworkPolicies**", "**Workloads**", "```mermaid", "<details>"]
      let places = parts.compactMap { text.firstRange(of: $0)?.lowerBound }
      #expect(places.count == parts.count && places == places.sorted(), "\(template)")
      #expect(!text.contains("One pod or several") && !text.contains("| total pods |"))
      #expect(text.contains("opened**: Service `admin`"))
      #expect(text.contains("no longer isolated**: StatefulSet `database`"))
      #expect(text.contains("container `notifier` moved here from Deployment `worker`"))
      #expect(text.contains("`registry.example/tickets/api:2.7.3` → `registry.example/tickets/api:2.8.0`"))
      // Every table is in a part that is folded.
      let shown = text.components(separatedBy: "<details>")[0]
      #expect(!shown.contains("| --- |"))
      #expect(text.utf16.count < 65_536)
      let mermaid = text.components(separatedBy: "```mermaid\n")[1].components(separatedBy: "```")[0]
      #expect(mermaid.utf16.count <= (template == "merge-request" ? 2_000 : 50_000))
    }
  }

  @Test("docs/ci.md shows the comment as it is")
  func documented() throws {
    let page = try String(contentsOf: packageFolder().appendingPathComponent("docs/ci.md"), encoding: .utf8)
    let shown = try comment("pull-request").components(separatedBy: "### deploy\n")[1]
      .components(separatedBy: "\n8 of 8")[0]
    #expect(page.contains(shown))
  }

  @Test("If nothing changes, one line says so")
  func same() throws {
    let head = change.appendingPathComponent("head")
    for template in ["pull-request", "merge-request"] {
      let outcome = try podmap("compare", head.path, ".", "--project", "--template", template, in: head)
      #expect(outcome.output == "## What changes\n\n**deploy**: nothing changes.\n")
    }
  }

  @Test("A section without changes is absent")
  func absent() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func map(_ value: Int) -> String {
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: \"\(value)\"}\n"
    }
    try folder.write(map(1), to: "a.yaml")
    try folder.write(map(2), to: "b.yaml")
    let text = try podmap("compare", "a.yaml", "b.yaml", "--template", "pull-request", in: folder.url).output
    #expect(text.contains("0 of 0 containers matched, 1 change."))
    for title in ["Exposure", "NetworkPolicies", "Workloads"] { #expect(!text.contains("**\(title)**")) }
  }

  @Test(
    "Names can't add markup, links or mentions to a comment",
    arguments: ["@team", "#1", "<script>x</script>", "`", "a`b", "]", "](http://x)", "**b**", "| x |", "/close", "- x"])
  func hostile(_ name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func application(_ type: String, _ image: String, _ home: String) -> String {
      func pod(_ pod: String, _ more: String) -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: "\(pod)\(name)", labels: {app: "\(pod)"}}
        spec:
          containers:
          - {name: "main\(name)", image: "\(pod)\(name):\(image)"}
        \(home == pod ? "  - {name: \"m\(name)\", image: \"mover\"}" : "")
        \(more)
        ---

        """
      }
      let policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: \"\(name)\"}\n"
        + "spec: {podSelector: {matchLabels: {app: a}}, "
        + "ingress: [{from: [{podSelector: {matchLabels: {k: \"\(name)\"}}}]}]}\n"
      return pod("a", "") + pod("b", "") + pod("c", "")
        + "apiVersion: v1\nkind: Service\nmetadata: {name: \"\(name)\"}\n"
        + "spec: {type: \(type), selector: {app: a}, ports: [{port: 80}]}\n---\n"
        + (type == "ClusterIP" ? policy : "")
    }
    try folder.write(application("ClusterIP", "1", "a"), to: "left/x.yaml")
    try folder.write(application("LoadBalancer", "2", "b"), to: "right/x.yaml")
    for template in ["pull-request", "merge-request"] {
      let text = try podmap("compare", "left", "right", "--template", template, in: folder.url).output
      let shown = text.components(separatedBy: "\n```mermaid")[0].split(separator: "\n")
      let items = shown.filter { $0.hasPrefix("- ") }
      #expect(items.count >= 5, "\(text)")
      for line in items {
        // Texts with angle brackets are code in HTML, where backticks might not be read.
        let item = line.replacing(/<code>[^<]*<\/code>/, with: "")
        let parts = item.split(separator: "`", omittingEmptySubsequences: false)
        #expect(parts.count % 2 == 1, "\(item)")
        // Outside code there are only words of our own.
        let prose = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
          .replacing(/^- (\*\*[a-z ]+\*\*: )?/, with: "")
        #expect(prose.allSatisfy { $0.isLetter || $0.isNumber || " ,;:()→".contains($0) }, "\(item)")
      }
      #expect(shown.allSatisfy { !$0.hasPrefix("/") })
    }
  }
}
