package import PodmapManifests
package import PodmapTopology

/// A flow picture before it is written in any language: boxes, the groups around them, the lines
/// between them.
///
/// Views make it from a topology; writers turn it into Mermaid or DOT. Nothing in it is escaped, and
/// every text may hold anything a manifest may hold, except in `ElementID`s.
package struct FlowDiagram: Sendable, Equatable {
  /// The main direction of the lines.
  package enum Direction: String, Sendable, CaseIterable {
    case topToBottom, leftToRight
  }

  /// The heading of the picture.
  package var title: String
  /// One sentence for readers who can't see the picture.
  package var summary: String
  /// Nothing where each writer chooses by the shape of the picture.
  package var direction: Direction?
  /// Frames around cards, each after the frame that it stands in.
  package var groups: [Group]
  package var cards: [Card]
  package var links: [Link]
  /// Whether the picture explains the marks it uses.
  package var showsLegend: Bool
  /// Whether pieces that no line connects are put below each other where side by side they make a strip; unseen
  /// lines do that.
  package var isArranged: Bool
  /// Set where two applications stand side by side.
  package var sides: Sides?

  package init(
    title: String,
    summary: String,
    direction: Direction? = nil,
    groups: [Group] = [],
    cards: [Card] = [],
    links: [Link] = [],
    showsLegend: Bool = true,
    isArranged: Bool = true,
    sides: Sides? = nil
  ) {
    self.title = title
    self.summary = summary
    self.direction = direction
    self.groups = groups
    self.cards = cards
    self.links = links
    self.showsLegend = showsLegend
    self.isArranged = isArranged
    self.sides = sides
  }
}

/// The name of one element inside one diagram: `[A-Za-z][A-Za-z0-9_]*`, never a word that Mermaid or
/// DOT reserves, unique among the groups, cards, rows and volumes of its diagram.
///
/// It is derived from the node's identity alone, so the text of a diagram changes only where the
/// application does.
package struct ElementID: Hashable, Sendable, Comparable {
  package let text: String
  /// Stands for the text in hash tables, of which large diagrams need many.
  private let digest: UInt64

  /// Wraps a text that is known to fit. `ElementNames` makes one from any text.
  init(trusted text: String) {
    self.text = text
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.digest = digest
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
  }

  package static func == (left: ElementID, right: ElementID) -> Bool {
    left.digest == right.digest && left.text == right.text
  }

  package static func < (left: ElementID, right: ElementID) -> Bool {
    left.text < right.text
  }
}

extension FlowDiagram {
  /// A frame around cards: a cluster, a node, a namespace.
  package struct Group: Sendable, Equatable {
    package enum Style: String, Sendable, CaseIterable {
      case cluster, node, namespace, application, pod
    }

    package var id: ElementID
    /// The position in `groups` of the frame around this one; always smaller than its own.
    package var parent: Int?
    package var style: Style
    /// What kind of thing it is, in the reader's words: "namespace".
    package var kind: String
    package var name: String

    package init(id: ElementID, parent: Int? = nil, style: Style, kind: String, name: String) {
      self.id = id
      self.parent = parent
      self.style = style
      self.kind = kind
      self.name = name
    }
  }

  /// One box: an object, or a pod with its containers.
  package struct Card: Sendable, Equatable {
    /// The family that decides the look.
    package enum Style: String, Sendable, CaseIterable {
      /// A workload with its pods: Deployment, StatefulSet, Pod, …
      case workload
      /// A workload that runs to completion: Job, CronJob.
      case job
      /// Service and other stable addresses.
      case service
      /// Where traffic comes in: Ingress, Gateway, routes.
      case entry
      /// ConfigMap and other plain configuration.
      case configuration
      /// Secret.
      case secret
      /// Claims, volumes, storage classes.
      case storage
      /// ServiceAccount, roles and bindings.
      case identity
      /// What acts on other objects: autoscalers, budgets, policies.
      case policy
      /// A machine of the cluster.
      case node
      /// Something outside the cluster.
      case outside
      /// Every other kind.
      case other
      /// People.
      case user
      /// A whole cluster.
      case cluster
      /// A container without its pod.
      case container
      /// A network, or a part of one.
      case network
      /// A box of which nothing is known but its text.
      case plain
    }

    /// Whether the object stands in the input.
    package enum Presence: String, Sendable, CaseIterable {
      /// It is defined in the input.
      case present
      /// Something refers to it, and the input should hold it but does not.
      case missing
      /// The cluster provides it.
      case external
      /// It rightly stays out of repositories: a Secret.
      case notInInput
    }

    package var id: ElementID
    /// The position in `groups` of the frame it stands in.
    package var group: Int?
    package var style: Style
    package var icon: Icon
    package var presence: Presence
    /// The kind and what belongs to it, for the small line above the name: "Deployment · 3 replicas".
    package var kind: String
    package var name: String
    /// Whether the name is a text that was written for the picture: it is wrapped, not cut.
    package var isProse: Bool
    /// Further facts, one line each: "ClusterIP · 80 → 8080".
    package var lines: [String]
    /// The number of equal pods that the box stands for, where it is more than one.
    package var replicas: Int?
    /// The containers and what they share, for a box with pods in it.
    package var pod: PodContent?
    /// Where the object is defined: "shop.yaml · spec.template". Shown as a tooltip where there are any.
    package var tooltip: String
    /// What became of it, in a comparison.
    package var mark: ChangeMark?

    package init(
      id: ElementID,
      group: Int? = nil,
      style: Style,
      icon: Icon = .custom,
      presence: Presence = .present,
      kind: String,
      name: String,
      isProse: Bool = false,
      lines: [String] = [],
      replicas: Int? = nil,
      pod: PodContent? = nil,
      tooltip: String = "",
      mark: ChangeMark? = nil
    ) {
      self.id = id
      self.group = group
      self.style = style
      self.icon = icon
      self.presence = presence
      self.kind = kind
      self.name = name
      self.isProse = isProse
      self.lines = lines
      self.replicas = replicas
      self.pod = pod
      self.tooltip = tooltip
      self.mark = mark
    }
  }

  /// A line between two elements: cards, container rows, volumes or groups.
  package struct Link: Sendable, Hashable {
    package var from: ElementID
    package var to: ElementID
    package var kind: EdgeKind
    /// Read from a value rather than declared in a field that Kubernetes resolves.
    package var isInferred: Bool
    /// Dashed because its author wants it so.
    package var isDashed: Bool
    /// A call that a NetworkPolicy does not let through.
    package var isDenied: Bool
    package var label: String
    /// Whether the boxes at both ends say the same, so that a picture with little room can do without it.
    package var isLabelTold: Bool
    /// The file and field that say so: "web.yaml · spec.rules[0].http". Shown as a tooltip where there are any.
    package var source: String
    /// What became of it, in a comparison.
    package var mark: ChangeMark?
    /// Whether it joins the two places of one container, rather than saying what one does to the other.
    package var isMatch: Bool

    package init(
      from: ElementID, to: ElementID, kind: EdgeKind, isInferred: Bool = false, isDashed: Bool = false,
      isDenied: Bool = false, label: String = "", isLabelTold: Bool = false, source: String = "",
      mark: ChangeMark? = nil, isMatch: Bool = false
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.isInferred = isInferred
      self.isDashed = isDashed
      self.isDenied = isDenied
      self.label = label
      self.isLabelTold = isLabelTold
      self.source = source
      self.mark = mark
      self.isMatch = isMatch
    }
  }
}
