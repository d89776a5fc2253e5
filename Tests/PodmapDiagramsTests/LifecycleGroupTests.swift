@testable import PodmapDiagrams
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("Workloads with the same life") struct LifecycleGroupTests {
  private func deployment(_ name: String, port: Int = 80, image: String = "a:1", probe: String = "/ready") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec:
          containers:
          - {name: \(name), image: "\(image)", readinessProbe: {httpGet: {path: \(probe), port: \(port)}}}

    """
  }

  private func joined(_ texts: [String]) -> String { texts.joined(separator: "---\n") }

  @Test("Names, images and ports make no diagram of their own; the others are named in a note")
  func same() {
    let text = joined([
      deployment("cart"), deployment("orders", port: 8080), deployment("users", image: "registry.example/b:2"),
    ])
    for options in [SequenceOptions(), .full] {
      let lives = Lives(text, options)
      #expect(lives.drawings.map(\.name) == ["cart"])
      #expect(lives.drawings[0].heading.hasPrefix("How Deployment cart and 2 others start"))
      #expect(
        lives.outline.first == "the same steps, with other names, images and ports: orders, users")
      #expect(lives.drawings[0].about == ["orders", "users"])
    }
  }

  @Test("What a diagram shows besides makes one of its own: the path of a probe, the policy of an image, the kind")
  func different() {
    let text = joined([deployment("cart"), deployment("orders", probe: "/up"), deployment("users", image: "a:latest")])
    #expect(Lives(text, .full).drawings.map(\.name) == ["cart", "orders", "users"])
    #expect(Lives(text, SequenceOptions()).drawings.map(\.name) == ["cart"])
    let pod = "---\n{apiVersion: v1, kind: Pod, metadata: {name: job}, spec: {containers: [{name: a, image: 'a:1'}]}}\n"
    #expect(Lives(text + pod, SequenceOptions()).drawings.map(\.name) == ["cart", "job"])
  }

  @Test("Every workload appears by name exactly once, however many there are")
  func complete() throws {
    let names = (1...120).map { "service-with-a-long-name-\($0)-x" }
    let drawings = Lives(joined(names.map { deployment($0) }), SequenceOptions()).drawings
    try #require(drawings.count == 1)
    let text = MermaidSequenceWriter().text(of: drawings[0].diagram)
      .split(separator: "\n").filter { $0.contains("Note over") }.joined()
    let title = drawings[0].diagram.title
    for name in names {
      #expect([text, title].map { $0.ranges(of: name).count }.reduce(0, +) == 1, "\(name)")
    }
    // The picture has room for all of them, too.
    let notes = SequenceLayout(drawings[0].diagram, hasIcons: true).notes.flatMap(\.text.lines)
    for name in names.dropFirst() { #expect(notes.joined(separator: " ").contains(name)) }
  }

  @Test("Workloads of several namespaces with one name are told apart")
  func namespaces() {
    let text = joined(
      ["a", "b"].map { deployment("web").replacing("{name: web}\nspec", with: "{name: web, namespace: \($0)}\nspec") })
    #expect(Lives(text, SequenceOptions()).drawings.map(\.about) == [["b/web"]])
  }

  @Test("A life in several diagrams names the others in the first one only")
  func phases() {
    let other = SampleLives.grace.replacing("name: slow", with: "name: slower")
    let drawings = Lives(SampleLives.grace + "\n---\n" + other, .full).drawings
    #expect(drawings.map(\.name) == ["slow-start", "slow-run", "slow-stop"])
    let notes = drawings.map { drawing in
      drawing.diagram.steps.filter { step in
        if case .note(let note) = step { note.text.hasPrefix("the same steps") } else { false }
      }.count
    }
    #expect(notes == [1, 0, 0])
    #expect(drawings[1].diagram.title == "How Pod slow and 1 other run")
  }
}
