import ArgumentParser
import PodmapManifests
import PodmapTopology

/// Where objects are whose manifests name no namespace.
struct NamespaceOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The namespace of objects that name none; by default, the one in podmap.yaml, the only one that the input names, "
        + "or 'default'.",
      valueName: "name"))
  var defaultNamespace: String?

  var value: DefaultNamespace? { defaultNamespace.map { DefaultNamespace($0, .option) } }

  func validate() throws {
    guard let defaultNamespace, !DefaultNamespace.isName(defaultNamespace) else { return }
    throw ValidationError(
      "--default-namespace '\(defaultNamespace.shortened())' can't be the name of a namespace; "
        + DefaultNamespace.nameRule)
  }
}
