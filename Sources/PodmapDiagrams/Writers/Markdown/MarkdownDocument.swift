import PodmapManifests

/// Mermaid diagrams in one Markdown document, a fence each, with an index if there are several.
package struct MarkdownDocument: Sendable {
  package let text: String

  /// One diagram, as Mermaid.
  package init(title: String, mermaid: String) {
    text = "# \(Self.heading(title))\n\n" + Self.fence(mermaid)
  }

  package init(_ partition: Partition) {
    var text = "# \(Self.heading(partition.overview.diagram.title))\n\n" + Self.fence(partition.overview.text) + "\n"
    for part in partition.parts { text += "- [\(part.name)](#part-\(part.name))\n" }
    for part in partition.parts {
      text += "\n## Part \(part.name)\n\n" + Self.fence(part.text)
    }
    self.text = text
  }

  /// One of several diagrams on a page.
  package struct Section {
    var title: String
    /// The diagram, or its overview.
    var mermaid: String
    var parts: [(name: String, mermaid: String)]

    package init(title: String, mermaid: String, parts: [(name: String, mermaid: String)] = []) {
      self.title = title
      self.mermaid = mermaid
      self.parts = parts
    }
  }

  /// Several diagrams, each below a heading.
  package init(title: String, sections: [Section]) {
    var text = "# \(Self.heading(title))\n"
    for section in sections {
      text += "\n## \(Self.heading(section.title))\n\n" + Self.fence(section.mermaid)
      for part in section.parts { text += "\n### Part \(part.name)\n\n" + Self.fence(part.mermaid) }
    }
    self.text = text
  }

  /// No line of a Mermaid diagram begins with three backticks, since its writer escapes them.
  package static func fence(_ mermaid: String) -> String {
    "```mermaid\n\(mermaid)```\n"
  }

  /// A heading is one line in which nothing is markup.
  package static func heading(_ title: String) -> String {
    escaped(String(String.UnicodeScalarView(title.unicodeScalars.prefix(Limit.heading.value))))
  }

  /// A text in which nothing is interpreted.
  package static func escaped(_ plain: String) -> String {
    var text = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "!", "|", "&", "~", "$":
        text += "\\"
        text.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
