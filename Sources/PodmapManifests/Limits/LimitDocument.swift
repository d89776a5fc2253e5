extension Limit {
  /// The text of `docs/limits.md`.
  package static var document: String {
    var text = """
      # Limits

      Every bound on what Podmap reads, does and writes, and what happens beyond it. This page is generated from \
      `Sources/PodmapManifests/Limits`; to update it, run `PODMAP_RECORD=1 swift test --filter LimitListTests`.

      """
    for stage in stages {
      text += "\n## \(stage.heading)\n\n| limit | default | option | beyond it |\n| --- | --- | --- | --- |\n"
      for limit in stage.limits {
        let flag = limit.flag.map { "`\($0.name)`, between \($0.range)" } ?? ""
        text += "| `\(limit.name)` | \(limit.standardText) | \(flag) | \(limit.meaning) |\n"
      }
    }
    return text
  }
}
