internal import PodmapManifests
package import PodmapTopology

extension LinkedInput {
  /// Opens, reads and links files, directories, and standard input for `-`, with the references of a project.
  /// `namespace` is that of objects that name none, instead of the project's.
  package init(
    reading inputs: [String], project: ProjectFile = ProjectFile(), namespace: DefaultNamespace? = nil,
    keepsSources: Bool = false, onStep say: (String) -> Void = { _ in }
  ) {
    say("finding files")
    self.init(
      SourceScan(inputs).sources, subject: Self.subject(inputs), references: project.references,
      namespace: namespace ?? project.defaultNamespace, found: project.diagnostics, keepsSources: keepsSources,
      onStep: say)
  }

  private static func subject(_ inputs: [String]) -> String? {
    let names = inputs.compactMap { input -> String? in
      let name = input.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init)
      return name == "-" ? nil : name
    }
    guard !names.isEmpty else { return nil }
    return names.count > Limit.listedNames.value
      ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}
