import PodmapComparison
import PodmapComparisonTestSupport
import Testing

@Suite("Lines about workloads")
struct WorkloadChangeTests {
  private func lines(_ left: String, _ right: String) -> [String] {
    Comparison(layout(left), layout(right)).workloadChanges.map { "\($0.kind.rawValue) \($0.sentence.plain)" }
  }

  private func pod(_ name: String, _ containers: String...) -> String {
    let list = containers.map { "{name: \($0), image: \"\($0):1\"}" }.joined(separator: ", ")
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [\(list)]}\n---\n"
  }

  @Test("What is gone comes first, then what is new, moved, updated and otherwise changed")
  func order() {
    let left =
      pod("a", "one", "two") + pod("b", "three") + pod("old", "four")
      + deployment("web", image: "web:1", more: "env: [{name: A, value: \"1\"}]") + deployment("api", image: "api:1")
    let right =
      pod("a", "one") + pod("b", "three", "two") + pod("new", "five")
      + deployment("web", image: "web:1", more: "env: [{name: A, value: \"2\"}]")
      + deployment("api", image: "api:2", replicas: 3)
    #expect(
      lines(left, right) == [
        "removed Pod old: removed",
        "added Pod new: new, 1 pod; container five added (five:1)",
        "regrouped Pod a: container two moved to Pod b",
        "regrouped Pod b: container two moved here from Pod a",
        "updated Deployment api: replicas 1 pod → 3 pods; image api:1 → api:2",
        "changed Deployment web: environment changed",
      ])
  }

  @Test("One workload is one line, and further changes are counted")
  func long() {
    let left = pod("a", "one", "two", "three", "four", "five", "six", "seven")
    let found = lines(left, left.replacing(":1", with: ":2"))
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("container four: image four:1 → four:2 and 3 more") == true, "\(found)")
  }

  @Test("A renamed workload says what it was")
  func renamed() {
    #expect(lines(pod("a", "one"), pod("b", "one")) == ["updated Pod b: workload renamed a → b"])
  }

  @Test("With several namespaces, names have theirs")
  func namespaces() {
    func application(_ image: String) -> String {
      ["shop", "mail"].map { namespace in
        deployment("web", image: "web:\(image)").replacing("{name: web}", with: "{name: web, namespace: \(namespace)}")
      }.joined()
    }
    #expect(
      lines(application("1"), application("2")).map { $0.prefix(32) } == [
        "updated Deployment mail/web: ima", "updated Deployment shop/web: ima",
      ])
  }
}
