internal import PodmapManifests
package import PodmapTopology

/// The part of an application that a request is about, in the user's words.
package struct SelectionSettings: Sendable, Hashable {
  package var namespaces: [String]
  /// Labels as for kubectl: `app=web,tier!=cache`.
  package var selector: String?
  package var kinds: [String]
  package var excluded: [String]
  package var focus: [String]
  /// How many edges away from the focus an object may be.
  package var depth: Int

  /// Everything, unless something is given.
  package init(
    namespaces: [String] = [], selector: String? = nil, kinds: [String] = [], excluded: [String] = [],
    focus: [String] = [], depth: Int = Limit.focusDepth.value
  ) {
    self.namespaces = namespaces
    self.selector = selector
    self.kinds = kinds
    self.excluded = excluded
    self.focus = focus
    self.depth = depth
  }

  /// Checks what can be checked without an application.
  package func check() throws(RequestError) {
    try checkLabels()
    if let flag = Limit.focusDepth.flag, !flag.accepted.contains(Double(depth)) {
      throw RequestError("\(.depth) \(depth) is not between \(flag.range)")
    }
  }

  package func checkLabels() throws(RequestError) {
    guard let selector, LabelSelector(expression: selector) == nil else { return }
    throw RequestError(
      "'\(selector.shortened())' isn't a label selector; write it as for kubectl: app=web,tier!=cache")
  }

  /// The part of a topology; throws if a name in the selection matches nothing in it.
  package func part(of topology: Topology) throws(RequestError) -> Topology {
    topology.selecting(try selection(in: [topology]))
  }

  /// The selection; throws if a name in it matches nothing in any of the topologies.
  package func selection(in topologies: [Topology]) throws(RequestError) -> Selection {
    let selection = unchecked
    guard topologies.contains(where: { !$0.nodes.isEmpty }) else { return selection }
    func names(_ family: Topology.NameFamily) -> [String] { topologies.flatMap { $0.candidates(family) }.uniqued }
    for name in namespaces where !names(.namespaces).contains(name) {
      throw Choice.unknown(name, what: "namespace", among: names(.namespaces))
    }
    if let selector, let labels = selection.labels, !topologies.contains(where: { $0.hasLabels(labels) }) {
      throw Choice.unknown(selector, what: "object with the labels", among: names(.labels))
    }
    for (name, pattern) in zip(kinds, selection.kinds) where !topologies.contains(where: { $0.hasKind(pattern) }) {
      throw Choice.unknown(name, what: "object of kind", among: names(.kinds))
    }
    for (name, pattern) in zip(focus, selection.focus) where !topologies.contains(where: { $0.hasNode(pattern) }) {
      throw Choice.unknown(name, what: "object", among: names(.objects))
    }
    return selection
  }

  /// The selection, in which a name that matches nothing selects nothing.
  package var unchecked: Selection {
    var selection = Selection()
    selection.namespaces = namespaces
    selection.labels = selector.flatMap { LabelSelector(expression: $0) }
    selection.kinds = kinds.map { NamePattern($0) }
    selection.excluded = excluded.map { NamePattern($0) }
    selection.focus = focus.map { NamePattern($0) }
    selection.depth = depth
    return selection
  }
}
