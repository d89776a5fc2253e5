import PodmapManifests
import PodmapTopology

/// A style sheet that turns a picture in light colours into a dark one where its reader prefers dark pages.
package enum ThemeStyle {
  /// The rules for the colours that stand in a text in DOT.
  ///
  /// Rules of a style sheet stand above the attributes that Graphviz writes, so nothing else of the picture changes.
  package static func following(in dot: String) -> String {
    let used = colours(in: dot)
    let rules = all.filter { $0.light != $0.dark && used.contains($0.light.rgb) }.flatMap { colour in
      // Only icons without a ground take their colour from the attribute `color`.
      (["fill", "stroke"] + (colour == .quietText ? ["color"] : [])).map { attribute in
        ".podmap [\(attribute)=\"#\(colour.light.digits)\"]{\(attribute):#\(colour.dark.digits)}"
      }
    }
    return rules.isEmpty ? "" : "@media (prefers-color-scheme:dark){\n" + rules.joined(separator: "\n") + "\n}"
  }

  /// Everything that looks like `#rrggbb`; one too many does no harm.
  static func colours(in dot: String) -> Set<UInt32> {
    var found: Set<UInt32> = []
    var value: UInt32 = 0
    var digits = -1
    for byte in dot.utf8 {
      if byte == UInt8(ascii: "#") {
        (value, digits) = (0, 0)
        continue
      }
      guard digits >= 0 else { continue }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      default:
        digits = -1
        continue
      }
      digits += 1
      if digits == 6 {
        found.insert(value)
        digits = -1
      }
    }
    return found
  }

  /// Every colour of a picture, each once.
  static let all: [Colour] =
    (Colour.plain + cards + absences + roles + groups + EdgeKind.allCases.map(\.look.colour) + SequenceLook.all + marks)
    .uniqued

  private static let marks =
    ChangeMark.allCases.flatMap { [$0.look.fill, $0.look.ink, $0.look.line] } + [MatchLook.colour]
  private static let cards = FlowDiagram.Card.Style.allCases.flatMap { [$0.look.fill, $0.look.stroke] }
  private static let absences = FlowDiagram.Card.Presence.allCases.map(\.stroke)
  private static let roles = PodContent.Container.Role.Family.allCases.flatMap { [$0.fill, $0.ink, $0.pale] }
  private static let groups = FlowDiagram.Group.Style.allCases.flatMap { [$0.look.stroke, $0.look.ground] }
}
