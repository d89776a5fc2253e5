import PodmapManifests
import PodmapTopology

extension Probe {
  /// "readiness probe: GET /ready :8080"
  var text: String { "\(kind.rawValue) probe: \(action.text)" }

  /// "every 5 s after 10 s, 3 failures": how often it runs, and how many results in a row count.
  var rhythm: String {
    var text = "every \(period) s"
    if initialDelay > 0 { text += " after \(initialDelay) s" }
    if timeout > 1 { text += ", timeout \(timeout) s" }
    if successThreshold > 1 { text += ", \(successThreshold) successes" }
    return text + ", \(failureThreshold.counted("failure"))"
  }
}

extension Action {
  /// "GET /ready :8080", "exec pg_isready"
  var text: String {
    switch self {
    case .httpGet(let path, let port): "GET \(Shortened(path, limit: 32).text)\(Self.suffix(port))"
    case .tcpSocket(let port): "TCP\(Self.suffix(port))"
    case .grpc(let port): "gRPC\(Self.suffix(port))"
    case .exec(let program): program.isEmpty ? "exec" : "exec \(Shortened(program, limit: 24).text)"
    case .sleep(let seconds): "sleep \(seconds) s"
    case .unstated: "as in the manifest"
    }
  }

  private static func suffix(_ port: String) -> String {
    port.isEmpty ? "" : " :\(Shortened(port, limit: 16).text)"
  }
}

extension LifecycleContainer {
  /// "pull nginx:1.27 if not present"
  var pullText: String {
    let image = members.count == 1 ? Shortened(Self.shortImage(first.image), limit: 30).text : "\(members.count) images"
    let name = image.isEmpty ? "image" : image
    switch isMixed ? "" : first.pullPolicy {
    case "Always": return "pull \(name) (Always)"
    case "Never": return "use \(name) from the node (Never)"
    case "": return "pull \(name), as their policies say"
    default: return "pull \(name) (IfNotPresent)"
    }
  }

  /// The image without its registry.
  private static func shortImage(_ image: String) -> String {
    let digest = image.firstIndex(of: "@")
    let name = image[..<(digest ?? image.endIndex)].split(separator: "/").last ?? ""
    return digest == nil ? String(name) : "\(name) by digest"
  }
}

extension Volume {
  /// "data (claim)"
  var shortText: String {
    let kind: String
    switch source {
    case .pod(let name): kind = Shortened(name, limit: 20).text
    case .hostPath: kind = "host path"
    case .object("PersistentVolumeClaim", _), .claimTemplate: kind = "claim"
    case .object(let name, _): kind = Shortened(name, limit: 16).text
    case .projected: kind = "projected"
    case .driver(let name): kind = Shortened(name, limit: 16).text
    case .undeclared: kind = "undeclared"
    }
    return "\(Shortened(name, limit: 24).text) (\(kind))"
  }

  /// "mount data (claim), settings (ConfigMap)"
  static func mounting(_ volumes: [Volume]) -> String {
    guard volumes.count > 2 else { return "mount \(volumes.map(\.shortText).joined(separator: ", "))" }
    // Volumes that must exist say more than those that the pod creates.
    let first = (volumes.filter(\.needsOthers) + volumes.filter { !$0.needsOthers }).prefix(
      Limit.lifecycleVolumes.value)
    return "mount \(first.map(\.shortText).joined(separator: ", ")) and \(volumes.count - 2) more"
  }

  /// Whether the pod can't start until something else exists.
  var needsOthers: Bool {
    switch source {
    case .object, .projected, .claimTemplate, .driver: true
    case .pod, .hostPath, .undeclared: false
    }
  }
}

/// A list that fits into a message.
func listed(_ names: [String], limit: Int = 48) -> String {
  names.map { Shortened($0, limit: 30).text }.joined(separator: ", ").shortenedList(to: limit)
}
