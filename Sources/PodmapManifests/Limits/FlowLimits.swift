extension Limit {
  static let flow = [
    summaryKinds, summaryLines, lineLabels, elementNotes, volumeMounts, volumeRows, tooltipSources,
    tooltipNames, rowLines, hubRowLines, setMembers,
    mermaidCharacters, mermaidEdges, graphvizCharacters, graphvizEdges, dotSize, parts, overviewCards,
    overviewLines, overviewNames, partStubs,
  ]

  package static let summaryKinds = Limit(
    "summary-kinds", 40, "kinds", "Objects of further kinds are counted together in a diagram's description.")
  package static let summaryLines = Limit(
    "summary-lines", 20, "lines",
    "Further lines or messages of a hand-written diagram are counted in its description.")
  package static let lineLabels = Limit(
    "line-labels", 6, "labels", "The last labels of a line are replaced by how many there are.")
  package static let elementNotes = Limit(
    "element-notes", 8, "notes", "The last notes in a card, row or frame are replaced by how many there are.")
  package static let volumeMounts = Limit(
    "volume-mounts", 6, "mounts", "The last mounts in a volume's tooltip are replaced by how many there are.")
  package static let volumeRows = Limit(
    "volume-rows", 10, "volumes", "So many volumes of one kind that the same containers mount are one row.")
  package static let tooltipSources = Limit(
    "tooltip-sources", 3, "fields", "Further evidence is counted in a line's tooltip.")
  package static let tooltipNames = Limit(
    "tooltip-names", 500, "names", "What a row or card stands for beyond these names is in another row's tooltip.")
  package static let rowLines = Limit(
    "row-lines", 4, "lines",
    "A row of a condensed card counts the items for which it has no room; its tooltip names them.")
  package static let hubRowLines = Limit(
    "hub-row-lines", 9, "lines", "The same for rows of a card that many call, and of tables.")
  package static let setMembers = Limit(
    "set-members", 42, "names", "A stack of similar objects counts further members; its tooltip names them.")
  package static let mermaidCharacters = Limit(
    "mermaid-characters", 50_000, "characters",
    "GitHub can't draw larger diagrams: a flow diagram becomes an overview and parts, a sequence diagram is an error.")
  package static let mermaidEdges = Limit(
    "mermaid-edges", 500, "edges",
    "GitHub can't draw more in one flowchart: the diagram becomes an overview and parts.")
  package static let graphvizCharacters = Limit(
    "graphviz-characters", 300_000, "characters",
    "A larger picture, counted in characters of Mermaid, becomes an overview and parts.")
  package static let graphvizEdges = Limit(
    "graphviz-edges", 3_000, "edges", "A picture with more lines becomes an overview and parts.")
  package static let dotSize = Limit(
    "dot-size", 3_000_000, "bytes", "A picture with a longer DOT text becomes an overview and parts.")
  package static let parts = Limit(
    "parts", 1_000, "parts", adjustable: 1...1_000_000, "Further parts of a diagram are not written, which is an error."
  )
  package static let overviewCards = Limit(
    "overview-cards", 120, "cards", "Neighbouring parts share a card of the overview.")
  package static let overviewLines = Limit(
    "overview-lines", 250, "lines", "One card of the overview counts the connections that are not drawn.")
  package static let overviewNames = Limit(
    "overview-names", 8, "lines", "A card of the overview of sequence diagrams counts the names that need more lines.")
  package static let partStubs = Limit(
    "part-stubs", 24, "cards",
    "A part that touches more objects of other parts shows one card for each of those parts.")
}
