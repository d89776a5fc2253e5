internal import PodmapManifests

/// The files that the inputs of `podmap.yaml` are made from, as they are: also what kustomizations and charts refer to.
struct PublishSources {
  /// By their real paths.
  private let paths: Set<String>

  init(_ project: ProjectFile, _ settings: SourceSettings) {
    let settings = settings.with(project.charts, readsSourcesOnly: true)
    let files = project.inputs.flatMap { SourceScan($0.map(\.text), settings).files }
    paths = Set(files.map(\.name).filter(Self.isUsed).compactMap(RealPath.of))
  }

  func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Everything in the folder of a chart belongs to it, but most of it, such as its documentation, changes nothing.
  private static func isUsed(_ path: String) -> Bool {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard FileSystem.isFile("\(folder)/Chart.yaml") else { continue }
      let rest = path[slash...].dropFirst()
      return ["templates/", "crds/", "files/"].contains { rest.hasPrefix($0) } || rest == "values.schema.json"
    }
    return true
  }
}
