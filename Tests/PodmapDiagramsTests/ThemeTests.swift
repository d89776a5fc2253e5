import Foundation
import PodmapTestSupport
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Colours and themes")
struct ThemeTests {
  @Test("Each class has a name of its own, which neither Graphviz nor the picture has for anything else")
  func classNames() {
    let names = StyleClass.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && $0.isLetter }, "\(name)")
      #expect(!["graph", "node", "edge", "cluster", "podmap"].contains(name))
    }
  }

  @Test("Colours that are the same on light pages may differ on dark ones")
  func sharedShades() {
    #expect(Colour.page.paint(.light) == Colour.surface.paint(.light))
    #expect(Colour.page.paint(.dark) != Colour.surface.paint(.dark))
    let sheet = SVGStyleSheet(.auto, for: [StyleClass.page.name, StyleClass.nameOnly(.plain).name]).text
    #expect(sheet.contains(".podmap .diagram>g>a>:not(text)[fill^=\"#\"]{fill:#0d1117}"))
    #expect(sheet.contains(".podmap .plainName>g>a>:not(text)[fill^=\"#\"]{fill:#161b22}"))
  }

  @Test("Each theme is found by its name")
  func themes() {
    #expect(Theme.all.map(\.name) == ["auto", "light", "dark"])
    for theme in Theme.all { #expect(Theme.named(theme.name) == theme && !theme.help.isEmpty) }
    #expect(Theme.named("drak") == nil)
  }

  @Test("Each declared theme is in the list, and named like its declaration")
  func declarations() throws {
    let file = packageFolder().appending(path: "Sources/PodmapDiagrams/Writers/Look/Palette.swift")
    let declared = try String(contentsOf: file, encoding: .utf8)
      .matches(of: /static let (\w+)(?:: Theme)? = (?:Theme)?(?:\.init)?\(\s*name: "([^"]+)", help/)
    for match in declared { #expect(match.1 == match.2) }
    #expect(declared.map { String($0.2) } == Theme.all.map(\.name), "add the theme to Theme.all")
  }

  @Test("The JSON Schema of podmap.yaml has the same themes")
  func schema() throws {
    let text = try Data(contentsOf: packageFolder().appending(path: "docs/podmap-yaml.schema.json"))
    let schema = try #require(JSONSerialization.jsonObject(with: text) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: Any])
    let pictures = try #require((definitions["pictures"] as? [String: Any])?["properties"] as? [String: Any])
    #expect((pictures["theme"] as? [String: Any])?["enum"] as? [String] == Theme.all.map(\.name))
  }

  @Test("Text can be read on its ground, in each palette of a theme", arguments: Theme.palettes)
  func contrast(_ palette: Palette) {
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
      let contrast = Self.contrast(ink.paint(palette), ground.paint(palette))
      #expect(contrast >= 4.5, "\(what): \(contrast)")
    }
  }

  @Test("The style sheet has rules for the classes that are used, and for no others")
  func styleSheet() {
    let sheet = SVGStyleSheet(.auto, for: [StyleClass.factTag.name]).text
    #expect(sheet.contains(".podmap .factTag>text{fill:#9aa4af}"))
    #expect(!sheet.contains("hubFoot"))
    #expect(SVGStyleSheet(.auto, for: []).text.isEmpty)
    #expect(SVGStyleSheet(.dark, for: [StyleClass.factTag.name]).text.isEmpty)
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

extension Theme {
  /// Every palette that some theme draws in.
  static let palettes: [Palette] = all.flatMap { [$0.palette, $0.dark].compactMap(\.self) }
}
