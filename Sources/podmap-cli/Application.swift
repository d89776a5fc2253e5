import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// The input of a command, read and linked.
struct Application {
  let topology: Topology
  /// Everything there is to say about the input, in the order of files and lines.
  let diagnostics: [Diagnostic]
  let isOnlyDirectories: Bool
  /// Diagrams written by hand, where the input holds nothing else: each is a picture of its own.
  let pictures: [DiagramDocument]
  /// What the input is called; nothing for standard input and the current directory.
  let subject: String?

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  init(reading inputs: [String], _ progress: Progress) {
    progress.say("finding files")
    let scan = SourceScan(inputs)
    progress.say("reading \(scan.files.count) files")
    let manifests = ManifestSet(reading: scan.files)
    progress.say("linking \(manifests.resources.count) objects")
    topology = Topology(manifests.resources, diagrams: manifests.diagrams)
    pictures = manifests.resources.isEmpty ? manifests.diagrams : []
    diagnostics = (scan.diagnostics + manifests.diagnostics + topology.diagnostics).sorted { left, right in
      (left.place ?? Place(file: "")) < (right.place ?? Place(file: ""))
    }
    isOnlyDirectories = scan.isOnlyDirectories
    subject = Self.subject(inputs)
  }

  /// What a command that draws shows: a view of the application, or the diagrams that were written by hand.
  func drawings(of chosen: Topology, _ view: FlowView, _ options: ViewOptions) -> DrawingSet {
    pictures.isEmpty
      ? DrawingSet(only: view.drawing(of: chosen, options)) : DrawingSet(pictures, in: chosen, options)
  }

  private static func subject(_ inputs: [String]) -> String? {
    let names = inputs.compactMap { input -> String? in
      let name = input.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init)
      return name == "-" ? nil : name
    }
    guard !names.isEmpty else { return nil }
    return names.count > 3 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}
