import PodmapComparison

extension Comparison {
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
