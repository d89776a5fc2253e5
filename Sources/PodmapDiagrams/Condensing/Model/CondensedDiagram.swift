package import PodmapManifests
package import PodmapTopology

/// A flow diagram reduced to what fits a page: the step between views and writers.
///
/// Everything that the flow diagram contains is in exactly one place here: a card, a row of a card, a member of a set,
/// a row of a table, or a line. `represents` says what that place stands for. Mermaid, DOT, JSON and the placed
/// pictures all show these cards, rows and lines. Nothing is escaped.
package struct CondensedDiagram: Sendable, Equatable {
  package var title: String
  /// What follows the title in small letters: "namespace shop · 8 Services, 7 Deployments".
  package var subtitle: String
  /// One sentence for readers who can't see the picture.
  package var summary: String
  /// `nil` to let the layout choose.
  package var direction: FlowDiagram.Direction?
  package var showsLegend: Bool
  /// How much the picture shows.
  package var detail: Detail
  /// Frames around cards, each after the frame around it.
  package var frames: [FlowDiagram.Group]
  package var cards: [Card]
  package var lines: [Line]
  /// Whether the two frames are columns to compare, the left one first.
  package var isSideBySide = false
}

extension CondensedDiagram {
  /// What a place of the picture stands for.
  package struct Represented: Sendable, Equatable {
    /// Cards, containers and volumes of the flow diagram.
    package var elements: [ElementID] = []
    /// Positions in the flow diagram's `links`.
    package var links: [Int] = []

    package static func + (left: Represented, right: Represented) -> Represented {
      Represented(elements: left.elements + right.elements, links: left.links + right.links)
    }

    package static func += (left: inout Represented, right: Represented) {
      left.elements += right.elements
      left.links += right.links
    }
  }

  /// A box: an object with what belongs to it, several similar objects, or a table of objects.
  package struct Card: Sendable, Equatable {
    package enum Form: String, Sendable, CaseIterable {
      /// One object.
      case object
      /// Several similar objects, drawn as a stack.
      case set
      /// Objects that many others use, one in each row.
      case table
      /// Objects that nothing refers to, by kind.
      case tray
    }

    package var id: ElementID
    /// The position in `frames` of the frame around it.
    package var frame: Int?
    package var form: Form
    package var style: FlowDiagram.Card.Style
    package var icon: Icon
    package var presence: FlowDiagram.Card.Presence
    package var mark: ChangeMark?
    /// The small line above the name: "Deployment ×2".
    package var heading: String
    package var name: String
    /// Whether the name is prose, which is wrapped rather than cut.
    package var isProse: Bool
    /// The Services in front of it, above the head.
    package var tabs: [Row]
    package var rows: [Row]
    /// What others do with it: "called by 18".
    package var foot: [Row]
    /// The names of the members of a set, without what the title already says.
    package var members: [Item]
    /// The full names, the file and the field.
    package var tooltip: String
    /// What the head stands for.
    package var represents: Represented
    /// The name of the part of the picture that the card is an overview of.
    package var part: String?

    /// Whether there is only a name, so that the card is a box with a text.
    var isNameOnly: Bool { isProse && heading.isBlank && (tabs + rows + foot).isEmpty && members.isEmpty }
  }

  /// One line of a card, or a few if the text is long.
  package struct Row: Sendable, Equatable {
    /// What the row is about, which decides its look.
    package enum Subject: Sendable, Hashable {
      /// A Service in front of the card; `isOpen` if it can be reached from outside the cluster.
      case service(isOpen: Bool)
      case container(PodContent.Container.Role.Family)
      /// A volume of the pod.
      case volume
      /// An object of a family.
      case object(FlowDiagram.Card.Style)
      /// Calls of the card.
      case calls
      /// A fact about the card itself.
      case fact
      /// What others do with the card.
      case foot

      var isContainer: Bool { if case .container = self { true } else { false } }
    }

    /// The element at which lines may end; `nil` if none do.
    package var id: ElementID?
    package var subject: Subject
    /// The word at the start: "config".
    package var tag: String
    package var items: [Item]
    /// Whether its item is what several names have in common, and their number: such rows are never merged.
    package var isCounted = false
    /// Whether a picture with little room can omit it.
    package var isMinor = false
    /// The number of further items, which only the tooltip names.
    package var more = 0
    package var presence: FlowDiagram.Card.Presence = .present
    package var mark: ChangeMark?
    package var tooltip = ""
    package var represents = Represented()
    /// Whether it says that something goes wrong.
    package var isAlarm = false
    /// The name of the part of the picture that the row leads to.
    package var part: String?
  }

  /// A text of a row, and what belongs to it in smaller or quieter letters: an image, a reader.
  package struct Item: Sendable, Equatable {
    package var text: String
    package var quiet = ""

    package init(_ text: String, quiet: String = "") {
      self.text = text
      self.quiet = quiet
    }
  }

  /// Where a line ends: a card, one of its rows, or a frame.
  package struct End: Sendable, Hashable {
    /// The position in `cards`; of a card in the frame, if the line ends at one.
    package var card: Int
    package var row: ElementID?
    /// The position in `frames` of the frame that the line ends at.
    package var frame: Int?
  }

  package struct Line: Sendable, Equatable {
    /// What a line means for its reader.
    package enum Group: String, Sendable, CaseIterable {
      case routes, calls, selects, uses, connects
      /// The two places of one container, in a comparison.
      case matches
    }

    package var from: End
    package var to: End
    package var group: Group
    /// The kind of the edges that the line represents; the first, if there are several.
    package var kind: EdgeKind
    package var isDenied: Bool
    package var isDashed: Bool
    package var mark: ChangeMark?
    package var labels: [String]
    package var tooltip: String
    /// Positions in the flow diagram's `links`.
    package var represents: [Int]
    /// Whether its look shows its kind, not only its group.
    package var showsKind = false
  }
}
