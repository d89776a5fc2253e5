internal import PodmapManifests
package import PodmapTopology

extension LinkedInput {
  /// Opens, reads and links files, directories, and standard input for `-`, with the references of a project.
  package init(
    reading inputs: [String], project: ProjectFile = ProjectFile(), keepsSources: Bool = false,
    onStep say: (String) -> Void = { _ in }
  ) {
    say("finding files")
    self.init(
      SourceScan(inputs).sources, subject: ApplicationName.subject(inputs), references: project.references,
      found: project.diagnostics, keepsSources: keepsSources, onStep: say)
  }

  /// The name of the application, for titles; `nil` if nothing says it.
  package var applicationName: String? { ApplicationName(topology, subject: subject).text }
}
