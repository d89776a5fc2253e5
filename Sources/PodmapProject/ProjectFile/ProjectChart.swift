internal import PodmapManifests

/// What `podmap.yaml` says about a chart: the values that it is rendered with.
package struct ProjectChart: Sendable {
  let path: ProjectPath
  let settings: HelmSettings

  init?(_ value: Value, _ fields: inout StrictFields) {
    let written = fields.fields(
      of: value, "the chart",
      known: ["path", "values", "set", "release", "namespace", "kubeVersion", "apiVersions"])
    guard let path = fields.path(written["path"], "the path of the chart") else {
      if value.isMapping, written["path"] == nil { fields.add(.lacksPath, at: value) }
      return nil
    }
    self.path = path
    let what = "of the chart '\(path.text.shortened())'"
    settings = HelmSettings(
      values: fields.list(written["values"], "'values' \(what)") { $1.path($0, "the file")?.text },
      set: fields.list(written["set"], "'set' \(what)") { $1.text($0, "the value") },
      release: fields.text(written["release"], "'release' \(what)"),
      namespace: fields.text(written["namespace"], "'namespace' \(what)"),
      kubeVersion: fields.text(written["kubeVersion"], "'kubeVersion' \(what)"),
      apiVersions: fields.list(written["apiVersions"], "'apiVersions' \(what)") { $1.text($0, "the version") })
  }
}

extension StrictFields.Message {
  fileprivate static let lacksPath = Self("a chart has no 'path'; name its folder")
}
