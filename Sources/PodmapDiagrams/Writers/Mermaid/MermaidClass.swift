/// A look that Mermaid's text defines once and refers to at each element.
enum MermaidClass: Hashable {
  case group(FlowDiagram.Group.Style)
  case pod
  case card(FlowDiagram.Card.Style)
  /// A card that is not the main thing in its picture.
  case pale(FlowDiagram.Card.Style)
  case role(PodContent.Container.Role.Family)
  case absence(FlowDiagram.Card.Presence)
  case mark(ChangeMark)
  case markFrame(ChangeMark)
  case note
  case legend

  /// All looks, in the order in which they are defined.
  static let all: [Self] =
    FlowDiagram.Group.Style.allCases.map(Self.group) + [.pod] + FlowDiagram.Card.Style.allCases.map(Self.card)
    + FlowDiagram.Card.Style.allCases.map(Self.pale)
    + PodContent.Container.Role.Family.allCases.map(Self.role) + FlowDiagram.Card.Presence.allCases.map(Self.absence)
    + ChangeMark.allCases.map(Self.mark) + ChangeMark.allCases.map(Self.markFrame) + [.note, .legend]

  /// Mermaid's own CSS has `node`, `cluster` and `default`, so every name has two words.
  var name: MermaidLine {
    switch self {
    case .group(.cluster): "clusterFrame"
    case .group(.node): "nodeFrame"
    case .group(.namespace): "namespaceFrame"
    case .group(.application): "applicationFrame"
    case .group(.pod): "podGroupFrame"
    case .pod: "podFrame"
    case .card(.workload): "workloadCard"
    case .card(.job): "jobCard"
    case .card(.service): "serviceCard"
    case .card(.entry): "entryCard"
    case .card(.configuration): "configurationCard"
    case .card(.secret): "secretCard"
    case .card(.storage): "storageCard"
    case .card(.identity): "identityCard"
    case .card(.policy): "policyCard"
    case .card(.node): "nodeCard"
    case .card(.outside): "outsideCard"
    case .card(.other): "otherCard"
    case .card(.user): "userCard"
    case .card(.cluster): "clusterCard"
    case .card(.container): "containerCard"
    case .card(.network): "networkCard"
    case .card(.plain): "plainCard"
    case .pale(let style): "\(Self.card(style).name)Pale"
    case .role(.initial): "initContainer"
    case .role(.sidecar): "sidecarContainer"
    case .role(.app): "appContainer"
    case .role(.ephemeral): "ephemeralContainer"
    case .absence(.present): "presentCard"
    case .absence(.missing): "missingCard"
    case .absence(.external): "externalCard"
    case .absence(.notInInput): "notInInputCard"
    case .mark(.kept): "keptMark"
    case .mark(.moved): "movedMark"
    case .mark(.added): "addedMark"
    case .mark(.removed): "removedMark"
    case .mark(.changed): "changedMark"
    case .markFrame(.kept): "keptFrame"
    case .markFrame(.moved): "movedFrame"
    case .markFrame(.added): "addedFrame"
    case .markFrame(.removed): "removedFrame"
    case .markFrame(.changed): "changedFrame"
    case .note: "noteText"
    case .legend: "legendFrame"
    }
  }

  /// Frames have no text colour and no opaque background: those come from the theme, light or dark. Cards that
  /// aren't there have no background either.
  var definition: MermaidLine {
    switch self {
    case .group(let style): "fill:\(style.look.stroke)14,stroke:\(style.look.stroke)"
    case .pod: "fill:\(Look.workload.fill)1f,stroke:\(Look.workload.fill)"
    case .card(.plain): "fill:\(Look.plain.fill)1f,stroke:\(Look.plain.stroke)"
    case .card(let style): "fill:\(style.look.fill),stroke:\(style.look.stroke),color:\(Colour.onFill)"
    case .pale(.service), .pale(.entry): "fill:\(tint)26,stroke:\(tint)"
    case .pale: "fill:\(tint)0d,stroke:\(tint)"
    case .role(let family): "fill:\(family.fill),stroke:\(family.fill),color:\(Colour.onFill)"
    case .absence(let presence): "fill:none,stroke:\(presence.stroke),stroke-width:2px,stroke-dasharray:6 4"
    case .mark(.kept): "fill:\(ChangeMark.kept.look.line)1f,stroke:\(ChangeMark.kept.look.line)"
    case .mark(.removed), .markFrame(.removed):
      "fill:none,stroke:\(ChangeMark.removed.look.line),stroke-width:2px,stroke-dasharray:6 4"
    case .mark(let mark): "fill:\(mark.look.fill),stroke:\(mark.look.line),color:\(mark.look.ink)"
    case .markFrame(.kept): "fill:\(ChangeMark.kept.look.line)14,stroke:\(ChangeMark.kept.look.line)"
    case .markFrame(let mark): "fill:\(mark.look.fill)1f,stroke:\(mark.look.line),stroke-width:2px"
    case .note: "fill:none,stroke:none"
    case .legend: "fill:none,stroke:\(FlowDiagram.Card.Presence.external.stroke),stroke-dasharray:2 3"
    }
  }

  /// The colour of a pale card's outline: its family's strong colour, which is clear on light and dark pages.
  private var tint: Colour {
    switch self {
    case .pale(.outside), .pale(.node), .pale(.other): Look.plain.stroke
    case .pale(let style): style.look.fill
    default: Look.plain.stroke
    }
  }

  private enum Look {
    static let workload = FlowDiagram.Card.Style.workload.look
    static let plain = FlowDiagram.Card.Style.plain.look
  }
}
