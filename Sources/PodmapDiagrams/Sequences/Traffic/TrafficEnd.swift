import PodmapManifests

/// Why a request goes no further than a container: the manifests have no more calls, or the diagram leaves them out.
struct TrafficEnd: Hashable {
  /// The number of calls that are left out because they are merely possible.
  let unshown: Int

  /// What a note beside the container says.
  var words: String {
    unshown == 0 ? "no further calls in the manifests" : "\(unshown.counted("possible call")) not drawn"
  }

  /// What notes below the diagram say if the containers are too many for a note each.
  static func notes(_ ends: [(name: String, end: TrafficEnd)]) -> [String] {
    func list(_ words: [String]) -> String { words.uniqued.joined(separator: ", ").shortenedList(to: 160) }
    let last = ends.filter { $0.end.unshown == 0 }.map(\.name)
    let cut = ends.filter { $0.end.unshown > 0 }.map { "\($0.name) (\($0.end.unshown))" }
    return [("No further calls in the manifests", last), ("Possible calls not drawn", cut)].compactMap { title, names in
      names.isEmpty ? nil : "\(title): \(list(names))"
    }
  }
}
