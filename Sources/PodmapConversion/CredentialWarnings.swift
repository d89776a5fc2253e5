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
      let found = variables(of: container) + flags(of: container)
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
      return CredentialNames.mayMean(name) && mayBeSecret(text) || hasPassword(text) ? (name, value) : nil
    }
  }

  private static func flags(of container: Value) -> [(name: String, value: Value)] {
    ["command", "args"].flatMap { field -> [(name: String, value: Value)] in
      let items = container[field]?.items ?? []
      return items.indices.flatMap { position -> [(name: String, value: Value)] in
        guard let text = items[position].text else { return [] }
        if hasPassword(text) { return [(field, items[position])] }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.indices.compactMap { index in
          let parts = words[index].split(separator: "=", maxSplits: 1)
          let name = parts.first.map { $0.drop { $0 == "-" } } ?? ""
          guard CredentialNames.isField(name) else { return nil }
          let isFlag = words[index].hasPrefix("-")
          let value =
            parts.count == 2
            ? String(parts[1])
            : !isFlag
              ? nil
              : index + 1 < words.count
                ? String(words[index + 1]) : position + 1 < items.count ? items[position + 1].text : nil
          guard let value, !value.hasPrefix("-"), mayBeSecret(value) else { return nil }
          return (isFlag ? String(words[index].prefix { $0 != "=" }) : String(name), items[position])
        }
      }
    }
  }

  /// Whether a text is neither a switch, nor a path, nor a reference to another variable.
  private static func mayBeSecret(_ text: String) -> Bool {
    let text = text.lowercased()
    return !["", "true", "false", "yes", "no", "on", "off", "0", "1", "none"].contains(text)
      && !text.hasPrefix("/") && !(text.hasPrefix("$(") && text.hasSuffix(")")) && !text.hasPrefix("${")
      && !(text.hasPrefix("$") && !text.contains(" "))
  }

  /// `postgres://user:word@host`
  private static func hasPassword(_ text: String) -> Bool {
    text.ranges(of: "://").contains { scheme in
      let authority = text[scheme.upperBound...].prefix { !"/?# \n\"'".contains($0) }
      guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
        return false
      }
      let word = authority[authority.index(after: colon)..<at]
      return !word.isEmpty && !word.hasPrefix("$")
    }
  }
}
