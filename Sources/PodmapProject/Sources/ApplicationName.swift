internal import PodmapManifests
internal import PodmapTopology

/// The name of an application, for the titles of its pictures.
struct ApplicationName {
  let text: String?

  /// `subject` is the name of the input, its folder or file; `variants` are what was chosen among alternatives, as in
  /// "shop (production)".
  init(_ topology: Topology, subject: String?, variants: [String]) {
    let name =
      Self.common("app.kubernetes.io/part-of", in: topology) ?? Self.common("app.kubernetes.io/instance", in: topology)
      ?? subject
    let words = variants.joined(separator: ", ")
    text = variants.isEmpty ? name : name.map { "\($0) (\(words))" } ?? words
  }

  /// The value of a label that most workloads have, if they agree.
  private static func common(_ key: String, in topology: Topology) -> String? {
    var values: Set<String> = []
    var (labelled, all) = (0, 0)
    for node in topology.nodes where node.workload != nil && node.presence == .present {
      all += 1
      guard let label = node.labels.first(where: { $0.key == key }), !label.value.isEmpty else { continue }
      values.insert(label.value)
      labelled += 1
    }
    return values.count == 1 && labelled * 2 > all ? values.first : nil
  }
}

extension ApplicationName {
  /// The name of the inputs: their folder, without words that every repository uses for it.
  static func subject(_ inputs: [String]) -> String? {
    // Where a folder is on this machine must not be in a picture.
    let paths = inputs.filter { $0 != "-" }.map { path in
      let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
      return path.hasPrefix("/") ? Array(parts.suffix(1)) : parts
    }
    let names = paths.compactMap { own(path: $0) }.uniqued
    guard let first = names.first else { return nil }
    if names.count == 1 { return first }
    if names.count <= 3 { return names.joined(separator: ", ") }
    // Files of one folder are one application.
    return common(paths).flatMap { own(path: $0) } ?? "\(names.count) inputs"
  }

  /// The last component that says something; the last one if none does.
  private static func own(path: [Substring]) -> String? {
    guard let last = path.last else { return nil }
    let telling = path.reversed().map(plain).filter { !usual.contains($0.lowercased()) }
    guard let name = telling.first else { return plain(last) }
    guard isVariant(name) else { return name }
    // `shop/overlays/prod` is shop.
    let application = telling.first { !isVariant($0) && !usualForSources.contains($0.lowercased()) }
    return application.map { "\($0) (\(name))" } ?? name
  }

  /// Whether a folder is called like a variant of an application.
  static func isVariant(_ name: String) -> Bool { variants.contains(name.lowercased()) }

  /// Without the extension of a manifest.
  private static func plain(_ name: Substring) -> String {
    for ending in [".yaml", ".yml", ".json"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
    return String(name)
  }

  private static func common(_ paths: [[Substring]]) -> [Substring]? {
    guard var common = paths.first.map({ $0.dropLast() }) else { return nil }
    for path in paths { while !path.starts(with: common) { common.removeLast() } }
    return common.isEmpty ? nil : Array(common)
  }

  /// What folders and files with manifests are called everywhere.
  static let usual: Set<String> = [
    "manifests", "manifest", "kubernetes", "kubernetes-manifests", "k8s", "kube", "deploy", "deployment", "deployments",
    "base", "overlays", "yaml", "yamls", "resources", "install", "namespace-install", "config", "all", "all-in-one",
    "release", "input", "templates", "src", "infra", "main", "complete-demo", "list",
  ]

  /// What folders with charts and kustomizations are called everywhere.
  static let usualForSources: Set<String> = [
    "helm", "chart", "charts", "helm-chart", "helm-charts", "kustomize", "kustomization", "overlay", "envs", "env",
    "environments", "environment", "clusters", "bases",
  ]

  /// What variants of an application are called.
  private static let variants: Set<String> = [
    "dev", "development", "qa", "uat", "stage", "staging", "test", "testing", "prod", "production", "prd", "live",
    "local", "preview",
  ]
}
