internal import Dispatch
internal import PodmapManifests
package import PodmapTopology
internal import Synchronization

/// The names in some inputs, for the completion of a word: whoever presses a key doesn't want to wait.
package struct InputNames: Sendable {
  private let inputs: [String]
  private let project: ProjectFile
  private let namespace: DefaultNamespace?

  /// Standard input belongs to the terminal, and a revision needs another program.
  package init(_ inputs: [String], project: ProjectFile, namespace: DefaultNamespace?) {
    self.inputs = inputs.filter { $0 != "-" && GitSource($0) == nil }
    self.project = project
    self.namespace = namespace
  }

  /// The names that begin with a text, of as much of the inputs as can be read in a moment; no other program is started.
  package func names(_ family: Topology.NameFamily, startingWith prefix: String) -> [String] {
    guard !inputs.isEmpty else { return [] }
    let (found, isDone) = (Box(), DispatchSemaphore(value: 0))
    DispatchQueue.global().async {
      let names = all(family, startingWith: prefix)
      found.names.withLock { $0 = names }
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + .seconds(Limit.completionTime.value))
    return found.names.withLock { $0 }
  }

  private func all(_ family: Topology.NameFamily, startingWith prefix: String) -> [String] {
    var settings = SourceSettings(renders: false)
    settings.room = SourceRoom(entries: Limit.completionEntries.value, bytes: Limit.completionSize.value)
    let input = LinkedInput(reading: inputs, project: project, namespace: namespace, settings: settings)
    // An object is called by its name alone, until a slash says otherwise.
    let isPath = prefix.contains("/")
    let names = input.topology.candidates(family).filter {
      $0.hasPrefix(prefix) && $0.withoutControlCharacters == $0 && (family == .labels || $0.contains("/") == isPath)
    }
    return Array(names.prefix(Limit.completedNames.value))
  }

  private final class Box: Sendable {
    let names = Mutex<[String]>([])
  }
}
