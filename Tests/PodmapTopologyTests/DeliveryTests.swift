import PodmapManifests
import PodmapTopology
import Testing

/// Objects of Argo CD, Flux and Fleet, and the folders that they deploy.
@Suite("Deployed folders")
struct DeliveryTests {
  private func graph(_ files: [(String, String)]) -> Topology {
    Topology(ManifestSet(reading: files.map { SourceFile(name: $0.0, text: $0.1) }).resources)
  }

  private func edges(_ topology: Topology) -> [String] {
    topology.edges.filter { $0.kind == .owns }.map {
      "\(topology.nodes[$0.from].name) \($0.label) \(topology.nodes[$0.to].name)"
    }
  }

  private func object(_ version: String, _ kind: String, _ name: String, _ spec: String = "{}", wave: Int? = nil)
    -> String
  {
    let wave = wave.map { ", annotations: {argocd.argoproj.io/sync-wave: '\($0)'}" } ?? ""
    return "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: \(name), namespace: n\(wave)}\nspec: \(spec)\n---\n"
  }

  @Test("A line leads to each object in the folder, from the object whose folder is closest")
  func folders() {
    let topology = graph([
      ("repo/root.yaml", object("argoproj.io/v1alpha1", "Application", "root", "{source: {path: ./apps/}}")),
      ("repo/apps/web.yaml", object("argoproj.io/v1alpha1", "Application", "web", "{sources: [{path: apps/web}]}")),
      ("repo/apps/web/s.yaml", object("v1", "Service", "s", wave: 2)),
      ("repo/other/apps/t.yaml", object("v1", "Service", "t")),
    ])
    #expect(edges(topology) == ["root deploys web", "web deploys in wave 2 s"])
    #expect(topology.edges.first { $0.label == "deploys" }?.evidence.map(\.path) == ["spec.source.path"])
  }

  @Test(
    "Each kind names its folder in its own way",
    arguments: [
      ("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "{path: ./a/b}"),
      ("helm.toolkit.fluxcd.io/v2", "HelmRelease", "{chart: {spec: {chart: ./a}}}"),
      ("fleet.cattle.io/v1alpha1", "GitRepo", "{paths: [x, a]}"),
      (
        "argoproj.io/v1alpha1", "ApplicationSet",
        "{generators: [{list: {elements: [{env: b}]}}], template: {spec: {source: {path: 'a/{{env}}'}}}}"
      ),
      (
        "argoproj.io/v1alpha1", "ApplicationSet",
        "{generators: [{git: {directories: [{path: 'a/*'}]}}], template: {spec: {source: {path: '{{.path.path}}'}}}}"
      ),
    ])
  func kinds(_ version: String, _ kind: String, _ spec: String) {
    let topology = graph([
      ("deploy.yaml", object(version, kind, "d", spec)), ("a/b/s.yaml", object("v1", "Service", "s")),
    ])
    #expect(edges(topology) == ["d deploys s"])
  }
}
