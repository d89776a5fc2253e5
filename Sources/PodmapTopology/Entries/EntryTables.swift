import PodmapManifests

/// Every table of custom kinds that route requests, one for each project. A new kind is a row in one of them.
enum EntryTables {
  static let all: [EntryRule] = [
    traefikEntries, controllerEntries, nginxEntries, glooEntries, cloudEntries, knativeEntries, meshEntries,
  ].flatMap(
    \.self)

  static let byKind: [ResourceKind: EntryRule] = Dictionary(
    all.flatMap { rule in rule.kinds.map { ($0, rule) } }
  ) { first, _ in first }
}
