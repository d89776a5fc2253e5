import PodmapManifests

/// How objects of a custom kind describe pods that aren't written as pod templates: one row of `Tables/`.
///
/// Paths are written as in `ReferenceRule`. They begin at the value that describes a pod; with a slash in front, at the
/// root of the object.
struct PodShape: Sendable {
  /// Where containers are described.
  struct Part: Sendable {
    enum Role: Sendable { case initial, sidecar, app }

    var role: Role
    /// A list of containers, or a mapping that describes one; empty for the value that describes the pod.
    var path: String
    /// The name of a container that is written without one.
    var name: String?
    /// Where the image is if the container has none, the first that is there.
    var images: [String] = []
    /// Fields with scripts and arguments, which are read as arguments after the container's own. They are paths in the
    /// container, or with a slash in front, in the object.
    var arguments: [String] = []
    /// Where fields are that every container of the list has.
    var defaults: String?
    /// The fields that describe the container, if others beside them don't; `nil` for all.
    var fields: [String]?
    /// Ports that the controller always opens.
    var ports: [(name: String, number: Int)] = []
    /// A list of listeners, each with a `name` and a `port` that is open.
    var listeners: String?
    /// A list of the volumes that it uses, each with a `name`.
    var disks: String?
    /// Whether the container is there even if nothing describes it.
    var isImplied = false
  }

  var kind: ResourceKind
  /// What describes a pod; `[]` for several.
  var pod: String
  /// The name of the pod among several; otherwise that of the list's item, or of the field.
  var name: String?
  /// A pod template that the controller completes.
  var template: String?
  var parts: [Part]
  var volumes: [String] = []
  var account: [String] = []
  /// The labels of the pods.
  var labels: [String] = []
  /// How many such pods there are.
  var count: PodCount?
  /// Whether the pods run to their end, and are never restarted.
  var runsOnce = false
  /// Whether the pods of one object usually follow each other: the steps of a run.
  var isStep = false
  /// Whether each app container waits until the one before it has ended.
  var runsInTurn = false

  /// The rows of a kind; empty for most kinds.
  static func shapes(of kind: ResourceKind) -> [PodShape] { byKind[kind] ?? [] }

  static let all = tektonShapes + workflowShapes + batchShapes + virtualMachineShapes + monitoringShapes + storeShapes

  private static let byKind = Dictionary(grouping: all, by: \.kind)
}

extension PodShape.Part {
  /// The containers of a list, as in a pod.
  static func list(_ path: String, _ role: Role = .app) -> PodShape.Part { PodShape.Part(role: role, path: path) }
}
