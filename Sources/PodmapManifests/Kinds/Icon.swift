/// A small symbol that represents a kind of object. Each is drawn in one colour on a grid of 24 × 24 units.
///
/// The set is closed: kinds without an icon of their own share one, and all others get `custom`.
package enum Icon: String, CaseIterable, Sendable {
  // Workloads.

  /// A capsule with a box in it.
  case pod
  /// A cube.
  case container
  /// A box between two arrows that form a circle: what it rolls out is replaced bit by bit.
  case deployment
  /// Three sheets, one behind the other: equal copies.
  case replicaSet
  /// Boxes in a row over a disk.
  case statefulSet
  /// One box over each of several machines.
  case daemonSet
  /// A box with a check mark: something that is done once.
  case job
  /// A clock that goes round.
  case cronJob

  // How traffic comes in and where it goes.

  /// A hub with spokes.
  case service
  /// A pin on a map: an address.
  case endpointSlice
  /// An arrow that enters through a door.
  case ingress
  /// A gate with two wings.
  case gateway
  /// A path that forks.
  case route
  /// A globe: what is outside the cluster.
  case outside

  // What acts on other objects.

  /// A shield.
  case networkPolicy
  /// An umbrella.
  case podDisruptionBudget
  /// Boxes over an arrow to both sides: more of them, or fewer.
  case horizontalPodAutoscaler
  /// A gauge.
  case resourceQuota
  /// Two chevrons that point up.
  case priorityClass
  /// A funnel: what every request passes through before it is stored.
  case admission

  // What configures applications, and what they identify themselves with.

  /// Sliders.
  case configMap
  /// A padlock.
  case secret
  /// A seal with ribbons.
  case certificate

  // Where data is kept.

  /// A disk with a plus: requested space.
  case persistentVolumeClaim
  /// A filled disk: existing space.
  case persistentVolume
  /// Layers.
  case storageClass
  /// A folder: what a container sees of a volume.
  case volume

  // Who may do what.

  /// A badge with a person on it.
  case serviceAccount
  /// A key.
  case role
  /// A link of a chain.
  case roleBinding
  /// Head and shoulders.
  case user

  // Machines, the frames around objects, and every other kind.

  /// Machines that form a ring.
  case cluster
  /// A machine in a rack.
  case node
  /// A dashed frame around a box.
  case namespace
  /// A chip.
  case device
  /// A piece of a puzzle: an addition to Kubernetes.
  case custom
}
