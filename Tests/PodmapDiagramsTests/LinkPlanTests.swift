import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite struct LinkPlanTests {
  @Test("A label names the container that a line to a compact pod is about")
  func details() {
    let plan = plan(SampleDiagrams.shop(.topToBottom, .compact))
    let labels = plan.lines.flatMap(\.labels)
    #expect(labels.contains("80 → http (server)"))
    #expect(labels.contains("migrate: DATABASE_URL"))
    // The only container of its pod needs no name.
    #expect(labels.contains("7070"))
  }

  @Test("Lines that would overlap are one line with all their labels")
  func merged() throws {
    var sketch = Sketch("", "")
    let pod = sketch.pod("pod", .compact, [(.app, "one", "", []), (.app, "two", "", [])])
    sketch.card("pod", .workload, "Pod", pod: pod)
    sketch.card("settings", .configuration, "ConfigMap")
    sketch.link("pod/one", "settings", .reads, "COLOUR")
    sketch.link("pod/two", "settings", .reads, "SIZE")
    sketch.link("pod/two", "settings", .reads, "SIZE")
    sketch.link("pod/two", "settings", .mounts, "/etc")
    let plan = plan(sketch.diagram)
    #expect(plan.lines.map(\.labels) == [["one: COLOUR", "two: SIZE"], ["two: /etc"]])
  }

  @Test("A line with a large number of labels says how many it omits")
  func manyLabels() throws {
    var sketch = Sketch("", "")
    sketch.card("a", .other, "A")
    sketch.card("b", .other, "B")
    for number in 1...9 { sketch.link("a", "b", .uses, "\(number)") }
    let line = try #require(plan(sketch.diagram).lines.first)
    #expect(line.shownLabels == ["1", "2", "3", "4", "5", "and 4 more"])
  }

  @Test("A link from a box to a frame around it is described in the box")
  func notes() {
    let diagram = SampleDiagrams.cluster
    let notes = plan(diagram).notes.map { "\($0.key.text): \($0.value)" }.sorted()
    #expect(
      notes == [
        "cluster__prod: [\"owns itself\"]", "kube__DaemonSet__agent: [\"agent runs on node worker-1\"]",
        "node__two: [\"node worker-2 runs on cluster prod\"]",
      ])
  }

  @Test("An arrow through a volume needs exactly one writer and a reader")
  func flow() {
    func volume(_ mounts: (Int, Bool)...) -> PodContent.Volume.Flow {
      PodContent.Volume(
        id: ElementID(trusted: "v"), name: "v", source: "",
        mounts: mounts.map { .init(container: $0.0, path: "", isReadOnly: $0.1) }
      ).flow
    }
    #expect(volume((0, false), (1, true)) == .oneWriter(0, readers: [1]))
    #expect(volume((0, true), (1, true)) == .together([0, 1]))
    #expect(volume((0, false), (1, false)) == .together([0, 1]))
    #expect(volume((0, false), (0, true)) == .together([0]))
    #expect(volume((0, false)) == .together([0]))
  }

  private func plan(_ diagram: FlowDiagram) -> LinkPlan {
    LinkPlan(diagram, ElementIndex(diagram))
  }
}
