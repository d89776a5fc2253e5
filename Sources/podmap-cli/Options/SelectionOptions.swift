import ArgumentParser
import PodmapManifests
import PodmapTopology

/// What part of the application is drawn.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Only this namespace; may be given several times.", valueName: "name"))
  var namespace: [String] = []

  @Option(
    name: [.customShort("l"), .long],
    help: ArgumentHelp(
      "Only objects or pods with these labels, as for kubectl: app=web,tier!=cache.", valueName: "labels"))
  var selector: String?

  @Option(name: .long, help: ArgumentHelp("Only objects of this kind; may be given several times.", valueName: "kind"))
  var kind: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out objects by kind, name or kind/name, with '*'; may be given several times.", valueName: "name"))
  var exclude: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only this object and what is near it; may be given several times.", valueName: "name"))
  var focus: [String] = []

  @Option(name: .long, help: ArgumentHelp("How many edges away from the focus is near.", valueName: "edges"))
  var depth: Int = 1

  /// Whether anything is chosen.
  var isGiven: Bool {
    !namespace.isEmpty || selector != nil || !kind.isEmpty || !exclude.isEmpty || !focus.isEmpty
  }

  func validateNames() throws {
    if let selector, LabelSelector(expression: selector) == nil {
      throw ValidationError("'\(selector)' is no label selector; write it as for kubectl: app=web,tier!=cache")
    }
    guard (0...1000).contains(depth) else { throw ValidationError("--depth \(depth) is not between 0 and 1000") }
  }

  /// The choice, after checking that every name in it means something here.
  func selection(in topology: Topology) throws -> Selection { try selection(in: [topology]) }

  /// The choice, after checking that every name in it means something in one of the topologies.
  func selection(in topologies: [Topology]) throws -> Selection {
    var selection = Selection()
    selection.namespaces = namespace
    selection.labels = selector.flatMap { LabelSelector(expression: $0) }
    selection.kinds = kind.map { NamePattern($0) }
    selection.excluded = exclude.map { NamePattern($0) }
    selection.focus = focus.map { NamePattern($0) }
    selection.depth = depth
    guard topologies.contains(where: { !$0.nodes.isEmpty }) else { return selection }
    func names(_ family: Topology.NameFamily) -> [String] { Set(topologies.flatMap { $0.names(family) }).sorted() }
    for name in namespace where !names(.namespaces).contains(name) {
      throw Choice.unknown(name, what: "namespace", among: names(.namespaces))
    }
    for (name, pattern) in zip(kind, selection.kinds) where !topologies.contains(where: { $0.hasKind(pattern) }) {
      throw Choice.unknown(name, what: "object of kind", among: names(.kinds))
    }
    for (name, pattern) in zip(focus, selection.focus) where !topologies.contains(where: { $0.hasNode(pattern) }) {
      throw Choice.unknown(name, what: "object", among: names(.objects))
    }
    return selection
  }
}
