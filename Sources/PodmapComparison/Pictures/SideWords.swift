import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// What stands in words at the containers of one side: who calls them and whom they call. As lines it would hide those
/// between the sides.
struct SideWords {
  /// By position in `Layout.containers`.
  private(set) var lines: [Int: [String]] = [:]
  /// By the id of an object of which no single container is told.
  private(set) var linesOfObjects: [String: [String]] = [:]
  /// The positions in `Layout.services` of those that lead nowhere.
  private(set) var idleServices: [Int] = []

  init(_ outcome: ChangeOutcome, isLeft: Bool) {
    addServices(outcome, isLeft)
    for call in outcome.comparison.calls {
      let (paths, others) = isLeft ? (call.left, call.right) : (call.right, call.left)
      for path in paths {
        let isKnown = others.contains { $0.travelsLike(path) }
        let mark: ChangeMark = isKnown ? .kept : others.isEmpty ? (isLeft ? .removed : .added) : .changed
        let name = outcome.side(isLeft).shownName(path.target)
        add(mark.signed("calls \(name)\(path.wayWords)"), to: path.caller)
      }
    }
  }

  private mutating func addServices(_ outcome: ChangeOutcome, _ isLeft: Bool) {
    let (layout, other) = (outcome.side(isLeft), outcome.side(!isLeft))
    let known = Set(other.services.map(\.id))
    var entries: [Int: [String]] = [:]
    for edge in layout.topology.edges where edge.kind == .routes {
      let node = layout.topology.nodes[edge.from]
      if node.service == nil { entries[edge.to, default: []].append("\(node.kind.name) \(node.name)") }
    }
    for (position, service) in layout.services.enumerated() {
      let mark: ChangeMark =
        known.contains(service.id) ? outcome.mark(ofCommon: service.id) : isLeft ? .removed : .added
      var parts =
        ["Service \(service.id.lastPart)"] + (service.ports.isEmpty ? [] : [service.ports.joined(separator: ", ")])
      if let node = layout.topology.position(of: NodeID(service.id)), let from = entries[node] {
        parts.append("from \(Set(from).sorted().joined(separator: ", "))")
      }
      if service.targets.isEmpty { idleServices.append(position) }
      for target in service.targets {
        add(mark.signed(parts.joined(separator: " · ")), to: target)
      }
    }
  }

  private mutating func add(_ line: String, to end: Endpoint) {
    switch end {
    case .container(let position): lines[position, default: []].append(line)
    case .object(let id): linesOfObjects[id, default: []].append(line)
    case .host: break
    }
  }
}

extension Layout {
  /// The name of a container or object, without its namespace and kind.
  fileprivate func shownName(_ endpoint: Endpoint) -> String {
    switch endpoint {
    case .container(let position): containers[position].container.name
    case .object(let id): id.lastPart
    case .host(let name): name
    }
  }
}

extension CallPath {
  /// " · localhost:8000", " · Service backend:8000"; a host says it by its name.
  fileprivate var wayWords: String {
    let end = port.map { ":\($0)" } ?? ""
    return switch way {
    case .localhost: " · localhost\(end)"
    case .service(let id): " · Service \(id.lastPart)\(end)"
    case .outside: end
    }
  }
}

extension String {
  /// "backend" of "shop/Service/backend"
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
