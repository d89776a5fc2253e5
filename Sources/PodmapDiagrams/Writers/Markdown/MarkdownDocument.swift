import PodmapManifests

/// Mermaid diagrams in one Markdown document, a fence each, with an index if there are several.
package struct MarkdownDocument: Sendable {
  package let text: String

  /// One diagram, as Mermaid.
  package init(title: String, mermaid: String) {
    text = "# \(MarkdownText.heading(title))\n\n" + Self.fence(mermaid)
  }

  package init(_ partition: Partition) {
    var text =
      "# \(MarkdownText.heading(partition.overview.diagram.title))\n\n" + Self.fence(partition.overview.text) + "\n"
    for part in partition.parts { text += "- [\(MarkdownText.text(part.name))](#part-\(part.name))\n" }
    for part in partition.parts {
      text += "\n## Part \(MarkdownText.heading(part.name))\n\n" + Self.fence(part.text)
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
    var text = "# \(MarkdownText.heading(title))\n"
    for section in sections {
      text += "\n## \(MarkdownText.heading(section.title))\n\n" + Self.fence(section.mermaid)
      for part in section.parts {
        text += "\n### Part \(MarkdownText.heading(part.name))\n\n" + Self.fence(part.mermaid)
      }
    }
    self.text = text
  }

  /// No line of a Mermaid diagram begins with three backticks, since its writer escapes them.
  package static func fence(_ mermaid: String) -> String {
    "```mermaid\n\(mermaid)```\n"
  }
}
