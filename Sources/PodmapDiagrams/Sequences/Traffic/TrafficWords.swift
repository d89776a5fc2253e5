import PodmapManifests
import PodmapTopology

/// The text on an arrow: protocol, address and ports.
struct TrafficWords {
  var protocolName: String?

  init(protocolName: String? = nil) {
    self.protocolName = protocolName
  }

  /// The protocol that a route forwards.
  init(from node: Node) {
    protocolName =
      switch node.kind.name {
      case "GRPCRoute": "gRPC"
      case "TCPRoute": "TCP"
      case "UDPRoute": "UDP"
      case "TLSRoute": "TLS"
      default:
        // A door without HTTP forwards what arrives as it is.
        node.entry?.doors.lazy.map(\.protocolName).first { ["TCP", "UDP"].contains($0) && !node.isGateway }
      }
  }

  /// "HTTP frontend:80 → 8080"
  func text(address: String, port: Int?, target: String? = nil) -> String {
    var words = [protocolName].compactMap(\.self)
    let address = Shortened(address, limit: 40).text
    if let port {
      let arrow = target.map { $0 == String(port) ? "" : " → \($0)" } ?? ""
      words.append(words.isEmpty && address.isEmpty ? "port \(port)\(arrow)" : "\(address):\(port)\(arrow)")
    } else if !address.isEmpty {
      words.append(address)
    }
    return words.isEmpty ? "request" : words.joined(separator: " ")
  }

  /// The two ports of a label such as "80 → 8080/UDP".
  static func portPair(_ label: Substring) -> (port: String, target: String) {
    let words = label.split(separator: " ").map { $0.prefix { $0 != "/" } }
    return (String(words.first ?? ""), String(words.last ?? ""))
  }
}

extension Node {
  /// Whether it has listeners for several protocols, and routes that say which.
  fileprivate var isGateway: Bool { kind.name == "Gateway" || kind.isListenerSet }
}
