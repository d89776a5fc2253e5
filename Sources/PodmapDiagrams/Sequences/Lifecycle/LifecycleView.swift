import PodmapManifests
import PodmapTopology

extension SequenceView {
  /// How pods start, run and stop.
  package static let lifecycle = SequenceView(
    name: "lifecycle", help: "how each pod starts, runs and stops, as a sequence diagram",
    options: [.detail, .phase], content: .workloads
  ) { LifecycleView($0, $1).drawings }
}

/// Draws how the pods of each workload start, run and stop, as the Kubernetes documentation says; each rule names its
/// page.
struct LifecycleView {
  private(set) var drawings: [SequenceView.Result] = []
  private let options: SequenceOptions

  init(_ topology: Topology, _ options: SequenceOptions) {
    self.options = options
    let pods = LifecyclePod.all(in: topology)
    var names = PartNames()
    let isAlone = pods.count == 1
    for pod in pods { draw(pod, isAlone: isAlone, &names) }
    if pods.isEmpty {
      let diagram = SequenceDiagram(
        title: options.title ?? options.subject.map { "\($0): lifecycle" } ?? "Lifecycle",
        summary: "Nothing to draw: no object here creates pods.")
      drawings.append(SequenceView.Result(name: "lifecycle", diagram: diagram, remarks: [Self.noPods]))
    }
  }

  private mutating func draw(_ pod: LifecyclePod, isAlone: Bool, _ names: inout PartNames) {
    let name = names.name(for: pod.name)
    func add(_ script: LifecycleScript, _ phase: SequenceOptions.Phase, _ ending: String = "") {
      // If there are several diagrams, each needs its own heading.
      let title = title(of: pod, phase, isAlone: isAlone && ending.isEmpty)
      let diagram = script.diagram(title: title, summary: "\(pod.sentence(phase)).")
      drawings.append(SequenceView.Result(name: name + ending, diagram: diagram, remarks: pod.remarks))
    }
    let phase = options.phase
    switch options.detail {
    case .simple:
      // Explanations of pods usually draw only the start.
      let phase = phase ?? .start
      add(SimpleLifecycle(pod, phase).script, phase)
    case .full:
      if pod.containers.isEmpty {
        add(Self.script(of: pod, .start), .start)
        return
      }
      if let phase {
        add(Self.script(of: pod, phase), phase)
        return
      }
      let whole = Self.script(of: pod, .all)
      if whole.participantCount <= Limit.lifecycleParticipants.value {
        add(whole, .all)
        return
      }
      for phase in [SequenceOptions.Phase.start, .run, .stop] {
        add(Self.script(of: pod, phase), phase, "-\(phase.rawValue)")
      }
    }
  }

  private static func script(of pod: LifecyclePod, _ phase: SequenceOptions.Phase) -> LifecycleScript {
    var script = LifecycleScript(pod)
    if phase == .start || phase == .all {
      if phase == .all { script.heading("Start") }
      script.start()
    }
    if phase == .run || phase == .all {
      if phase == .all { script.heading("Run") }
      script.run()
    }
    if phase == .stop || phase == .all {
      if phase == .all { script.heading(pod.isFinite ? "End" : "Stop") }
      script.stop()
    }
    script.finish()
    return script
  }

  private func title(of pod: LifecyclePod, _ phase: SequenceOptions.Phase, isAlone: Bool) -> String {
    if let title = options.title, isAlone { return title }
    let sentence = pod.sentence(phase)
    return (options.title ?? options.subject).map { "\($0): \(sentence.prefix(1).lowercased())\(sentence.dropFirst())" }
      ?? sentence
  }

  private static let noPods = "no object in the input creates pods, so there is no lifecycle to draw"
}
