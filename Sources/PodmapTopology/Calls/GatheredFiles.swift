import PodmapManifests

/// ConfigMaps and Secrets that a sidecar gathers by label and writes into a folder, as k8s-sidecar does for Grafana and
/// Prometheus: its variables `LABEL`, `LABEL_VALUE`, `NAMESPACE`, `RESOURCE` and `FOLDER` say which.
struct GatheredFiles: Sendable {
  var objects: [ConfigurationIndex.Labelled]
  /// The volume that contains the folder, which other containers of the pod mount too.
  var volume: String?
  /// The field in which the sidecar names the label.
  var evidence: Evidence

  /// Returns `nil` if the container isn't such a sidecar. `namespace` is the pod's.
  init?(_ container: Value, path: FieldPath, file: String, namespace: String, _ index: ConfigurationIndex) {
    var variables: [String: (value: Value, number: Int)] = [:]
    for (number, item) in (container["env"]?.items ?? []).enumerated() {
      guard let name = item["name"]?.text, Self.names.contains(name), let value = item["value"] else { continue }
      variables[name] = (value, number)
    }
    guard let label = variables["LABEL"], let key = label.value.text, !key.isEmpty,
      let folder = variables["FOLDER"]?.value.text
    else { return nil }
    func text(_ name: String) -> String? { variables[name]?.value.text.flatMap { $0.isEmpty ? nil : $0 } }
    let value = text("LABEL_VALUE")
    let namespaces = text("NAMESPACE").map { Set($0.split(separator: ",").map(String.init)) } ?? [namespace]
    let kinds: [ResourceKind] =
      switch text("RESOURCE") {
      case "secret": [.secret]
      case "both": [.configMap, .secret]
      default: [.configMap]
      }
    objects = index.objects(labelled: key).filter { object in
      kinds.contains(object.kind) && (value == nil || value == object.value)
        && (namespaces.contains("ALL") || namespaces.contains(object.namespace))
    }
    // The most specific mount that contains the folder.
    volume =
      (container["volumeMounts"]?.items ?? []).filter { mount in
        mount["mountPath"]?.text.map { folder == $0 || folder.hasPrefix($0.hasSuffix("/") ? $0 : "\($0)/") } ?? false
      }.max { ($0["mountPath"]?.text?.utf8.count ?? 0) < ($1["mountPath"]?.text?.utf8.count ?? 0) }?["name"]?.text
    evidence = Evidence(
      label.value, path: path.appending("env").appending(label.number).appending("value").text, in: file)
  }

  private static let names: Set<String> = ["LABEL", "LABEL_VALUE", "NAMESPACE", "RESOURCE", "FOLDER"]
}
