import PodmapManifests

extension FlowDiagram.Card {
  /// What a picture says about an object where it has no box of its own, but is a row of another box.
  package struct Brief: Sendable, Equatable {
    /// A row that a card has although no object says it.
    package struct Note: Sendable, Equatable {
      package var style: Style
      package var tag: String
      package var text: String

      package init(style: Style, tag: String, text: String) {
        self.style = style
        self.tag = tag
        self.text = text
      }
    }

    /// The word before it: "config".
    package var tag: String
    /// Its content instead of its name: "from storefront".
    package var text: String?
    /// What a list says after its name.
    package var summary: String?
    /// The application that it is a part of, according to its labels.
    package var application: String?
    /// What it says about the number of pods, for the heading of its workload: "2–6 pods (autoscaled)".
    package var scale: String?
    /// The ports of a Service: ":80→8080".
    package var ports: [String]
    /// The type of a Service, unless it is the usual one.
    package var type: String?
    /// Whether it can be reached from outside the cluster.
    package var isOpen: Bool
    /// Whether it is a host outside the cluster.
    package var isHost: Bool
    /// Whether it is shown even if nothing refers to it: a policy for all pods.
    package var isAlwaysShown: Bool
    package var notes: [Note]
    /// Whether a picture with little room can omit its row.
    package var isMinor = false
    /// Whether even volumes that only one container uses are rows.
    package var showsVolumes = false

    package init(
      tag: String = "", text: String? = nil, scale: String? = nil, ports: [String] = [], type: String? = nil,
      isOpen: Bool = false, isHost: Bool = false, isAlwaysShown: Bool = false, notes: [Note] = []
    ) {
      self.tag = tag
      self.text = text
      self.scale = scale
      self.ports = ports
      self.type = type
      self.isOpen = isOpen
      self.isHost = isHost
      self.isAlwaysShown = isAlwaysShown
      self.notes = notes
    }
  }

  /// What the card says about its presence: a host is never in a cluster.
  var shownPresence: Presence { brief.isHost && presence == .external ? .present : presence }

  /// The kind alone: "Service" of "Service · headless".
  package var kindWord: String {
    guard let end = kind.firstByteRange(of: " · ") else { return kind }
    return String(kind[..<end.lowerBound])
  }
}
