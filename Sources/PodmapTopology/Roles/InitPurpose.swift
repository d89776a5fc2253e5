import PodmapManifests

/// Recognises what init containers do before the others start.
extension PodOfContainers {
  func purpose(ofInit container: Int) -> ContainerPattern {
    let commands = texts[container].commands
    let target = outsideCalls(of: container).first
    if let (text, word) = commands.first(with: Self.waiting) {
      return ContainerPattern(
        .initial, target.map { "waits for \($0.name.shortened(to: 60))" } ?? "waits before the others start",
        evidence: [target?.evidence ?? text.evidence(word)])
    }
    if let (text, word) = commands.first(with: [
      "migrat", "alembic", "flyway", "liquibase", "create table", "create database", "db:setup", "schema",
    ]) {
      return ContainerPattern(
        .initial, target.map { "prepares \($0.name.shortened(to: 60))" } ?? "prepares the database",
        evidence: [text.evidence(word)] + (target.map { [$0.evidence] } ?? []))
    }
    if let (volume, mount, reader) = writes(container) {
      let source = texts[container].outsideSource
      let what = source.map { "fetches from \($0.value.shortened(to: 60)) into" } ?? "fills"
      return ContainerPattern(
        .initial, "\(what) \(volume.name.shortened(to: 40)) for \(name(reader))",
        evidence: (source.map { [$0] } ?? []) + [mount.evidence])
    }
    if let target {
      return ContainerPattern(
        .initial, "calls \(target.name.shortened(to: 60)) before the others start", evidence: [target.evidence])
    }
    let raw = written[container]
    let evidence = raw.flatMap { raw in
      raw.value["name"].map { Evidence($0, path: raw.path.appending("name").text, in: object.podSource.file) }
    }
    return ContainerPattern(
      .initial, "runs to completion before the app containers start", isTelling: false,
      evidence: evidence.map { [$0] } ?? [])
  }

  private static let waiting = ["until ", "wait", "while !", "nc -z", "nslookup", "getent ", "pg_isready"]

  /// A volume that the container can write and that a container that starts later also mounts.
  private func writes(_ container: Int) -> (volume: Volume, mount: Volume.Mount, reader: Int)? {
    for volume in template.volumes where !volume.isReadOnly {
      guard let own = volume.mounts.first(where: { $0.container == container && !$0.isReadOnly }),
        let reader = volume.mounts.first(where: { $0.container > container && runs($0.container) })?.container
      else { continue }
      return (volume, own, reader)
    }
    return nil
  }
}
