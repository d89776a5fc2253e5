import PodmapTopology

/// A caller and what it calls, with how the calls travel on either side.
package struct CallComparison: Sendable, Hashable {
  /// The IDs, those of the right side if both sides have them.
  package var caller: String
  package var target: String
  /// The caller's ID on the left side, if the call exists there.
  package var callerOnLeft: String?
  /// Empty if the side has no such call.
  package var left: [CallPath]
  package var right: [CallPath]

  package var isSame: Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.travelsLike($1) }
  }

  /// The calls of both sides, by caller and target.
  static func all(_ left: Layout, _ right: Layout, _ matches: [Match]) -> [CallComparison] {
    struct Key: Hashable {
      var caller: String
      var target: String
    }
    var found: [Key: CallComparison] = [:]
    for (layout, isLeft) in [(left, true), (right, false)] {
      let keys = EndpointNames(layout, matches, isLeft: isLeft)
      for call in layout.calls {
        let key = Key(caller: keys.key(call.caller), target: keys.key(call.target))
        let names = (layout.name(call.caller), layout.name(call.target))
        var comparison = found[key] ?? CallComparison(caller: names.0, target: names.1, left: [], right: [])
        (comparison.caller, comparison.target) = names
        if isLeft { comparison.callerOnLeft = names.0 }
        if isLeft { comparison.left.append(call) } else { comparison.right.append(call) }
        found[key] = comparison
      }
    }
    return found.map { key, comparison in
      var comparison = comparison
      comparison.left.sort { $0.order < $1.order }
      comparison.right.sort { $0.order < $1.order }
      return (key, comparison)
    }.sorted {
      ($0.1.caller, $0.1.target, $0.0.caller, $0.0.target) < ($1.1.caller, $1.1.target, $1.0.caller, $1.0.target)
    }.map { $0.1 }
  }
}

extension CallPath {
  /// Whether two calls from one caller to one target travel the same way.
  func travelsLike(_ other: CallPath) -> Bool { way == other.way && port == other.port }

  fileprivate var order: (String, Int) { (text, port ?? -1) }
}

/// Names for the ends of calls that are equal on both sides if the ends are.
struct EndpointNames {
  private let ids: [Int: String]
  private let layout: Layout

  init(_ layout: Layout, _ matches: [Match], isLeft: Bool) {
    self.layout = layout
    ids = Dictionary(matches.enumerated().map { (isLeft ? $1.left : $1.right, "both \($0)") }) { first, _ in first }
    side = isLeft ? "left" : "right"
  }

  private let side: String

  func key(_ endpoint: Endpoint) -> String {
    switch endpoint {
    case .container(let position): ids[position] ?? "\(side) \(layout.containers[position].id)"
    case .object(let id): "object \(id)"
    case .host(let name): "host \(name)"
    }
  }
}

extension Layout {
  /// The ID of an end of a call, or the name of a host.
  func name(_ endpoint: Endpoint) -> String {
    switch endpoint {
    case .container(let position): containers[position].id
    case .object(let id): id
    case .host(let name): name
    }
  }
}
