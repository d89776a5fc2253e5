import PodmapComparison
import PodmapComparisonTestSupport
import Testing

@Suite("Versions and layouts")
struct SubjectTests {
  private func pod(_ name: String, _ containers: String...) -> String {
    let list = containers.map { "{name: \($0), image: \"\($0):1\"}" }.joined(separator: ", ")
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {containers: [\(list)]}\n---\n"
  }

  private func subject(_ left: String, _ right: String) -> Comparison.Subject {
    Comparison(layout(left), layout(right)).subject
  }

  @Test("The sample's one-pod and many-pod layouts are layouts, in both directions")
  func samples() throws {
    let (one, many) = (try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
    #expect(Comparison(one, many).subject == .layouts && Comparison(many, one).subject == .layouts)
  }

  @Test("The same pods are versions, whatever changes in them and whatever is added or removed")
  func samePods() {
    let left = pod("web", "server", "proxy") + pod("db", "postgres")
    #expect(subject(left, left) == .versions)
    #expect(subject(left, left.replacing(":1", with: ":2")) == .versions)
    #expect(subject(left, pod("web", "server", "proxy", "logs") + pod("mail", "smtp")) == .versions)
    #expect(subject(left, "") == .versions && subject("", left) == .versions)
  }

  @Test("A renamed workload is the same one")
  func renamed() {
    #expect(subject(pod("web", "server", "proxy"), pod("site", "server", "proxy")) == .versions)
  }

  @Test("One container that moves among many that stay makes no new layout; most containers do")
  func moved() {
    let others = pod("db", "postgres") + pod("cache", "redis") + pod("search", "engine")
    let left = pod("web", "server", "notifier") + others
    #expect(subject(left, pod("web", "server") + pod("notifier", "notifier") + others) == .versions)
    #expect(subject(pod("web", "server", "notifier"), pod("web", "server") + pod("n", "notifier")) == .layouts)
    #expect(subject(left, pod("all", "server", "notifier", "postgres", "redis", "engine")) == .layouts)
  }

  @Test("What the caller knows takes precedence, and pictures follow")
  func given() throws {
    let (one, many) = (try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
    #expect(Comparison(one, many, subject: .versions).bestPicture == .merged)
    #expect(Comparison(one, many).bestPicture == .sideBySide)
  }
}
