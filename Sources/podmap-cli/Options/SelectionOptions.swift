import ArgumentParser
import PodmapManifests
import PodmapProject
import PodmapTopology

/// What part of the application is drawn.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Only this namespace; may be given several times.", valueName: "name"),
    completion: .names(.namespaces))
  var namespace: [String] = []

  @Option(
    name: [.customShort("l"), .long],
    help: ArgumentHelp(
      "Only objects or pods with these labels, as for kubectl: app=web,tier!=cache.", valueName: "labels"),
    completion: .names(.labels))
  var selector: String?

  @Option(
    name: .long, help: ArgumentHelp("Only objects of this kind; may be given several times.", valueName: "kind"),
    completion: .names(.kinds))
  var kind: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out objects by kind, name or kind/name, with '*'; may be given several times.", valueName: "name"),
    completion: .names(.objects))
  var exclude: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Only this object and those near it; may be given several times.", valueName: "name"),
    completion: .names(.objects))
  var focus: [String] = []

  @Option(name: .long, help: ArgumentHelp("How many edges away from the focus an object may be.", valueName: "edges"))
  var depth: Int = Limit.focusDepth.value

  /// Whether anything is selected.
  var isGiven: Bool {
    !namespace.isEmpty || selector != nil || !kind.isEmpty || !exclude.isEmpty || !focus.isEmpty
  }

  var settings: SelectionSettings {
    SelectionSettings(
      namespaces: namespace, selector: selector, kinds: kind, excluded: exclude, focus: focus, depth: depth)
  }
}
