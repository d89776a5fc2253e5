/// The keys that identify the containers of a pod, in the order of the manifest, as `PodTemplateReader` assigns them:
/// the name, `container-3` if there is none, and a trailing `#2` for a name that is taken, which Kubernetes rejects.
package struct ContainerKeys {
  private var taken: Set<String> = []

  package init() {}

  /// The key of the next container.
  package mutating func next(_ name: String?) -> String {
    let name = name.flatMap { $0.isEmpty ? nil : $0 } ?? "container-\(taken.count + 1)"
    var (key, number) = (name, 2)
    while !taken.insert(key).inserted { (key, number) = ("\(name)#\(number)", number + 1) }
    return key
  }
}
