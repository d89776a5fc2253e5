internal import PodmapManifests
internal import PodmapTopology

/// An application that may become a diagram.
struct FoundApplication {
  /// What is compared with it.
  struct Alternative {
    var input: String
    var variant: String
  }

  /// Its folder, or its only file.
  var path: String
  /// The plain files that it consists of.
  var files: [String] = []
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

  /// Whether it seems to be what the repository is about.
  var isMain = false

  /// In the order in which they are proposed: the main one first, then the most complete, plain files before what must
  /// be rendered.
  static func isBefore(_ left: FoundApplication, _ right: FoundApplication) -> Bool {
    let (a, b) = (left.rendered == nil ? 0 : 1, right.rendered == nil ? 0 : 1)
    if left.isMain != right.isMain { return left.isMain }
    return (right.workloads, a, left.path) < (left.workloads, b, right.path)
  }

  init(_ set: PlainSet) {
    files = set.files.map(\.path).sorted()
    path = files.count == 1 && set.rank != nil ? files[0] : set.folder
    names = Set(set.objects.map(\.name))
    workloads = set.workloads
    namePath = set.folder
    ownName = set.ownName
  }

  /// What `folder` renders to; `around` is the folder that tells what it is called.
  init(_ folder: RenderedFolder, _ read: LinkedInput, around: String) {
    path = folder.path
    names = Set(
      read.resources.filter { $0.kind.rawValue != "Namespace" }.map { ObjectKey.name($0.kind, $0.name) })
    workloads = read.runningWorkloads
    namePath = around
    rendered = folder
    if folder.isChart { ownName = HelmChart.name(folder.path) }
  }

  /// The ways to get the inputs to write, the better one first: a folder, or its files.
  func inputs(in tree: PlainFolder, mixed: Set<String>) -> [[String]] {
    guard rendered == nil else { return [[path]] }
    let whole = tree.inputs(Set(files), mixed: mixed)
    return whole == files ? [files] : [whole, files]
  }
}

extension LinkedInput {
  /// How many objects that run pods it contains.
  var runningWorkloads: Int { topology.nodes.count { $0.workload != nil && $0.presence == .present } }
}

extension RenderedFolder {
  var isChart: Bool { source.markers == RenderedSource.chart.markers }
}
