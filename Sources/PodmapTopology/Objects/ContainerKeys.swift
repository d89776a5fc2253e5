/// The keys that tell the containers of a pod apart, given in the order of the manifest as `PodTemplateReader` does: the
/// name, `container-3` where there is none, and `#2` behind a name that Kubernetes would refuse as the second.
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
