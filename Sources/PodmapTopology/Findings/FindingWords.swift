import PodmapManifests

/// How messages refer to nodes.
extension Node {
  /// "the Deployment 'web'", "the container 'server' of the Deployment 'web'".
  func words(in nodes: [Node]) -> String {
    guard kind == .container, let parent else { return words }
    return "the container '\(name.shortened())' of \(nodes[parent].words)"
  }

  /// "the Deployment 'web'"
  var words: String { "the \(kind.name) '\(name.shortened())'" }
}

extension ObjectDescription {
  /// "the Deployment 'web'"
  var words: String { "the \(kind.name) '\(name.shortened())'" }
}

extension [String] {
  /// "'a', 'b' and 3 more"
  var listed: String {
    let shown = prefix(Limit.foundNames.value).map { "'\($0.shortened())'" }
    let rest = count - shown.count
    if rest > 0 { return "\(shown.joined(separator: ", ")) and \(rest) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return "\(shown.dropLast().joined(separator: ", ")) and \(last)"
  }
}
