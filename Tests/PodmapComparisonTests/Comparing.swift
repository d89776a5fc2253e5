import Foundation
import PodmapComparison
import PodmapManifests
import PodmapProject
import PodmapTestSupport
import PodmapTopology

/// The layout of manifests given as texts, one per file.
func layout(_ texts: String...) -> Layout {
  let files = texts.enumerated().map { SourceFile(name: "\($0.offset).yaml", text: $0.element) }
  let resources = ManifestSet(reading: files).resources
  return Layout(Topology(resources), resources: resources)
}

/// The layout of a folder below `samples/`.
func sample(_ path: String) throws -> Layout {
  let input = LinkedInput(reading: [packageFolder().appendingPathComponent("samples/\(path)").path], keepsSources: true)
  guard !input.hasErrors else { throw Failure("samples/\(path) can't be read") }
  return Layout(input)
}

extension Comparison {
  /// "containerMoved old → new"
  var rows: [String] {
    changes.map { change in
      let values = [change.from, change.to].map { $0.joined(separator: " & ") }
      return "\(change.kind.name) \(change.subject): \(values[0]) → \(values[1])"
    }
  }

  /// "old = new (certain)"
  var pairs: [String] {
    matches.map { "\(left.containers[$0.left].id) = \(right.containers[$0.right].id) (\($0.strength.rawValue))" }
  }
}

/// A Deployment with one container, to which `more` adds fields.
func deployment(_ name: String, container: String = "app", image: String, replicas: Int = 1, more: String = "")
  -> String
{
  """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: \(name)}
  spec:
    replicas: \(replicas)
    template:
      metadata: {labels: {app: \(name)}}
      spec:
        containers:
        - {name: \(container), image: "\(image)"\(more.isEmpty ? "" : ", \(more)")}
  ---

  """
}
