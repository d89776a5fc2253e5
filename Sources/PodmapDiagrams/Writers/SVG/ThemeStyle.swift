import PodmapTopology

/// A style sheet that turns a picture in light colours into a dark one where its reader prefers dark pages.
package enum ThemeStyle {
  /// The rules for those colours that `isUsed` says are in the picture, by their `#rrggbb`.
  ///
  /// Rules of a style sheet stand above the attributes that Graphviz writes, so nothing else of the picture changes.
  package static func following(where isUsed: (String) -> Bool) -> String {
    let rules = all.filter { $0.light != $0.dark && isUsed("#" + $0.light.digits) }.flatMap { colour in
      ["fill", "stroke", "color"].map { attribute in
        ".podmap [\(attribute)=\"#\(colour.light.digits)\"]{\(attribute):#\(colour.dark.digits)}"
      }
    }
    return rules.isEmpty ? "" : "@media (prefers-color-scheme:dark){\n" + rules.joined(separator: "\n") + "\n}"
  }

  /// Every colour of a picture, each once.
  static let all: [Colour] = {
    var seen: Set<Colour> = []
    return (Colour.plain + cards + absences + roles + groups + EdgeKind.allCases.map(\.look.colour))
      .filter { seen.insert($0).inserted }
  }()

  private static let cards = FlowDiagram.Card.Style.allCases.flatMap { [$0.look.fill, $0.look.stroke] }
  private static let absences = FlowDiagram.Card.Presence.allCases.map(\.stroke)
  private static let roles = PodContent.Container.Role.Family.allCases.flatMap { [$0.fill, $0.ink, $0.pale] }
  private static let groups = FlowDiagram.Group.Style.allCases.flatMap { [$0.look.stroke, $0.look.ground] }
}
