import PodmapManifests

extension Pass {
  /// Adds an edge from each object that tells a controller what to apply to the objects in that folder, as far as the
  /// folder is in the input.
  static let connectDeliveries = Pass("connect deliveries") { builder in
    let rows = Dictionary(uniqueKeysWithValues: Delivery.all.map { ($0.kind, $0) })
    let sources = builder.objects.indices.flatMap { position -> [DeliveredFolder] in
      guard let row = rows[builder.objects[position].resource.kind] else { return [] }
      return row.folders(of: builder.objects[position].resource, source: position)
    }
    guard !sources.isEmpty else { return }
    let tree = FolderTree(sources, in: builder.objects.map(\.resource.file))
    for object in builder.objects {
      let wave = object.resource.root.at("metadata", "annotations")?["argocd.argoproj.io/sync-wave"]?.text
      let label = wave.map { "deploys in wave \($0)" } ?? "deploys"
      for folder in tree.folders(of: object.resource.file) {
        let source = builder.objects[folder.source].positions.object
        guard source != object.positions.object else { continue }
        builder.connect(source, object.positions.object, .owns, label: label, evidence: [folder.evidence])
      }
    }
  }
}
