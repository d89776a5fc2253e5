package import PodmapManifests
package import PodmapTopology

/// A flow diagram before it is written in any format: cards, the groups around them, the lines
/// between them.
///
/// Views make it from a topology; writers turn it into Mermaid or DOT. Nothing in it is escaped, and
/// every text may contain anything that a manifest may contain, except in `ElementID`s.
package struct FlowDiagram: Sendable, Equatable {
  /// The main direction of the lines.
  package enum Direction: Sendable, CaseIterable {
    case topToBottom, leftToRight

    /// The name that users write: `TB`.
    package var name: String { written.rawValue }

    /// A few words for the command line's help.
    package var help: String {
      switch self {
      case .topToBottom: "top to bottom"
      case .leftToRight: "left to right"
      }
    }

    /// As a hand-written diagram says it.
    private var written: DiagramDocument.Direction {
      switch self {
      case .topToBottom: .topToBottom
      case .leftToRight: .leftToRight
      }
    }
  }

  /// The heading of the picture.
  package var title: String
  /// One sentence for readers who can't see the picture.
  package var summary: String
  /// `nil` to let each writer choose by the shape of the picture.
  package var direction: Direction?
  /// Frames around cards, each after the frame around it.
  package var groups: [Group]
  package var cards: [Card]
  package var links: [Link]
  /// Whether the picture explains the marks it uses.
  package var showsLegend: Bool
  /// Whether pieces that no line connects are stacked if, side by side, they would make a strip; invisible
  /// lines do that.
  package var isArranged: Bool
  /// Set if two applications are side by side.
  package var sides: Sides?
  /// How the diagram is condensed; `nil` to draw it as it is.
  package var condensing: CondensingOptions?
  /// Who lays the diagram out; `nil` for Podmap in pictures, and for nobody in DOT, which is a graph without positions
  /// then.
  package var layout: PictureLayout?

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
/// It is derived only from the node's identity, so the text of a diagram changes only where the
/// application does.
package struct ElementID: Hashable, Sendable, Comparable {
  package let text: String
  /// Represents the text in hash tables, of which large diagrams need many.
  private let digest: UInt64

  /// Wraps a text that is known to be valid. `ElementNames` makes an id from any text.
  init(trusted text: String) {
    self.text = text
    digest = StableHash.number(of: text.utf8)
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
    /// What it is, in the reader's words: "namespace".
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
      /// A box of which only the text is known.
      case plain
    }

    /// Whether the object is in the input.
    package enum Presence: String, Sendable, CaseIterable {
      /// It is defined in the input.
      case present
      /// Something refers to it, and the input should contain it but doesn't.
      case missing
      /// The cluster provides it.
      case external
      /// It is kept out of repositories for a good reason: a Secret.
      case notInInput
    }

    package var id: ElementID
    /// The position in `groups` of the frame around it.
    package var group: Int?
    package var style: Style
    package var icon: Icon
    package var presence: Presence
    /// The kind and what belongs to it, for the small line above the name: "Deployment · 3 replicas".
    package var kind: String
    package var name: String
    /// Whether the name is prose written for the diagram, which is wrapped rather than cut.
    package var isProse: Bool
    /// Further facts, one line each: "ClusterIP · 80 → 8080".
    package var lines: [String]
    /// The number of equal pods that the card represents, if more than one.
    package var replicas: Int?
    /// The containers and what they share, for a box with pods in it.
    package var pod: PodContent?
    /// Where the object is defined: "shop.yaml · spec.template". Shown as a tooltip if not empty.
    package var tooltip: String
    /// What happened to it, in a comparison.
    package var mark: ChangeMark?
    /// What a picture says about the object where it has no box of its own.
    package var brief = Brief()
    /// Lines to cards that are in other parts of the picture.
    package var references: [Reference] = []
    /// Whether the object is always a box of its own.
    package var isKept = false
    /// Whether an earlier card shows other pods of the same object, so that the object is counted there.
    package var isFurther = false

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
  @dynamicMemberLookup
  package struct Link: Sendable, Hashable {
    /// What the look of a line depends on. Links with the same ends and traits are drawn as one line.
    package struct Traits: Sendable, Hashable {
      package var kind: EdgeKind
      /// Read from a value rather than declared in a field that Kubernetes resolves.
      package var isInferred = false
      /// Read from a value that is merely available; such a line is inferred too.
      package var isPossible = false
      /// Dashed because its author asks for it.
      package var isDashed = false
      /// A call that a NetworkPolicy does not let through.
      package var isDenied = false
      /// What happened to it, in a comparison.
      package var mark: ChangeMark?
      /// Whether it joins the two places of one container, rather than saying what one does to the other.
      package var isMatch = false
    }

    package var from: ElementID
    package var to: ElementID
    package var traits: Traits
    package var label: String
    /// The part of the label that says which requests a backend of a route gets: "weight 90".
    package var share = ""
    /// The rest of the label, if there is a share.
    package var path = ""
    /// Whether the boxes at both ends show the label, so that a picture with little room can omit it.
    package var isLabelRepeated: Bool
    /// The file and field that the line comes from: "web.yaml · spec.rules[0].http". Shown as a tooltip if not empty.
    package var source: String
    /// The port that a call names.
    package var port: Int?
    /// The ConfigMap or Secret in which the address of a call is written.
    package var holder: String?

    package init(
      from: ElementID, to: ElementID, kind: EdgeKind, isInferred: Bool = false, isPossible: Bool = false,
      isDashed: Bool = false, isDenied: Bool = false, label: String = "", isLabelRepeated: Bool = false,
      source: String = "", mark: ChangeMark? = nil, isMatch: Bool = false
    ) {
      self.init(
        from: from, to: to,
        Traits(
          kind: kind, isInferred: isInferred, isPossible: isPossible, isDashed: isDashed, isDenied: isDenied,
          mark: mark, isMatch: isMatch),
        label: label, isLabelRepeated: isLabelRepeated, source: source)
    }

    init(
      from: ElementID, to: ElementID, _ traits: Traits, label: String = "", isLabelRepeated: Bool = false,
      source: String = ""
    ) {
      self.from = from
      self.to = to
      self.traits = traits
      self.label = label
      self.isLabelRepeated = isLabelRepeated
      self.source = source
    }

    package subscript<Value>(dynamicMember trait: WritableKeyPath<Traits, Value>) -> Value {
      get { traits[keyPath: trait] }
      set { traits[keyPath: trait] = newValue }
    }
  }
}
