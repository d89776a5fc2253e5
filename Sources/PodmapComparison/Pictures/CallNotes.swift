import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// Notes on the containers of one side about who calls them and whom they call. Lines for calls would hide the lines
/// between the sides.
struct CallNotes {
  /// By position in `Layout.containers`.
  private(set) var lines: [Int: [String]] = [:]
  /// By the ID of an object whose containers can't be narrowed down to one.
  private(set) var linesOfObjects: [String: [String]] = [:]
  /// The positions in `Layout.services` of Services that lead nowhere.
  private(set) var idleServices: [Int] = []

  init(_ outcome: ChangeOutcome, isLeft: Bool) {
    addServices(outcome, isLeft)
    for call in outcome.comparison.calls {
      let (paths, others) = isLeft ? (call.left, call.right) : (call.right, call.left)
      for path in paths {
        let isKnown = others.contains { $0.travelsLike(path) }
        let mark: ChangeMark = isKnown ? .kept : others.isEmpty ? (isLeft ? .removed : .added) : .changed
        add(mark.signed("calls \(outcome.side(isLeft).words(for: path))"), to: path.caller)
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
      let node = layout.topology.position(of: NodeID(service.id))
      let ports = node.flatMap { layout.topology.nodes[$0].service?.ports.map { String($0.number) } } ?? []
      var text = "reached by Service \(service.id.lastPart)"
      if !ports.isEmpty { text += ":\(ports.joined(separator: ", "))" }
      if let from = node.flatMap({ entries[$0] }) { text += ", from \(Set(from).sorted().joined(separator: ", "))" }
      if service.targets.isEmpty { idleServices.append(position) }
      for target in service.targets {
        add(mark.signed(text), to: target)
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
  /// "backend via localhost:8000", "Service backend:8000", "api.example.com:443"
  fileprivate func words(for call: CallPath) -> String {
    let end = call.port.map { ":\($0)" } ?? ""
    switch call.way {
    case .localhost:
      guard case .container(let target) = call.target else { return "localhost\(end)" }
      return "\(containers[target].container.name) via localhost\(end)"
    case .service(let id): return "Service \(id.lastPart)\(end)"
    case .entry(let id): return "\(id.lastPart)\(end)"
    case .address(let address), .outside(let address): return "\(address.lastPart)\(end)"
    }
  }
}

extension String {
  /// "backend" of "shop/Service/backend"
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
