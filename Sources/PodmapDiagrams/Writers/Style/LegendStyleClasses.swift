import PodmapTopology

// The classes of headings and legends.

extension StyleClass {
  static let legend: [StyleClass] = {
    var all = [title, legendWords, matchSample, replicasSample, inferredSample, deniedSample]
    for style in FlowDiagram.Card.Style.allCases { all.append(sample(style)) }
    for presence in FlowDiagram.Card.Presence.allCases { all.append(sample(presence)) }
    for mark in ChangeMark.allCases { all.append(sample(mark)) }
    for kind in EdgeKind.allCases { all.append(sample(kind)) }
    return all
  }()

  static let title = StyleClass(bearer: .cell, name: "diagramTitle", text: .text)
  static let legendWords = StyleClass(bearer: .cell, name: "legendWords", text: .quietText)

  static func sample(_ style: FlowDiagram.Card.Style) -> StyleClass {
    StyleClass(bearer: .cell, name: "\(style)Sample", fill: style.look.fill)
  }

  static func sample(_ presence: FlowDiagram.Card.Presence) -> StyleClass {
    sample("\(presence)Sample", presence.stroke)
  }

  static func sample(_ mark: ChangeMark) -> StyleClass {
    mark == .removed
      ? sample("\(mark)Sample", mark.look.line)
      : StyleClass(bearer: .cell, name: "\(mark)Sample", fill: mark.look.fill)
  }

  static func sample(_ kind: EdgeKind) -> StyleClass { sample("\(kind)Sample", kind.look.colour) }
  static let matchSample = sample("matchSample", MatchLook.colour)
  static let replicasSample = sample("replicasSample", .quietText)
  static let inferredSample = sample("inferredSample", .quietText)
  static let deniedSample = sample("deniedSample", .alarm)

  private static func sample(_ name: String, _ stroke: Colour) -> StyleClass {
    StyleClass(bearer: .cell, name: name, stroke: stroke)
  }
}
