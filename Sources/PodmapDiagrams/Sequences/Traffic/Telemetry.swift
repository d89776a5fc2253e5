import PodmapManifests
import PodmapTopology

/// Calls that belong to no request: a sender of telemetry doesn't wait for an answer, and a health check causes no
/// further calls.
struct Telemetry {
  /// The objects whose names or images say that their pods only collect telemetry.
  private let named: Set<Int>
  /// Other objects whose pods receive telemetry.
  private let receivers: Set<Int>

  init(_ topology: Topology) {
    named = Set(
      topology.nodes.indices.filter { position in
        let node = topology.nodes[position]
        return node.workload.map { workload in
          Self.isCollector(node.name)
            || workload.templates.contains { $0.containers.contains { Self.isCollector(Self.program($0.image)) } }
        } ?? false
      })
    var receivers: Set<Int> = []
    for edge in topology.edges where edge.kind == .calls && Self.ports(of: edge).contains(where: Self.isPort) {
      receivers.insert(edge.to)
    }
    for edge in topology.edges where edge.kind == .selects && receivers.contains(edge.from) {
      receivers.insert(edge.to)
    }
    self.receivers = Set(receivers.map { topology.owner(of: $0) })
  }

  /// Whether the pods of an object collect telemetry.
  func isCollector(_ owner: Int) -> Bool { named.contains(owner) || receivers.contains(owner) }

  /// Whether what arrives at a port of an object is telemetry. A collector that is known by its ports may have others
  /// that people look at.
  func isTelemetry(_ port: Int?, at owner: Int) -> Bool {
    named.contains(owner) || port.map(Self.isPort) ?? false
  }

  /// The ports that a call names.
  static func ports(of call: Edge) -> [Int] {
    call.port.map { [$0] } ?? call.label.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
  }

  // MARK: - Tables

  /// Where telemetry arrives: https://opentelemetry.io/docs/specs/otlp/ (4317, 4318), Jaeger's and Zipkin's collectors,
  /// StatsD, and the forward protocol of Fluentd.
  static func isPort(_ port: Int) -> Bool { [4317, 4318, 14250, 14268, 6831, 9411, 8125, 24224].contains(port) }

  /// Words for programs that collect telemetry and do nothing else, in the names of workloads and images.
  private static let names = [
    "otelcol", "otel-collector", "otel-agent", "opentelemetry-collector", "opentelemetry-agent", "jaeger-collector",
    "jaeger-agent", "fluentd", "fluent-bit", "fluentbit", "promtail", "telegraf", "statsd", "statsd-exporter",
    "filebeat", "logstash", "metricbeat", "datadog-agent", "grafana-agent",
  ]

  /// The last part of a path that answers health checks.
  private static let checks: Set<Substring> = [
    "health", "healthz", "healthcheck", "health-check", "livez", "live", "liveness", "readyz", "ready", "readiness",
    "ping",
  ]

  /// Words in the key of an entry that holds the address of a health check.
  private static let checkWords = ["HEALTHCHECK", "HEALTH_CHECK", "LIVENESS", "READINESS"]

  // MARK: - Recognition

  /// Whether one of the words is in a name, with nothing but separators next to it.
  private static func isCollector(_ name: String) -> Bool {
    let name = "-\(name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined())-"
    return names.contains { name.contains("-\($0)-") }
  }

  /// An image without its registry, folders and tag.
  private static func program(_ image: String) -> String {
    String(image.split(separator: "/").last?.prefix { $0 != ":" && $0 != "@" } ?? "")
  }

  /// Whether everything that shows a call shows a health check.
  static func isHealthCheck(_ call: Edge) -> Bool {
    !call.evidence.isEmpty
      && call.evidence.allSatisfy { evidence in
        let key = evidence.path.uppercased()
        if checkWords.contains(where: key.contains) { return true }
        guard let scheme = evidence.value.firstRange(of: "://") else { return false }
        let path = evidence.value[scheme.upperBound...].prefix { !$0.isWhitespace && $0 != "?" && $0 != "\"" }
          .split(separator: "/").dropFirst()
        return path.last.map { checks.contains(Substring($0.lowercased())) } ?? false
      }
  }
}
