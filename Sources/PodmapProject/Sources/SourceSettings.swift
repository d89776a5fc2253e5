/// How inputs are opened that another program must render.
package struct SourceSettings: Sendable, Hashable {
  /// Whether other programs may be started.
  package var renders: Bool
  /// Whether a renderer may fetch what is on the network.
  package var allowsRemote: Bool
  /// The program that renders, instead of the first one that is found.
  package var renderer: String?
  /// How many seconds a renderer may take.
  package var seconds: Double
  package var helm: HelmSettings
  /// What `podmap.yaml` says about charts, by their folders.
  package var named: [String: HelmSettings]
  /// The namespace of objects that name none, if the user or the project gives it: charts are installed there.
  var defaultNamespace: String?
  /// The folder in which the paths of `podmap.yaml` begin, if that isn't the current one.
  var home: String?
  /// The real path of the folder that no link below an input may lead out of; `nil` if links may lead anywhere.
  var boundary: String?
  /// Whether one of several alternatives below a directory is chosen; otherwise they are an error.
  package var choosesVariant: Bool
  /// Whether the files of sources are read as they are, instead of rendering them: for digests.
  var readsSourcesOnly = false
  /// Whether sources that another program renders are only listed: for `doctor`.
  var recognisesOnly = false
  /// What is read at most, for completion; `nil` for everything.
  var room: SourceRoom?
  /// Whether a rendered source is one text, as the renderer wrote it; otherwise evidence points into its source files.
  package var keepsStreams: Bool

  package init(
    renders: Bool = true, allowsRemote: Bool = false, renderer: String? = nil, seconds: Double = 60,
    helm: HelmSettings = HelmSettings(), named: [String: HelmSettings] = [:], choosesVariant: Bool = true,
    keepsStreams: Bool = false
  ) {
    self.renders = renders
    self.allowsRemote = allowsRemote
    self.renderer = renderer
    self.seconds = seconds
    self.helm = helm
    self.named = named
    self.choosesVariant = choosesVariant
    self.keepsStreams = keepsStreams
  }
}

extension SourceSettings {
  /// The same with what `podmap.yaml` says about charts.
  func with(_ charts: [String: HelmSettings], readsSourcesOnly: Bool) -> SourceSettings {
    var result = self
    result.named = charts
    result.readsSourcesOnly = readsSourcesOnly
    return result
  }
}

/// The values and options with which `helm template` renders a chart.
package struct HelmSettings: Sendable, Hashable {
  /// Files with values.
  package var values: [String]
  /// Single values, as in `image.tag=1.2`.
  package var set: [String]
  /// The name of the release; that of the chart if it is `nil`.
  package var release: String?
  package var namespace: String?
  package var kubeVersion: String?
  package var apiVersions: [String]

  package init(
    values: [String] = [], set: [String] = [], release: String? = nil, namespace: String? = nil,
    kubeVersion: String? = nil, apiVersions: [String] = []
  ) {
    self.values = values
    self.set = set
    self.release = release
    self.namespace = namespace
    self.kubeVersion = kubeVersion
    self.apiVersions = apiVersions
  }

  /// These settings, with everything that `other` says instead or in addition.
  func overridden(by other: HelmSettings) -> HelmSettings {
    HelmSettings(
      values: values + other.values, set: set + other.set, release: other.release ?? release,
      namespace: other.namespace ?? namespace, kubeVersion: other.kubeVersion ?? kubeVersion,
      apiVersions: apiVersions + other.apiVersions)
  }

  /// The options of `helm template`. Each value is joined to its option, so that none can be taken for another option.
  var words: [String] {
    values.map { "--values=\($0)" } + set.map { "--set=\($0)" }
      + [namespace.map { "--namespace=\($0)" }, kubeVersion.map { "--kube-version=\($0)" }].compactMap(\.self)
      + apiVersions.map { "--api-versions=\($0)" }
  }
}
