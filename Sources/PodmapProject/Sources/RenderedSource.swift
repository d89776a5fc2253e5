/// A kind of folder that another program must render before it can be read.
struct RenderedSource: Sendable {
  /// The file names any of which makes a folder such a source.
  let markers: [String]
  let noun: String
  /// What renders it.
  let command: String

  static let all: [RenderedSource] = [.kustomization, .chart]

  static let kustomization = RenderedSource(
    markers: ["kustomization.yaml", "kustomization.yml", "Kustomization"], noun: "a kustomization",
    command: "kubectl kustomize")
  static let chart = RenderedSource(markers: ["Chart.yaml"], noun: "a Helm chart", command: "helm template")

  /// The file in a folder that makes it such a source.
  func marker(in names: [String]) -> String? { names.first(where: markers.contains) }
}
