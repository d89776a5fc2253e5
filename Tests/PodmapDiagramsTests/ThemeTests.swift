import Foundation
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Colours and themes")
struct ThemeTests {
  @Test("No two colours share a light side and differ in the dark one")
  func oneDarkSide() {
    let byLight = Dictionary(grouping: ThemeStyle.all, by: \.light)
    for (light, colours) in byLight { #expect(colours.count == 1, "#\(light.digits)") }
  }

  @Test("Text can be read on its ground, in both themes", arguments: Theme.allCases)
  func contrast(_ theme: Theme) {
    var pairs: [(String, Colour, Colour)] = [
      ("text on the page", .text, .page), ("text on cards", .text, .surface), ("quiet text", .quietText, .surface),
      ("quiet text on the page", .quietText, .page), ("alarm", .alarm, .page),
    ]
    for style in FlowDiagram.Card.Style.allCases { pairs.append(("head of \(style)", .onFill, style.look.fill)) }
    for role in PodContent.Container.Role.Family.allCases { pairs.append(("role \(role)", role.ink, role.pale)) }
    for style in FlowDiagram.Group.Style.allCases { pairs.append(("title of \(style)", .quietText, style.look.ground)) }
    for mark in ChangeMark.allCases {
      pairs += [("head of \(mark)", mark.look.ink, mark.look.fill), ("label of \(mark)", mark.look.line, .page)]
    }
    for kind in EdgeKind.allCases { pairs.append(("label of \(kind)", kind.look.colour, .page)) }
    for (what, ink, ground) in pairs {
      let contrast = Self.contrast(ink.paint(theme), ground.paint(theme))
      #expect(contrast >= 4.5, "\(what): \(contrast)")
    }
  }

  @Test("The style sheet names the colours that are used, and no others")
  func styleSheet() {
    let style = ThemeStyle.following(in: "a [color=\"#1f2328\"] #59636")
    #expect(style.contains(".podmap [fill=\"#1f2328\"]{fill:#e6edf3}"))
    #expect(!style.contains("#59636e"))
    #expect(ThemeStyle.following(in: "digraph {}").isEmpty)
  }

  /// The contrast ratio of WCAG 2.
  private static func contrast(_ first: Paint, _ second: Paint) -> Double {
    let (light, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ paint: Paint) -> Double {
    let value = UInt32(paint.digits, radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 0xff, value & 0xff].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
