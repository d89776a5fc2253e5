import PodmapManifests

/// What the texts of one container contain besides addresses.
enum TextContents {
  /// Whether a file names no address that its reader calls: rules about metrics, and dashboards, whose links are for
  /// people.
  static func hasNoAddresses(_ text: String) -> Bool { isRules(text) || isDashboard(text) }

  /// Prometheus' alerting and recording rules.
  private static func isRules(_ text: String) -> Bool {
    text.containsBytes(of: "expr:") && (text.containsBytes(of: "alert:") || text.containsBytes(of: "record:"))
  }

  /// A dashboard of Grafana, Kibana or OpenSearch.
  private static func isDashboard(_ text: String) -> Bool {
    guard text.first(where: { !$0.isWhitespace }) == "{" else { return false }
    return ["\"panels\"", "\"panelsJSON\"", "\"schemaVersion\"", "\"dashboard\""].contains(where: text.containsBytes)
  }

  /// The names that a proxy's files give to groups of servers, which aren't hosts: nginx's `upstream`, HAProxy's
  /// `backend`, `listen` and `frontend`, and Envoy's clusters.
  static func groups(in text: String) -> Set<String> {
    let isEnvoy = text.containsBytes(of: "clusters:") && text.containsBytes(of: "load_assignment")
    guard isEnvoy || sections.contains(where: text.containsBytes) else { return [] }
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split { " \t{\"'".contains($0) }
      guard words.count > 1 else { continue }
      if sections.contains(String(words[0])) { found.insert(words[1].lowercased()) }
      if isEnvoy, words.count == 3, words[0] == "-", words[1] == "name:" { found.insert(words[2].lowercased()) }
      if isEnvoy, words.count == 2, words[0] == "name:" { found.insert(words[1].lowercased()) }
    }
    return found
  }

  private static let sections: Set<String> = ["upstream", "backend", "listen", "frontend"]
}
