import PodmapManifests

/// `$(VAR)` as Kubernetes expands it, and a shell's variables in scripts.
extension ContainerTexts {
  /// A text with its variables expanded.
  struct Expanded {
    var text: String
    var isSecret = false
    var isInjected = false
    var hidden: [String] = []
    /// The names of the variables.
    var mentioned: [String] = []
  }

  /// How a shell asks for the pod's own namespace.
  private static let namespaceFile = "(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)"

  /// Expands the variables in a text: `$(VAR)` as Kubernetes does, `$VAR`, `${VAR}` and `${VAR:-default}` as a shell
  /// does in scripts, and Kubernetes' own variables in any text.
  mutating func expand(_ text: String, inShell: Bool = false) -> Expanded {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return Expanded(text: text) }
    var result = ""
    var hidden: [String] = []
    var mentioned: [String] = []
    var (isSecret, isInjected) = (false, false)
    var rest = text[...]
    while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        // `$$` is an escaped dollar sign; no variable follows.
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      if inShell, rest.hasPrefix(Self.namespaceFile) {
        result += namespace
        rest = rest.dropFirst(Self.namespaceFile.count)
        continue
      }
      guard let mention = VariableMention(rest) else {
        result += "$"
        continue
      }
      let variable = variables[mention.name]
      let length = result.utf8.count + (variable?.text.utf8.count ?? 0)
      // Variables that each name another one twice would grow exponentially, and long chains would be expanded again
      // for each of their variables.
      let room = min(Limit.variableGrowth.value, Limit.containerGrowth.value - growth)
      let isTooLong = length > text.utf8.count + room
      if isTooLong {
        result += "$"
        continue
      }
      if let variable, mention.form == .kubernetes || inShell {
        result += variable.text
        mentioned.append(mention.name)
        isSecret = isSecret || variable.isSecret
        hidden += variable.hidden
      } else if variable == nil,
        let injected = linksServices ? services.injected(mention.name, in: namespace) : nil
      {
        result += injected
        isInjected = isInjected || mention.form == .kubernetes
      } else if variable == nil, inShell, let defaultValue = mention.defaultValue {
        result += defaultValue
      } else {
        result += "$"
        continue
      }
      rest = mention.rest
    }
    growth += max(0, result.utf8.count + rest.utf8.count - text.utf8.count)
    return Expanded(
      text: result + rest, isSecret: isSecret, isInjected: isInjected, hidden: hidden, mentioned: mentioned)
  }
}
