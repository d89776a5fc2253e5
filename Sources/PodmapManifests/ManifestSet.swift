/// All resources of an input in the order in which they were read, and the diagnostics about them.
package struct ManifestSet: Sendable {
  package var resources: [Resource] = []
  /// Hand-written diagrams; of several with the same name, only the last.
  package var diagrams: [DiagramDocument] = []
  package var diagnostics: [Diagnostic] = []

  package init(
    resources: [Resource] = [], diagrams: [DiagramDocument] = [], diagnostics: [Diagnostic] = []
  ) {
    self.resources = resources
    self.diagrams = diagrams
    self.diagnostics = diagnostics
  }

  /// Reads manifests on all cores; the result does not depend on their number.
  package init(reading files: [SourceFile]) {
    let parts = concurrentMap(Self.batches(of: files)) { batch in
      var reader = ResourceReader(batch.file)
      for chunk in batch.chunks { reader.read(chunk) }
      var part = ManifestSet(
        resources: reader.resources, diagrams: reader.diagrams, diagnostics: reader.diagnostics)
      if let lines = batch.file.lines { part.relocate(to: lines) }
      return part
    }
    resources.reserveCapacity(parts.reduce(0) { $0 + $1.resources.count })
    for part in parts {
      resources += part.resources
      diagrams += part.diagrams
      diagnostics += part.diagnostics
    }
    if files.contains(where: { $0.lines != nil }) { separatePlaces() }
    diagrams.keepLastOfEachName(&diagnostics)
  }

  /// Neighbouring chunks of one file that together are large enough to be worth a task.
  private struct Batch: Sendable {
    var file: SourceFile
    var chunks: [Chunk]
  }

  private static let batchSize = 1 << 18

  private static func batches(of files: [SourceFile]) -> [Batch] {
    var batches: [Batch] = []
    for file in files {
      var batch = Batch(file: file, chunks: [])
      var size = 0
      for chunk in DocumentSplitter.chunks(of: file.bytes) {
        if size > 0 && size + chunk.range.count > batchSize {
          batches.append(batch)
          (batch.chunks, size) = ([], 0)
        }
        batch.chunks.append(chunk)
        size += chunk.range.count
      }
      if !batch.chunks.isEmpty { batches.append(batch) }
    }
    return batches
  }
}
