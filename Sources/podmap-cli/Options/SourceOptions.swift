import ArgumentParser
import PodmapProject

/// How kustomizations and charts are rendered.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The program that renders kustomizations or charts, instead of the first of kubectl, kustomize and helm on PATH.",
      valueName: "path"))
  var renderer: String?

  @Flag(name: .long, help: "Start no other program: read kustomizations as far as possible, and no charts.")
  var noRender = false

  @Flag(name: .long, help: "Let the renderer fetch what a kustomization refers to on the network.")
  var allowRemote = false

  @Option(
    name: .long, help: ArgumentHelp("How long a renderer may take (60 by default).", valueName: "seconds"))
  var renderTimeLimit: Double = 60

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
    SourceSettings(
      renders: !noRender, allowsRemote: allowRemote, renderer: renderer, seconds: renderTimeLimit,
      helm: HelmSettings(
        values: values, set: set, release: release, namespace: helmNamespace, kubeVersion: kubeVersion,
        apiVersions: apiVersions))
  }

  func validate() throws {
    guard renderTimeLimit > 0, renderTimeLimit <= 3_600 else {
      throw ValidationError("--render-time-limit must be between 0 and 3600 seconds")
    }
    if noRender, renderer != nil { throw ValidationError("--no-render and --renderer exclude each other") }
  }
}
