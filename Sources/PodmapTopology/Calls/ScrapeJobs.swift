/// What a Prometheus looks for in the cluster and scrapes if an annotation asks for it, according to its configuration.
///
/// https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
struct ScrapeJob: Sendable, Hashable {
  enum Role: Sendable, Hashable { case pods, services }

  var role: Role
  /// Empty for all namespaces.
  var namespaces: Set<String>

  /// The jobs in a file that read the annotation `prometheus.io/scrape`.
  static func jobs(in text: String) -> [ScrapeJob] {
    guard text.contains("kubernetes_sd_configs") else { return [] }
    var jobs: [ScrapeJob] = []
    var lines: [Substring] = []
    for line in text.split(separator: "\n") {
      if line.contains("job_name:") {
        if let job = ScrapeJob(lines) { jobs.append(job) }
        lines = []
      }
      if line.first(where: { !$0.isWhitespace }) != "#" { lines.append(line) }
    }
    if let job = ScrapeJob(lines) { jobs.append(job) }
    return jobs
  }

  private init?(_ lines: [Substring]) {
    // A job may look for all pods, and keep those whose Service has the annotation.
    if lines.contains(where: { $0.contains("meta_kubernetes_service_annotation_prometheus_io_scrape") }) {
      role = .services
    } else if lines.contains(where: { $0.contains("meta_kubernetes_pod_annotation_prometheus_io_scrape") }) {
      role = .pods
    } else {
      return nil
    }
    namespaces = Self.names(in: lines)
  }

  /// The items of the first list `names:`.
  private static func names(in lines: [Substring]) -> Set<String> {
    guard let start = lines.firstIndex(where: { $0.drop { " -".contains($0) }.hasPrefix("names:") }) else { return [] }
    var words = lines[start].split { ":[], \"'".contains($0) }.dropFirst()
    for line in lines[(start + 1)...] {
      let item = line.drop { $0 == " " }
      guard item.hasPrefix("- "), !item.contains(":") else { break }
      words += item.dropFirst(2).split { " \"'".contains($0) }.prefix(1)
    }
    return Set(words.filter { $0 != "-" }.map(String.init))
  }
}
