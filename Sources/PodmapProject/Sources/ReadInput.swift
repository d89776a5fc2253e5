internal import PodmapManifests
package import PodmapTopology

extension LinkedInput {
  /// Opens, reads and links files, directories, and standard input for `-`, with the references of a project.
  /// `namespace` is that of objects that name none, instead of the project's.
  package init(
    reading inputs: [String], project: ProjectFile = ProjectFile(), namespace: DefaultNamespace? = nil,
    settings: SourceSettings = SourceSettings(), keepsSources: Bool = false,
    onStep say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    var settings = settings
    settings.named = project.charts
    let namespace = namespace ?? project.defaultNamespace
    settings.defaultNamespace = namespace?.name
    let sources = SourceScan(inputs, settings, onStep: say).sources
    self.init(
      consume sources, subject: ApplicationName.subject(inputs), settings: project.graph,
      namespace: namespace, found: project.diagnostics, keepsSources: keepsSources,
      onStep: say)
  }

  /// The name of the application, for titles; `nil` if nothing says it.
  package var applicationName: String? {
    ApplicationName(topology, subject: subject, variants: variants).text
  }
}
