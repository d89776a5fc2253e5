import Foundation
import PodmapTestSupport
import Testing

@testable import PodmapDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pictures on dark pages")
struct DarkPictureTests {
  /// Flow and sequence diagrams with everything that is drawn.
  private static let names = SampleDiagrams.all.map(\.name) + SequencePictures.all.map(\.name)

  @Test("The style sheet makes of a light picture what the dark theme draws", arguments: names)
  func styleSheet(_ name: String) throws {
    let following = try XMLDocument(xmlString: svg(of: name, .auto))
    try applyStyleSheet(of: following)
    let dark = try XMLDocument(xmlString: svg(of: name, .dark))
    let (shown, expected) = (colours(of: following), colours(of: dark))
    #expect(shown.count == expected.count)
    for (shown, expected) in zip(shown, expected) where shown != expected {
      Issue.record("\(name): \(shown) instead of \(expected)")
      return
    }
  }

  @Test("Every element that is coloured has a class that the style sheet knows", arguments: names)
  func classes(_ name: String) throws {
    let known = Set(StyleClass.all.map(\.name))
    let text = dot(of: name, .auto)
    let cells = text.matches(of: /target="podmap" title="([^"]*)"/).map { String($0.1) }.filter { !$0.contains(" ") }
    let boxes = text.matches(of: /\sclass="([A-Za-z]+)/).map { String($0.1) }
    #expect(Set(cells + boxes).isSubset(of: known), "\(Set(cells + boxes).subtracting(known))")
    #expect(!boxes.isEmpty)
  }

  /// Writes the values of the style sheet into the attributes that they override.
  private func applyStyleSheet(of document: XMLDocument) throws {
    let sheet = try document.nodes(forXPath: "//*[local-name()='style']").compactMap(\.stringValue).joined()
    for rule in sheet.matches(of: /\.podmap \.([A-Za-z]+)(.*?)\{(.*?):(.*?)\}/) {
      let (name, rest) = (String(rule.1), String(rule.2))
      let path = "//*[contains(concat(' ', @class, ' '), ' \(name) ')]" + (try xPath(rest))
      let property = String(rule.3)
      for case let element as XMLElement in try document.nodes(forXPath: path) {
        element.removeAttribute(forName: property)
        let attribute = XMLNode.attribute(withName: property, stringValue: String(rule.4)) as? XMLNode
        element.addAttribute(try #require(attribute))
      }
    }
  }

  /// What follows the class in a selector.
  private func xPath(_ selector: String) throws -> String {
    var path = ""
    var rest = selector[...]
    while let first = rest.first {
      if first == "[" || first == ":" { throw Failure("no step begins with '\(rest)'") }
      path += first == ">" ? "/" : "//"
      rest = rest.dropFirst()
      let step = rest.prefix { $0 != ">" && $0 != " " }
      rest = rest.dropFirst(step.count)
      let element = step.prefix { $0 != "[" && $0 != ":" }
      path += element.isEmpty ? "*" : "*[local-name()='\(element)']"
      if step.contains(":not(text)") { path += "[local-name()!='text']" }
      if let attribute = step.firstMatch(of: /\[([a-z]+)\^="#"\]/) { path += "[starts-with(@\(attribute.1), '#')]" }
      if let size = step.firstMatch(of: /\[font-size="(.*?)"\]/) { path += "[@font-size='\(size.1)']" }
    }
    return path
  }

  /// The paint of every element, in the order of the picture.
  private func colours(of document: XMLDocument) -> [String] {
    var found: [String] = []
    func walk(_ element: XMLElement) {
      if element.localName == "defs" || element.localName == "style" { return }
      let paints = ["fill", "stroke", "color"].map { element.attribute(forName: $0)?.stringValue ?? "-" }
      if paints != ["-", "-", "-"] {
        let place = element.attribute(forName: "points")?.stringValue ?? element.stringValue ?? ""
        found.append("\(element.localName ?? "") \(place.prefix(40)) \(paints.joined(separator: " "))")
      }
      for case let child as XMLElement in element.children ?? [] { walk(child) }
    }
    if let root = document.rootElement() { walk(root) }
    return found
  }

  private func dot(of name: String, _ theme: Theme) -> String {
    let writer = PictureLook(theme: theme).writerForSVG
    if let sample = SampleDiagrams.all.first(where: { $0.name == name }) {
      return sample.diagram.wholeDOT(writer, isPlaced: true)
    }
    return SequencePictures.all.first { $0.name == name }.map { dotText(of: $0.diagram, by: writer) } ?? ""
  }

  private func svg(of name: String, _ theme: Theme) throws -> String {
    let dot = try find("dot", install: "apt-get install graphviz")
    let drawn = try run(dot, ["-Tsvg"], input: Data(self.dot(of: name, theme).utf8))
    #expect(drawn.exitCode == 0 && drawn.errors.isEmpty, "\(drawn.errors)")
    let picture = SVGPicture(Array(drawn.output), title: name, description: name, PictureLook(theme: theme))
    return String(decoding: picture.bytes, as: UTF8.self)
  }
}
