import ArgumentParser
import PodmapComparison
import PodmapManifests
import PodmapTopology

/// `--match old=new`: two names that the user says are one container.
struct MatchOption {
  private let old: String
  private let new: String

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw ValidationError("--match '\(text)' is no pair of names; write it as old=new")
    }
    (old, new) = (parts[0], parts[1])
  }

  /// The pairs that several options name, after checking that each name means one container.
  static func settled(_ options: [MatchOption], _ left: Layout, _ right: Layout) throws -> [SettledMatch] {
    var found: [SettledMatch] = []
    for option in options {
      let pair = SettledMatch(
        left: try position(of: option.old, in: left, side: "left"),
        right: try position(of: option.new, in: right, side: "right"))
      if found.contains(pair) { continue }
      if let other = found.first(where: { $0.left == pair.left || $0.right == pair.right }) {
        let id = other.left == pair.left ? left.containers[pair.left].id : right.containers[pair.right].id
        throw ValidationError("--match names the container '\(id.shortened())' twice; name each once")
      }
      found.append(pair)
    }
    return found
  }

  private static func position(of name: String, in layout: Layout, side: String) throws -> Int {
    switch layout.container(named: NamePattern(name)) {
    case .one(let position): return position
    case .several(let ids):
      let shown = ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
      throw ValidationError("'\(name)' is \(ids.count) containers of the \(side) side (\(shown)); give the id of one")
    case .none:
      let hint =
        Spelling.nearest(to: name, among: layout.containerNames).map { "did you mean '\($0)'?" }
        ?? "'podmap inspect' lists what there is"
      throw ValidationError("no container '\(name)' on the \(side) side; \(hint)")
    }
  }
}
