internal import PodmapManifests
internal import PodmapTopology

/// An application that may become a diagram.
struct FoundApplication {
  /// What is compared with it.
  struct Alternative {
    var input: String
    var variant: String
  }

  /// The ways to get the inputs to write, the better one first: a folder, or its files.
  var inputs: [[String]]
  /// The names of the objects, with their kinds.
  var names: Set<String>
  var workloads: Int
  /// The path that says what it is called.
  var namePath: String
  /// What it is called instead, if its own description says so.
  var ownName: String?
  /// What another program renders; `nil` for plain files.
  var rendered: RenderedFolder?
  /// Which of several variants it is: "production".
  var variant: String?
  var alternative: Alternative?

  /// Whether most of its objects are in another one too.
  func repeats(_ other: FoundApplication) -> Bool {
    !names.isEmpty && 2 * names.intersection(other.names).count > names.count
  }

  /// In the order in which they are proposed: the most complete first, plain files before what must be rendered.
  static func isBefore(_ left: FoundApplication, _ right: FoundApplication) -> Bool {
    let (a, b) = (left.rendered == nil ? 0 : 1, right.rendered == nil ? 0 : 1)
    return (right.workloads, a, left.inputs[0].first ?? "") < (left.workloads, b, right.inputs[0].first ?? "")
  }

  init(_ set: PlainSet, in tree: PlainFolder, mixed: Set<String>) {
    let paths = set.files.map(\.path).sorted()
    let whole = tree.inputs(Set(paths), mixed: mixed)
    inputs = whole == paths ? [paths] : [whole, paths]
    names = Set(set.objects.map(\.name))
    workloads = set.workloads
    namePath = set.folder
    ownName = set.ownName
  }

  /// What `folder` renders to; `around` is the folder that tells what it is called.
  init(_ folder: RenderedFolder, _ read: LinkedInput, around: String) {
    inputs = [[folder.path]]
    names = Set(
      read.resources.filter { $0.kind.rawValue != "Namespace" }.map { ObjectKey.name($0.kind, $0.name) })
    workloads = read.runningWorkloads
    namePath = around
    rendered = folder
    if folder.isChart { ownName = HelmChart.name(folder.path) }
  }
}

extension LinkedInput {
  /// How many objects that run pods it contains.
  var runningWorkloads: Int { topology.nodes.count { $0.workload != nil && $0.presence == .present } }
}

extension RenderedFolder {
  var isChart: Bool { source.markers == RenderedSource.chart.markers }
}
