import PodmapManifests
import PodmapTopology

/// Calls that belong to no request: a sender of telemetry doesn't wait for an answer, and a health check causes no
/// further calls.
struct Telemetry {
  /// The containers that only collect telemetry, as their images or the names of their workloads say.
  private let named: Set<Int>
  /// Other containers, or objects whose containers are unknown, that receive telemetry.
  private let receivers: Set<Int>

  init(_ topology: Topology) {
    named = Set(
      topology.nodes.indices.filter { position in
        guard let container = topology.nodes[position].container else { return false }
        return Self.isCollector(Self.program(container.image))
          || Self.isCollector(topology.nodes[topology.owner(of: position)].name)
      })
    var called: [Int: Set<Int>] = [:]
    for edge in topology.edges where edge.kind == .calls {
      let ports = Self.ports(of: edge).filter(Self.isPort)
      if !ports.isEmpty { called[edge.to, default: []].formUnion(ports) }
    }
    var receivers = Set(called.keys)
    for edge in topology.edges where edge.kind == .routes {
      guard let ports = called[edge.from] else { continue }
      // A pod may have containers that other ports of the Service lead to.
      let pairs = edge.label.split(separator: ",").compactMap { Int(TrafficWords.portPair($0).port) }
      if pairs.isEmpty || !ports.isDisjoint(with: pairs) { receivers.insert(edge.to) }
    }
    self.receivers = receivers
  }

  /// Whether a container collects telemetry.
  func isCollector(_ container: Int) -> Bool { named.contains(container) || receivers.contains(container) }

  /// Whether what arrives at a port of a container is telemetry. A collector that is known by its ports may have others
  /// that people look at.
  func isTelemetry(_ port: Int?, at container: Int) -> Bool {
    named.contains(container) || port.map(Self.isPort) ?? false
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
        guard let scheme = evidence.value.firstByteRange(of: "://") else { return false }
        let path = evidence.value[scheme.upperBound...].prefix { !$0.isWhitespace && $0 != "?" && $0 != "\"" }
          .split(separator: "/").dropFirst()
        return path.last.map { checks.contains(Substring($0.lowercased())) } ?? false
      }
  }
}
