package import PodmapManifests

extension Icon {
  /// The kinds that share an icon, without their API groups, the one that it is named for first.
  package var kinds: [String] {
    let kinds = KnownKind.all.filter { $0.icon == self }.map(\.kind.name).uniqued
    guard let own = kinds.firstIndex(where: { $0.lowercased() == rawValue.lowercased() }) else { return kinds }
    return [kinds[own]] + kinds[..<own] + kinds[(own + 1)...]
  }
}
