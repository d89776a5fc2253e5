import PodmapManifests

/// A text in the quotes of a flowchart label, escaped so that every Mermaid from 10.6 on shows it
/// unchanged.
///
/// Labels are HTML after the entity codes are decoded, and in 11.0 to 11.12 they are Markdown too, so
/// what either would read as markup becomes a code. `#NN;` is used, not `&…;`: GitLab doesn't draw
/// blocks with many `&`.
struct MermaidText {
  let text: String

  /// Cleans, shortens and escapes a text from a manifest.
  init(_ raw: String, limit: Int = Limit.labelText.value) {
    var text = Shortened(raw, limit: limit).text
    self.text = text.withUTF8 { MermaidScan($0).escaped() } ?? text
  }
}
