package import PodmapTopology

/// The amount of a resource; equal however it is written.
enum ResourceAmount: Hashable {
  case amount(Quantity)
  case text(String)

  /// The amounts in a list such as ["cpu 100m", "memory 64Mi"], by resource.
  static func all(_ list: [String]) -> [String: ResourceAmount] {
    let pairs = list.map { item -> (String, ResourceAmount) in
      let name = item.prefix { $0 != " " }
      let text = String(item.dropFirst(name.count + 1))
      return (String(name), Quantity(text).map { .amount($0) } ?? .text(text))
    }
    return Dictionary(pairs) { _, last in last }
  }
}

extension Container {
  /// "8080 (http)", "53/UDP, host port 53", sorted.
  package var portTexts: [String] {
    ports.sorted { ($0.number, $0.transport, $0.name ?? "") < ($1.number, $1.transport, $1.name ?? "") }.map { port in
      (port.transport == "TCP" ? "\(port.number)" : "\(port.number)/\(port.transport)")
        + (port.name.map { " (\($0))" } ?? "") + (port.hostPort.map { ", host port \($0)" } ?? "")
    }
  }
}

extension Probe {
  /// "readiness GET /healthz port api, every 10 s, timeout 1 s, 3 failures"
  package var text: String {
    var text = "\(kind.rawValue) \(action.text), every \(period) s, timeout \(timeout) s"
    if initialDelay > 0 { text += ", initial delay \(initialDelay) s" }
    if successThreshold > 1 { text += ", \(successThreshold) successes" }
    text += ", \(failureThreshold) failures"
    if let gracePeriod { text += ", grace period \(gracePeriod) s" }
    return text
  }
}

extension Action {
  fileprivate var text: String {
    switch self {
    case .httpGet(let path, let port): "GET \(path) port \(port)"
    case .tcpSocket(let port): "TCP port \(port)"
    case .grpc(let port): "gRPC port \(port)"
    case .exec(let program): program.isEmpty ? "exec" : "exec \(program)"
    case .sleep(let seconds): "sleep \(seconds) s"
    case .unstated: "no action stated"
    }
  }
}
