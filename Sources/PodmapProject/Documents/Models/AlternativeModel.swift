internal import PodmapComparison
internal import PodmapConversion
internal import PodmapManifests
internal import PodmapTopology

/// An application in the other layout: split if containers share a pod, else merged into one pod. Templates use it to
/// show what grouping means for this application.
struct AlternativeModel {
  /// A comparison of one pod with several; `nil` if the other layout would not run, or if the application is too large.
  let comparison: ComparisonModel?
  /// Why the other layout would not run.
  let obstacles: [Diagnostic]

  init(_ input: LinkedInput) {
    let layout = Layout(input)
    guard layout.containers.count <= Limit.alternativeContainers.value else {
      (comparison, obstacles) = (nil, [])
      return
    }
    let isShared = layout.pods.indices.contains { layout.running(in: $0).count > 1 }
    // A forced conversion doesn't run: a picture of it would show calls that don't happen.
    let conversion = isShared ? Split.run(input, Split.Options(separatesAll: true)) : Merge.run(input)
    obstacles = conversion.diagnostics.filter { $0.severity == .error }
    guard conversion.converted > 0, obstacles.isEmpty else {
      comparison = nil
      return
    }
    let texts = conversion.files.map { (name: $0.name, text: $0.text) }
    let other = Layout(
      LinkedInput(
        texts: texts, subject: input.subject, namespace: input.topology.defaultNamespace, keepsSources: true))
    let (one, several) = isShared ? (layout, other) : (other, layout)
    var model = ComparisonModel(Comparison(one, several, subject: .layouts), left: "one pod", right: "several pods")
    model.isSplit = isShared
    comparison = model
  }

  static func values(of input: LinkedInput, chosen: Topology) -> [TemplateKey: TemplateValue] {
    // The other layout is always that of the whole input.
    guard chosen.nodes.count == input.topology.nodes.count else {
      return [.alternative: .list([]), .obstacles: .list([])]
    }
    let both = TemplateValue.Deferred {
      let model = AlternativeModel(input)
      return .fields([
        .alternative: .list(model.comparison.map { [$0.value()] } ?? []),
        .obstacles: .list(model.obstacles.map(\.model)),
      ])
    }
    return [.alternative: both[.alternative], .obstacles: both[.obstacles]]
  }
}
