/// The contents of a pod: its containers in order, and what they share.
package struct PodContent: Sendable, Equatable {
  /// How much of the pod a writer without tables (Mermaid) draws as separate elements.
  package enum Form: String, Sendable, CaseIterable {
    /// One box with a line for each container, which is clearest at page width.
    case compact
    /// A frame with a box for each container and each shared volume.
    case expanded
  }

  package var form: Form
  /// Init containers in their order, then sidecars, app and ephemeral containers as written.
  package var containers: [Container]
  package var volumes: [Volume]
  /// What all containers share, one line each: "one network namespace: pod IP, localhost".
  package var shared: [String]

  /// What the containers of every pod share.
  static let sharedNetwork = "shared: network (localhost)"

  package init(form: Form = .compact, containers: [Container] = [], volumes: [Volume] = [], shared: [String] = []) {
    self.form = form
    self.containers = containers
    self.volumes = volumes
    self.shared = shared
  }

  /// One container as a row of its pod's card.
  package struct Container: Sendable, Equatable {
    /// The container's role in its pod, according to the Kubernetes documentation of init containers,
    /// sidecar containers and ephemeral containers.
    package enum Role: Sendable, Hashable {
      /// Runs to completion before the app containers; `step` counts from 1 over init containers and
      /// native sidecars together, the order in which they start.
      case initial(step: Int)
      /// A native sidecar: an init container with `restartPolicy: Always`.
      case sidecar(step: Int)
      case app
      case ephemeral
    }

    package struct Pattern: Sendable, Equatable {
      package var word: String
      package var line: String

      package init(word: String, line: String) {
        self.word = word
        self.line = line
      }
    }

    package var id: ElementID
    package var role: Role
    package var name: String
    package var image: String
    /// One text for each port: "8080/TCP http".
    package var ports: [String]
    /// What it does for the other containers, in a word and in a line: "adapter", "adapter: reads what app writes to
    /// logs".
    package var pattern: Pattern?
    /// Further facts, one line each: "limits cpu 500m, memory 256Mi".
    package var lines: [String]
    /// What happened to it, in a comparison.
    package var mark: ChangeMark?

    package init(
      id: ElementID, role: Role, name: String, image: String, ports: [String] = [], pattern: Pattern? = nil,
      lines: [String] = [], mark: ChangeMark? = nil
    ) {
      self.id = id
      self.role = role
      self.name = name
      self.image = image
      self.ports = ports
      self.pattern = pattern
      self.lines = lines
      self.mark = mark
    }
  }

  /// A volume of the pod, and who mounts it.
  package struct Volume: Sendable, Equatable {
    package struct Mount: Sendable, Equatable {
      /// The position in `containers`.
      package var container: Int
      package var path: String
      package var isReadOnly: Bool

      package init(container: Int, path: String, isReadOnly: Bool) {
        self.container = container
        self.path = path
        self.isReadOnly = isReadOnly
      }
    }

    package var id: ElementID
    package var name: String
    /// Where the data is: "emptyDir", "claim data", "ConfigMap settings".
    package var source: String
    package var mounts: [Mount]

    package init(id: ElementID, name: String, source: String, mounts: [Mount] = []) {
      self.id = id
      self.name = name
      self.source = source
      self.mounts = mounts
    }

    /// An arrow may go from writers to readers only if exactly one container can write: one container
    /// mounts the volume writable and every other one read-only.
    package var hasOneWriter: Bool {
      mounts.count > 1 && Set(mounts.filter { !$0.isReadOnly }.map(\.container)).count == 1
        && mounts.contains { $0.isReadOnly }
    }
  }
}
