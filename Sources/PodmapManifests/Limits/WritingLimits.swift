extension Limit {
  static let writing = [
    labelText, messageText, noteText, characterSize, wrappedText, wrappedLines, cardText, title, description,
    tooltip, listTooltip, dotString, heading, markdownText, markdownCode, tableCell, elementName, partName,
    policyPeers, policyRow,
  ]

  package static let labelText = Limit(
    "label-text", 80, "characters", "A longer line of a label is shortened in the middle; many labels have less room.")
  package static let messageText = Limit(
    "message-text", 120, "characters", "A longer text in a Mermaid sequence diagram is shortened in the middle.")
  package static let noteText = Limit(
    "note-text", 400, "characters", "The rest of a wrapped text in a sequence diagram is left out.")
  package static let characterSize = Limit(
    "character-size", 64, "bytes", "A character with more combining marks is replaced by U+FFFD.")
  package static let wrappedText = Limit("wrapped-text", 2_000, "characters", "The rest of a wrapped text is left out.")
  package static let wrappedLines = Limit(
    "wrapped-lines", 12, "lines", "Further lines of a wrapped text are replaced by `…`.")
  package static let cardText = Limit(
    "card-text", 34, "characters",
    "In an overview of sequence diagrams, a longer line of a card is continued on the next.")
  package static let title = Limit("title", 120, "characters", "A longer title is shortened in the middle.")
  package static let description = Limit(
    "description", 500, "characters", "A longer description in Mermaid is shortened in the middle.")
  package static let tooltip = Limit("tooltip", 800, "characters", "A longer tooltip is shortened in the middle.")
  package static let listTooltip = Limit(
    "list-tooltip", 12_000, "characters", "A longer tooltip of something that stands for several objects is shortened.")
  package static let dotString = Limit(
    "dot-string", 16_000, "bytes",
    "A tooltip in DOT that is longer with its entities is shortened further: Graphviz reads no string beyond 16,384 bytes."
  )
  package static let heading = Limit(
    "heading", 200, "characters", "A longer heading in Markdown is shortened in the middle.")
  package static let markdownText = Limit(
    "markdown-text", 600, "characters", "A longer text in a report or document is shortened in the middle.")
  package static let markdownCode = Limit(
    "markdown-code", 200, "characters", "A longer text in code marks is shortened in the middle.")
  package static let tableCell = Limit(
    "table-cell", 80, "characters",
    "A longer cell of a table on the terminal has several lines in a report, and is not aligned elsewhere.")
  package static let elementName = Limit(
    "element-name", 80, "bytes", "A longer name of an element in Mermaid or DOT is cut, and a hash is appended.")
  package static let policyPeers = Limit(
    "policy-peers", 48, "characters", "Further peers of a policy's rule are counted on its card: `web and 3 more`.")
  package static let policyRow = Limit(
    "policy-row", 30, "characters", "The row of a policy names one of its peers rather than two if two are longer.")
  package static let partName = Limit(
    "part-name", 60, "bytes", "The rest of a name is left out of the name of a part's file.")
}
