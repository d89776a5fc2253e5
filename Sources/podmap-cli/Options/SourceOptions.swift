import ArgumentParser
import PodmapProject

/// How kustomizations and charts are rendered.
struct SourceOptions: ParsableArguments {
  @OptionGroup var program: RendererOptions

  @Option(
    name: .customLong("values"),
    help: ArgumentHelp("A file with values for a chart; may be given several times.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var values: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value for a chart; may be given several times.", valueName: "key=value"))
  var set: [String] = []

  @Option(name: .long, help: ArgumentHelp("The name of a chart's release.", valueName: "name"))
  var release: String?

  @Option(name: .long, help: ArgumentHelp("The namespace that a chart is installed in.", valueName: "name"))
  var helmNamespace: String?

  @Option(
    name: .long, help: ArgumentHelp("The version of Kubernetes that a chart is rendered for.", valueName: "version"))
  var kubeVersion: String?

  @Option(
    name: .long,
    help: ArgumentHelp("An API that a chart can rely on; may be given several times.", valueName: "group/version"))
  var apiVersions: [String] = []

  var settings: SourceSettings {
    var settings = program.settings
    settings.helm = HelmSettings(
      values: values, set: set, release: release, namespace: helmNamespace, kubeVersion: kubeVersion,
      apiVersions: apiVersions)
    return settings
  }
}
