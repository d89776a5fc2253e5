internal import PodmapManifests

extension RenderedSource {
  /// A Helm chart, rendered by `helm template` from the files in its folder alone.
  static let chart = RenderedSource(
    markers: ["Chart.yaml"], noun: "a Helm chart",
    candidates: [Candidate(name: "helm", task: ["template"])],
    ownsFolders: true,
    words: { folder, settings in
      [settings.helm.release ?? HelmChart.name(folder) ?? "release", folder] + settings.helm.words
    },
    namespace: \.helm.namespace,
    check: { folder, _ in
      HelmChart.missingDependencies(folder).map { [$0] } ?? SourceLinks.escapes(below: folder, boundary: folder)
    },
    parts: { SourceParts(files: [$0 + "/Chart.yaml"], isOnlyPart: HelmChart.isLibrary($0)) },
    shown: { HelmChart.shown($0, in: $1) },
    origins: { SourceOrigins(HelmChart.templates(in: $0)) },
    unlisted: { _ in [] },
    read: nil,
    advice: [
      Advice(says: "missing in charts/", advice: "download the chart's dependencies first: helm dependency update"),
      Advice(says: "kubeVersion", advice: "say for which version to render: --kube-version 1.31"),
      Advice(says: "execution error", advice: givesValues),
      Advice(says: "values don't meet the specifications", advice: givesValues),
      Advice(says: "nil pointer", advice: givesValues),
    ])

  private static let givesValues = "give the values that the chart requires: --values FILE or --set KEY=VALUE"
}

/// A chart's own description.
enum HelmChart {
  static func name(_ folder: String) -> String? { field("name", of: folder) }

  /// Whether it only has templates for other charts.
  static func isLibrary(_ folder: String) -> Bool { field("type", of: folder) == "library" }

  /// A message about dependencies that the chart's folder doesn't contain, without which Helm renders nothing.
  static func missingDependencies(_ folder: String) -> String? {
    let described = FileSystem.contents(of: folder + "/Chart.yaml").flatMap { Value.only(in: $0) }
    let required = (described?["dependencies"]?.items ?? []).compactMap { $0["name"]?.text }
    let present = (try? FileSystem.names(in: folder + "/charts")) ?? []
    // A folder can have any name; an archive has that of the chart and its version.
    let folders = present.compactMap { name("\(folder)/charts/\($0)") }
    let missing = required.filter { name in
      !folders.contains(name) && !present.contains { $0.hasPrefix(name + "-") && $0.hasSuffix(".tgz") }
    }
    if missing.isEmpty { return nil }
    let words = missing.uniqued.map { $0.shortened() }.joined(separator: ", ")
    return "charts that it depends on are missing in its folder charts/: \(words); "
      + "download them first: helm dependency update \(folder.typed)"
  }

  private static func field(_ key: String, of folder: String) -> String? {
    FileSystem.contents(of: folder + "/Chart.yaml").flatMap { Value.only(in: $0)?[key]?.text }
  }

  /// The templates of a chart and of the charts in it, with the names that Helm gives them.
  static func templates(in rendered: RenderedFolder) -> [(path: String, name: String)] {
    var result: [(path: String, name: String)] = []
    let top = rendered.shown(rendered.path)
    func add(_ folder: String, _ shown: String, depth: Int) {
      for path in files(below: folder + "/templates") {
        result.append((path, shown + path.dropFirst(folder.count)))
      }
      guard depth < Limit.nestedCharts.value else { return }
      for name in (try? FileSystem.names(in: folder + "/charts")) ?? [] {
        let chart = "\(folder)/charts/\(name)"
        if FileSystem.isFile(chart + "/Chart.yaml") { add(chart, "\(shown)/charts/\(name)", depth: depth + 1) }
      }
    }
    add(rendered.path, top.isEmpty ? "." : top, depth: 0)
    return result
  }

  private static func files(below folder: String) -> [String] {
    SourceLinks.entries(below: folder).filter { FileName.isManifest($0) && FileSystem.isFile($0) }
  }

  /// The name that is shown for a template which Helm calls `chart/templates/web.yaml`.
  static func shown(_ origin: String, in rendered: RenderedFolder) -> String {
    let top = rendered.shown(rendered.path)
    let rest = origin.split(separator: "/", maxSplits: 1).last.map(String.init) ?? origin
    return (top.isEmpty ? "." : top) + "/" + rest
  }
}
