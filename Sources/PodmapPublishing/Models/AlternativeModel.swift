internal import PodmapComparison
internal import PodmapManifests
internal import PodmapTopology

/// An application in the other layout: its pods taken apart where containers share one, else all in one pod. A template
/// shows with it what grouping means for this application.
enum AlternativeModel {
  /// A list with one comparison, made when a template asks for it; empty where there is no other layout.
  static func value(of input: LinkedInput, chosen: Topology) -> TemplateValue {
    // The other layout is one of the whole input.
    guard chosen.nodes.count == input.topology.nodes.count else { return .list([]) }
    return .later { .list(comparison(of: input).map { [$0] } ?? []) }
  }

  /// More than that nobody would put into one pod, or read.
  private static let mostContainers = 200

  private static func comparison(of input: LinkedInput) -> TemplateValue? {
    let layout = Layout(input)
    guard layout.containers.count <= mostContainers else { return nil }
    let isShared = layout.pods.indices.contains { layout.running(in: $0).count > 1 }
    let conversion =
      isShared
      ? Split.run(input, Split.Options(separatesAll: true))
      : Merge.run(input, options: MergeOptions(isForced: true))
    guard conversion.converted > 0 else { return nil }
    let texts = conversion.files.map { (name: $0.name, text: $0.text) }
    let other = Layout(LinkedInput(texts: texts, subject: input.subject, keepsSources: true))
    let (one, several) = isShared ? (layout, other) : (other, layout)
    let comparison = Comparison(one, several)
    var model = ComparisonModel(comparison, left: "one pod", right: "several pods")
    model.isSplit = isShared
    return model.value()
  }
}
