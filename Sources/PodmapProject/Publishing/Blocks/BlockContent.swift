internal import PodmapDiagrams
internal import PodmapManifests

/// The content of a block, with an empty line before and after it so that every Markdown reader sees where it begins.
package enum BlockContent {
  /// A diagram and its parts; the name of a single diagram is `nil`.
  package static func mermaid(_ diagrams: [(name: String?, mermaid: String)]) -> String {
    diagrams.map { "\n" + caption($0.name) + MarkdownDocument.fence($0.mermaid) }.joined() + "\n"
  }

  /// Pictures of a diagram, as links from a file, with a text for those who don't see them.
  package static func images(
    _ images: [(name: String?, path: ProjectPath)], title: String, summary: String = "", from file: ProjectPath
  ) -> String {
    images.map { image in
      let text = MarkdownText.text(alternative(title: title, part: image.name, summary: summary))
      return "\n" + caption(image.name) + "![\(text)](\(address(image.path.relative(to: file))))\n"
    }.joined() + "\n"
  }

  /// What a picture shows, in a few words: its title, the name of a part, and what is in the diagram.
  static func alternative(title: String, part: String? = nil, summary: String) -> String {
    let name = part.map { "\(title), \($0)" } ?? title
    let text = summary.isEmpty ? name : "\(name): \(summary)"
    let most = Limit.alternativeText.value
    return text.count > most ? String(text.prefix(most - 1)) + "…" : text
  }

  /// Markers for a block that has no content yet.
  package static func markers(_ name: String) -> String {
    BlockMarker.text(.begin, name) + "\n" + BlockMarker.text(.end, name) + "\n"
  }

  private static func caption(_ name: String?) -> String {
    name.map { "**\(MarkdownText.heading($0))**\n\n" } ?? ""
  }

  /// A path in a link: every character that could end it is percent-encoded.
  static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
