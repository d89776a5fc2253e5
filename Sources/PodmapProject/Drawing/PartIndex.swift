internal import PodmapDiagrams

/// A Markdown page that says what is in each part of a picture.
struct PartIndex {
  /// The links are resolved when the names of the files are known.
  let text: String

  init(_ partition: Partition) {
    var text = "# \(MarkdownText.heading(partition.overview.diagram.title))\n\n"
    text += "- [overview](\(PartLink.scheme)overview)\n"
    for part in partition.parts {
      text +=
        "- [\(MarkdownText.text(part.name))](\(PartLink.scheme)\(part.name)): \(MarkdownText.text(part.diagram.summary))\n"
    }
    self.text = text
  }
}
