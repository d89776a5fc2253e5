import PodmapManifests
import PodmapTopology

extension SequenceView {
  /// How pods start, run and stop.
  package static let lifecycle = SequenceView(
    name: "lifecycle", help: "how each pod starts, runs and stops, as a sequence diagram",
    options: [.steps, .phase], content: .workloads
  ) { LifecycleView($0, $1).drawings }
}

/// Draws how the pods of each workload start, run and stop, as the Kubernetes documentation says; each rule names its
/// page. Workloads whose pods take the same steps share a diagram.
struct LifecycleView {
  private(set) var drawings: [SequenceView.Result] = []
  private let options: SequenceOptions
  /// Names that several pods of the application have.
  private let shared: Set<String>

  /// One diagram of a pod, before it has a heading.
  private struct Part {
    var script: LifecycleScript
    var phase: SequenceOptions.Phase
    /// What its name ends with if there are several: "-stop".
    var ending = ""
  }

  init(_ topology: Topology, _ options: SequenceOptions) {
    self.options = options
    let pods = LifecyclePod.all(in: topology)
    shared = Set(Dictionary(grouping: pods, by: \.name).filter { $1.count > 1 }.keys)
    let groups = LifecycleGroup.all(of: pods) { pod in
      Self.parts(of: pod, options).map { $0.script.diagram(title: "", summary: "") }
    }
    var names = PartNames()
    for group in groups { draw(group, isAlone: groups.count == 1, &names) }
    if pods.isEmpty {
      let diagram = SequenceDiagram(
        title: options.title ?? options.subject.map { "\($0): lifecycle" } ?? "Lifecycle",
        summary: "Nothing to draw: no object here creates pods.")
      drawings.append(SequenceView.Result(name: "lifecycle", diagram: diagram, remarks: [Self.noPods]))
    }
  }

  private mutating func draw(_ group: LifecycleGroup, isAlone: Bool, _ names: inout PartNames) {
    let pod = group.first
    let name = names.name(for: pod.name)
    let workloads = group.names { shared.contains($0) }
    let parts = Self.parts(of: pod, options)
    for (number, part) in parts.enumerated() {
      // If there are several diagrams, each needs its own heading.
      let sentence = pod.sentence(part.phase, others: workloads.count - 1)
      var diagram = part.script.diagram(
        title: title(sentence, isAlone: isAlone && parts.count == 1), summary: "\(sentence).")
      // The first of several diagrams names the others, so that every name is found once.
      if number == 0, let last = diagram.participants.indices.last {
        let notes = LifecycleGroup.notes(Array(workloads.dropFirst()))
        diagram.steps.insert(contentsOf: notes.map { .note(SequenceDiagram.Note(.over(0...last), $0)) }, at: 0)
      }
      drawings.append(
        SequenceView.Result(
          name: name + part.ending, diagram: diagram,
          remarks: (part.script.pod.remarks + group.pods.dropFirst().flatMap(\.remarks)).uniqued, heading: sentence,
          about: Array(workloads.dropFirst())))
    }
  }

  private static func parts(of pod: LifecyclePod, _ options: SequenceOptions) -> [Part] {
    switch options.steps {
    case .simple:
      // Explanations of pods usually draw only the start.
      let phase = options.phase ?? .start
      return [Part(script: SimpleLifecycle(pod, phase).script, phase: phase)]
    case .full:
      if pod.containers.isEmpty { return [Part(script: script(of: pod, .start), phase: .start)] }
      if let phase = options.phase { return [Part(script: fitted(pod, phase), phase: phase)] }
      let whole = script(of: pod, .all)
      if whole.participantCount <= Limit.lifecycleParticipants.value { return [Part(script: whole, phase: .all)] }
      return [SequenceOptions.Phase.start, .run, .stop].map { phase in
        Part(script: fitted(pod, phase), phase: phase, ending: "-\(phase.rawValue)")
      }
    }
  }

  /// If a phase is too wide for a page, containers share columns. The whole life is as wide as it is.
  private static func fitted(_ pod: LifecyclePod, _ phase: SequenceOptions.Phase) -> LifecycleScript {
    let script = script(of: pod, phase)
    guard phase != .all, script.participantCount > Limit.lifecycleParticipants.value,
      !SequenceColumns(script.diagram(title: "", summary: ""), hasIcons: true).fitPage
    else { return script }
    return Self.script(of: pod.narrower, phase)
  }

  private static func script(of pod: LifecyclePod, _ phase: SequenceOptions.Phase) -> LifecycleScript {
    var script = LifecycleScript(pod)
    // A suspended Job or CronJob has no pods that run or stop, nor has a pod that has ended.
    if pod.workload.runsNoPods {
      script.start()
      return script
    }
    if phase == .start || phase == .all {
      if phase == .all { script.heading("Start") }
      script.start()
    }
    if phase == .run || phase == .all {
      if phase == .all { script.heading("Run") }
      script.run()
    }
    if phase == .stop || phase == .all {
      if phase == .all { script.heading(pod.endsWithItsWork ? "End" : "Stop") }
      script.stop()
    }
    script.finish()
    return script
  }

  private func title(_ sentence: String, isAlone: Bool) -> String {
    if let title = options.title, isAlone { return title }
    return (options.title ?? options.subject).map { "\($0): \(sentence.prefix(1).lowercased())\(sentence.dropFirst())" }
      ?? sentence
  }

  private static let noPods = "no object in the input creates pods, so there is no lifecycle to draw"
}
