internal import PodmapManifests
struct Kustomization: Sendable {
  let folder: String
  let file: String
  var folders: [String]
  var components: [String]
  var files: [String]
  var remote: [String]
  var isComponent: Bool
  var unapplied: [String]
}
struct KustomizationTree: Sendable {
  let root: Kustomization?
  let all: [Kustomization]
  let diagnostics: [Diagnostic]
  var remote: [(file: String, entry: String)]
  init(folder: String) { root = nil; all = []; diagnostics = []; remote = [] }
  func escapes(from boundary: String) -> [String] { [] }
}
struct RenderedObject: Sendable {
  var text: String
  var origin: String?
}
struct KustomizationReader {
  let objects: [RenderedObject]
  let unapplied: [String]
  let diagnostics: [Diagnostic]
  init(_ tree: KustomizationTree) { objects = []; unapplied = []; diagnostics = [] }
}
