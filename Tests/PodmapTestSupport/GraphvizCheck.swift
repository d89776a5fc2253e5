import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Lays graphs out with `dot` and reads its SVG back.
package struct GraphvizCheck {
  /// One element of the picture: `<g id class>` with its `<title>`, tooltip and texts.
  package struct Element: Sendable {
    package let id: String
    package let classes: [String]
    package var title = ""
    package var tooltip = ""
    package var texts: [String] = []
  }

  private let dot: String

  package init() throws {
    dot = try find("dot", install: "apt-get install graphviz")
  }

  /// All elements of the picture, in its order. Anything that Graphviz complains about is a failure.
  package func layOut(_ text: String) throws -> [Element] {
    let finished = try run(dot, ["-Tsvg"], input: Data(text.utf8))
    guard finished.exitCode == 0, finished.errors.isEmpty else {
      throw Failure("dot ended with \(finished.exitCode) and wrote: \(finished.errors.prefix(2_000))")
    }
    let reader = SVGReader()
    let parser = XMLParser(data: finished.output)
    parser.delegate = reader
    guard parser.parse() else {
      throw Failure("the SVG is no XML: \(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
    }
    return reader.elements
  }

  /// Where the centre of each node stands, in inches from the lower left corner, by its name.
  package func places(_ text: String) throws -> [String: (x: Double, y: Double)] {
    let finished = try run(dot, ["-Tplain"], input: Data(text.utf8))
    guard finished.exitCode == 0 else { throw Failure("dot ended with \(finished.exitCode): \(finished.errors)") }
    var places: [String: (x: Double, y: Double)] = [:]
    for line in String(decoding: finished.output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 3, words[0] == "node", let x = Double(words[2]), let y = Double(words[3]) else { continue }
      places[String(words[1])] = (x, y)
    }
    return places
  }
}

private final class SVGReader: NSObject, XMLParserDelegate {
  var elements: [GraphvizCheck.Element] = []
  private var open: [Int?] = []
  private var text: String?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "g":
      guard let classes = attributes["class"] else { return open.append(open.last ?? nil) }
      elements.append(.init(id: attributes["id"] ?? "", classes: classes.split(separator: " ").map(String.init)))
      open.append(elements.count - 1)
    case "a":
      if let tooltip = attributes["xlink:title"], let last = open.last, let last { elements[last].tooltip = tooltip }
    case "text", "title":
      text = ""
    default:
      break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text? += string
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    switch name {
    case "g":
      open.removeLast()
    case "text", "title":
      if let text, let last = open.last, let last {
        if name == "text" { elements[last].texts.append(text) } else { elements[last].title = text }
      }
      text = nil
    default:
      break
    }
  }
}
