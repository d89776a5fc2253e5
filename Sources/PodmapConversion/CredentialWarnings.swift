package import PodmapManifests
import PodmapTopology

/// Warns about variables and arguments of a workload that look like credentials, because conversions copy them
/// unchanged.
package enum CredentialWarnings {
  /// A warning for each container that has some, with their names but never a value.
  package static func all(in resource: Resource) -> [Diagnostic] {
    guard let keys = PodTemplateFinder.keys(of: resource.kind) else { return [] }
    let spec = (keys + ["spec"]).reduce(resource.root as Value?) { $0?[$1] }
    return PodTemplateFinder.containerLists.flatMap { spec?[$0]?.items ?? [] }.compactMap { container in
      let found = variables(of: container) + arguments(of: container)
      guard let first = found.first else { return nil }
      let names = found.map(\.name).uniqued.map { "'\($0.shortened(to: .quotedName))'" }.joined(separator: ", ")
      let name = (container["name"]?.text ?? "").shortened()
      return Diagnostic(
        .warning, at: first.value.place(in: resource.file),
        "\(names) of the container '\(name)' may contain a credential and is copied unchanged; put it into a Secret")
    }
  }

  private static func variables(of container: Value) -> [(name: String, value: Value)] {
    (container["env"]?.items ?? []).compactMap { item in
      guard let name = item["name"]?.text, let value = item["value"], let text = value.text else { return nil }
      return Credentials.hide(text, under: CredentialName(name), named: name) ? (name, value) : nil
    }
  }

  private static func arguments(of container: Value) -> [(name: String, value: Value)] {
    ["command", "args"].flatMap { field -> [(name: String, value: Value)] in
      var flag = ""
      return (container[field]?.items ?? []).compactMap { item in
        guard let text = item.text else { return nil }
        defer { flag = text }
        if Credentials.hide(text, after: flag) { return (flag, item) }
        guard Credentials.hide(text) else { return nil }
        return (Credentials.name(in: text) ?? field, item)
      }
    }
  }
}
