import PodmapManifests

/// Objects that tell a controller to apply the manifests of a folder: one row for each kind.
///
/// The input may contain that folder; then the controller's object is connected with what it applies.
struct Delivery: Sendable {
  var kind: ResourceKind
  /// The fields with the path of the folder in its repository.
  var paths: [String]

  static let flux = Delivery(kind: "Kustomization.kustomize.toolkit.fluxcd.io", paths: ["spec.path"])

  static let all = [
    // https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
    Delivery(kind: "Application.argoproj.io", paths: ["spec.source.path", "spec.sources[].path"]),
    Delivery(
      kind: "ApplicationSet.argoproj.io",
      paths: ["spec.template.spec.source.path", "spec.template.spec.sources[].path"]),
    // https://fluxcd.io/flux/components/kustomize/kustomizations/
    flux,
    Delivery(kind: "HelmRelease.helm.toolkit.fluxcd.io", paths: ["spec.chart.spec.chart"]),
    // https://fleet.rancher.io/ref-gitrepo
    Delivery(kind: "GitRepo.fleet.cattle.io", paths: ["spec.paths[]"]),
  ]

  /// The folders that an object names, with where it names them; `source` is its position.
  func folders(of resource: Resource, source: Int) -> [DeliveredFolder] {
    let root = resource.root
    let generators = PathGenerators(root["spec"]?["generators"])
    return paths.flatMap { root.values(at: $0) }.flatMap { value, path -> [DeliveredFolder] in
      guard let text = value.text, !text.contains("://") else { return [] }
      let evidence = Evidence(value, path: path.text, in: resource.file)
      return generators.expand(text).map {
        DeliveredFolder(source: source, components: Self.components($0), evidence: evidence)
      }.filter { !$0.components.isEmpty }
    }
  }

  /// `./a//b/` is `a`, `b`.
  static func components(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
}

/// What an ApplicationSet fills into its template.
private struct PathGenerators {
  /// The values of the list generators.
  private var elements: [[(key: String, value: String)]] = []
  /// The patterns of folders of the git generators: `apps/*`.
  private var folders: [String] = []

  init(_ generators: Value?) {
    for generator in (generators?.items ?? []).prefix(Limit.generatedPaths.value) {
      for element in generator.at("list", "elements")?.items ?? [] {
        elements.append(element.fields.compactMap { key, value in value.text.map { (key.written, $0) } })
      }
      for folder in generator.at("git", "directories")?.items ?? [] where folder["exclude"]?.boolean != true {
        if let path = folder["path"]?.text { folders.append(path) }
      }
    }
  }

  func expand(_ text: String) -> [String] {
    guard text.contains("{{") else { return [text] }
    var paths: [String] = []
    if ["{{path}}", "{{.path.path}}", "{{ path }}", "{{ .path.path }}"].contains(text) { paths = folders }
    for element in elements {
      var path = text
      for (key, value) in element {
        for form in ["{{\(key)}}", "{{ \(key) }}", "{{.\(key)}}", "{{ .\(key) }}"] {
          path = path.replacing(form, with: value)
        }
      }
      if !path.contains("{{") { paths.append(path) }
    }
    return Array(paths.prefix(Limit.generatedPaths.value))
  }
}
