import PodmapManifests
package import PodmapTopology

/// A side of a comparison.
package enum Side: String, Sendable, Hashable, CaseIterable {
  case left, right
}

/// A field in the manifests of one side.
package struct SidedEvidence: Sendable, Hashable {
  package var side: Side
  package var evidence: Evidence
}

/// A layout as one side of a comparison: it knows which of its containers exist on the other side.
struct ComparedLayout: Sendable {
  let side: Side
  let layout: Layout
  /// The position on the other side of each container that exists there too.
  let partners: [Int: Int]
  /// Containers that merely help another one in their pod, on either side.
  let helpers: Set<Int>
  /// The containers that each container calls on localhost, and those that call it.
  let localPartners: [Int: Set<Int>]
  private let isUniqueName: [String: Bool]

  static func both(of comparison: Comparison) -> (left: ComparedLayout, right: ComparedLayout) {
    let pairs = comparison.matches.map { ($0.left, $0.right) }
    func side(_ side: Side, _ own: Layout, _ partners: [Int: Int], _ other: Layout) -> ComparedLayout {
      ComparedLayout(side, own, Dictionary(partners.map { ($0, $1) }) { first, _ in first }, other)
    }
    return (
      side(.left, comparison.left, Dictionary(pairs) { first, _ in first }, comparison.right),
      side(.right, comparison.right, Dictionary(pairs.map { ($1, $0) }) { first, _ in first }, comparison.left)
    )
  }

  private init(_ side: Side, _ layout: Layout, _ partners: [Int: Int], _ other: Layout) {
    self.side = side
    self.layout = layout
    self.partners = partners
    helpers = Set(
      layout.containers.indices.filter { position in
        layout.containers[position].container.isHelper
          || partners[position].map { other.containers[$0].container.isHelper } ?? false
      })
    var local: [Int: Set<Int>] = [:]
    for call in layout.calls where call.way == .localhost {
      guard case .container(let caller) = call.caller, case .container(let target) = call.target else { continue }
      local[caller, default: []].insert(target)
      local[target, default: []].insert(caller)
    }
    localPartners = local
    isUniqueName = Dictionary(layout.containers.map { ($0.container.name, true) }) { _, _ in false }
  }

  /// The name of a container in a sentence, preceded by its workload's if several containers have the name, or if it is
  /// the only container of a workload with another name.
  func name(_ position: Int) -> String {
    let member = layout.containers[position]
    let name = member.container.name
    let isPlain = name == member.ownerName || layout.pods[member.pod].containers.count > 1
    return isUniqueName[name] == true && isPlain ? name : "\(member.ownerName)/\(name)"
  }

  func names(_ positions: [Int]) -> String { positions.map(name).uniqued.enumeration }

  /// Pods that are meant to keep running: not those of Jobs.
  var longRunning: [Int] {
    layout.pods.indices.filter { layout.pods[$0].scale.isLongRunning && !layout.pods[$0].containers.isEmpty }
  }

  /// The containers of a pod that aren't helpers, or all running ones if each of them helps another.
  func mains(in pod: Int) -> [Int] {
    let running = layout.running(in: pod)
    let own = running.filter { !helpers.contains($0) }
    return own.isEmpty ? running : own
  }

  func evidence(_ evidence: Evidence?) -> [SidedEvidence] {
    evidence.map { [SidedEvidence(side: side, evidence: $0)] } ?? []
  }

  func evidence(_ all: [Evidence]) -> [SidedEvidence] { all.map { SidedEvidence(side: side, evidence: $0) } }

  /// The container in its manifest.
  func written(_ position: Int) -> Field? {
    let member = layout.containers[position]
    return layout.pods[member.pod].written?.container(member.container.key)
  }

  /// The name of a container, as evidence that it exists.
  func nameEvidence(_ position: Int) -> [SidedEvidence] { evidence(written(position)?["name"]?.evidence) }
}

extension Container {
  fileprivate var isHelper: Bool {
    if role == .sidecar { return true }
    guard role == .app, let pattern else { return false }
    switch pattern.name {
    case .sidecar, .ambassador, .adapter: return true
    case .initial, .sharedData: return false
    }
  }
}

extension Workload.Scale {
  /// Whether the pods are meant to keep running.
  var isLongRunning: Bool {
    switch self {
    case .replicas, .onePerNode, .unstated: true
    case .completions, .schedule: false
    }
  }
}

extension [String] {
  /// "a", "a and b", "a, b, c, d and 3 more"
  var enumeration: String {
    let shown = Limit.enumeratedNames.value - 1
    if count > shown + 1 { return "\(prefix(shown).joined(separator: ", ")) and \(count - shown) more" }
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Int {
  /// "1 pod", "3 pods"
  func of(_ word: String) -> String { self == 1 ? "1 \(word)" : "\(self) \(word)s" }
}
