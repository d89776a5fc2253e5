extension Diagnostic.Topic.Family {
  fileprivate var heading: String {
    switch self {
    case .application: "What is probably wrong in an application"
    case .reading: "What was read, and how"
    case .program: "Podmap's settings and outputs"
    }
  }
}

extension Diagnostic.Topic {
  /// The text of `docs/findings.md`.
  package static var document: String {
    var text = """
      # Findings

      Every message has a code, which stays the same when its words change. `--verbose` prints the code at the end of \
      the message; JSON and SARIF always contain it. [podmap.yaml](podmap-yaml.md#accepted-findings) accepts findings \
      by their codes. This page is generated from `Sources/PodmapManifests/Diagnostics`; to update it, run \
      `PODMAP_RECORD=1 swift test --filter TopicTests`.

      A message is an error if part of the input could not be used, a warning if something is probably not what the \
      author meant, and otherwise a note. Findings don't change the exit code, unless you give `--fail-on warning`. \
      `--quiet` prints only errors.

      """
    for family in Family.allCases {
      text += "\n## \(family.heading)\n\n| code | reported | what to do |\n| --- | --- | --- |\n"
      for topic in all where topic.family == family {
        text += "| `\(topic.code)` | \(topic.summary) | \(topic.remedy) |\n"
      }
    }
    return text
  }
}
