import PodmapManifests
import PodmapTopology

@testable import PodmapConversion

/// The result of a merge: the text and the messages.
struct Merged {
  var text: String
  var messages: [String]
  var conversion: Conversion

  init(
    _ text: String, workloads: [String] = [], name: String? = nil, replicas: Int? = nil, force: Bool = false
  ) {
    let input = LinkedInput(texts: [("app.yaml", text)], subject: nil, keepsSources: true)
    conversion = Merge.run(
      input, workloads: workloads.map { NamePattern($0) },
      options: MergeOptions(name: name, replicas: replicas, isForced: force))
    self.text = conversion.text
    messages = conversion.diagnostics.map(\.description)
  }

  /// Whether the result contains these lines, whatever their indentation.
  func has(_ lines: String) -> Bool { count(lines) > 0 }

  func count(_ lines: String) -> Int { Self.flat(text).ranges(of: Self.flat(lines)).count }

  private static func flat(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  var errors: [String] { messages.filter { $0.contains(" error: ") || $0.hasPrefix("error: ") } }
  var warnings: [String] { messages.filter { $0.contains("warning: ") } }

  /// Whether a message of a severity contains these words.
  func says(_ severity: Diagnostic.Severity, _ words: String) -> Bool {
    conversion.diagnostics.contains { $0.severity == severity && $0.message.contains(words) }
  }
}

/// A workload with one container, with further fields in flow YAML.
func workload(
  _ name: String, kind: String = "Deployment", container: String? = nil, port: Int? = nil, spec: String = "",
  pod: String = "", more: String = "", labels: String? = nil
) -> String {
  let labels = labels ?? "app: \(name)"
  let port = port.map { ", ports: [{containerPort: \($0)}]" } ?? ""
  let head = "apiVersion: apps/v1\nkind: \(kind)\nmetadata: {name: \(name)}\nspec:\n"
  return head + (spec.isEmpty ? "" : "  \(spec)\n") + """
      selector: {matchLabels: {\(labels)}}
      template:
        metadata: {labels: {\(labels)}}
        spec:
    \(pod.isEmpty ? "" : "      \(pod)\n")      containers:
          - {name: \(container ?? name), image: "img/\(name)"\(port)\(more.isEmpty ? "" : ", \(more)")}
    ---

    """
}

func service(_ name: String, for label: String? = nil, ports: String = "{port: 80}", more: String = "") -> String {
  """
  apiVersion: v1
  kind: Service
  metadata: {name: \(name)}
  spec: {selector: {app: \(label ?? name)}, ports: [\(ports)]\(more)}
  ---

  """
}
