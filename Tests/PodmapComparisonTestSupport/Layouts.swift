import Foundation
package import PodmapComparison
import PodmapManifests
import PodmapProject
import PodmapTestSupport
import PodmapTopology

/// The layout of manifests given as texts, one per file.
package func layout(_ texts: String...) -> Layout {
  let files = texts.enumerated().map { SourceFile(name: "\($0.offset).yaml", text: $0.element) }
  let resources = ManifestSet(reading: files).resources
  return Layout(Topology(resources), resources: resources)
}

/// The layout of a folder below `samples/`.
package func sample(_ path: String) throws -> Layout {
  let input = LinkedInput(reading: [packageFolder().appendingPathComponent("samples/\(path)").path], keepsSources: true)
  guard !input.hasErrors else { throw Failure("samples/\(path) can't be read") }
  return Layout(input)
}

extension Comparison {
  /// "containerMoved default/Deployment/web/app: old → new"
  package var rows: [String] {
    changes.map { change in
      let values = [change.from, change.to].map { $0.joined(separator: " & ") }
      return "\(change.kind.name) \(change.subject): \(values[0]) → \(values[1])"
    }
  }
}
