/// The keys that identify the containers of a pod, in the order of the manifest, as `PodTemplateReader` assigns them:
/// the name, `container-3` if there is none, and a trailing `#2` for a name that is taken, which Kubernetes rejects.
package struct ContainerKeys {
  private var taken: Set<String> = []
  /// The next number of each name that is taken.
  private var numbers: [String: Int] = [:]

  package init() {}

  /// The key of the next container.
  package mutating func next(_ name: String?) -> String {
    let name = name.flatMap { $0.isEmpty ? nil : $0 } ?? "container-\(taken.count + 1)"
    if taken.insert(name).inserted { return name }
    var number = numbers[name] ?? 2
    while !taken.insert("\(name)#\(number)").inserted { number += 1 }
    numbers[name] = number + 1
    return "\(name)#\(number)"
  }
}
