/// Why the kubelet can't run a probe or a hook.
package enum PortProblem: Sendable, Hashable {
  /// The container declares no port with this name.
  case undeclared(String)
  /// No port has this number.
  case outOfRange(String)
  /// A gRPC probe takes no names.
  case notANumber(String)

  /// "web declares no port 'metrics'"
  package func words(_ container: String) -> String {
    switch self {
    case .undeclared(let name): "\(container) declares no port '\(name)'"
    case .outOfRange(let number): "there is no port \(number)"
    case .notANumber(let name): "gRPC needs a number, not '\(name)'"
    }
  }
}

extension Container {
  /// What is wrong with the port of one of its probes or hooks. A number needs no declaration; a name is looked up among
  /// the ports of the container itself: https://kubernetes.io/docs/concepts/workloads/pods/probes/
  package func problem(with action: Action) -> PortProblem? {
    let (port, isGRPC): (String, Bool)
    switch action {
    case .httpGet(_, let written), .tcpSocket(let written): (port, isGRPC) = (written, false)
    case .grpc(let written): (port, isGRPC) = (written, true)
    case .exec, .sleep, .unstated: return nil
    }
    // A placeholder is filled in later.
    if port.isEmpty || port.contains("$") || port.contains("{") { return nil }
    if let number = Int(port) { return (1...65535).contains(number) ? nil : .outOfRange(port) }
    if isGRPC { return .notANumber(port) }
    return ports.contains { $0.name == port } ? nil : .undeclared(port)
  }
}
