internal import PodmapComparison
internal import PodmapManifests
internal import PodmapTopology

/// Two names of one container, one on each side of a comparison: `old=new`.
package struct NamePair: Sendable {
  private let old: String
  private let new: String

  package init(_ text: String) throws(RequestError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw RequestError("\(.match) '\(text)' isn't a pair of names; write it as old=new")
    }
    (old, new) = (parts[0], parts[1])
  }

  /// The containers that several pairs name; throws unless each name means just one container.
  static func settled(_ pairs: [NamePair], _ left: Layout, _ right: Layout) throws(RequestError) -> [SettledMatch] {
    var found: [SettledMatch] = []
    for pair in pairs {
      let match = SettledMatch(
        left: try position(of: pair.old, in: left, side: "left"),
        right: try position(of: pair.new, in: right, side: "right"))
      if found.contains(match) { continue }
      if let other = found.first(where: { $0.left == match.left || $0.right == match.right }) {
        let id = other.left == match.left ? left.containers[match.left].id : right.containers[match.right].id
        throw RequestError("\(.match) names the container '\(id.shortened())' twice; name each once")
      }
      found.append(match)
    }
    return found
  }

  private static func position(of name: String, in layout: Layout, side: String) throws(RequestError) -> Int {
    switch layout.container(named: NamePattern(name)) {
    case .one(let position): return position
    case .several(let ids):
      let shown =
        ids.prefix(Limit.listedNames.value).joined(separator: ", ") + (ids.count > Limit.listedNames.value ? ", …" : "")
      throw RequestError(
        "'\(name)' matches \(ids.count) containers on the \(side) side (\(shown)); give the ID of one",
        isAboutInput: true)
    case .none:
      let advice = Choice.advice(name, among: layout.containerNames)
      throw RequestError("no container '\(name)' on the \(side) side; \(advice)", isAboutInput: true)
    }
  }
}
