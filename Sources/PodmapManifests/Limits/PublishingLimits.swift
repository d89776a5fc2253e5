extension Limit {
  static let publishing = [
    templateSize, templateDelimiter, templatePartials, templateDepth, partialUses,
    templateSections, documentSize, alternativeContainers, gitlabMermaid,
    gitlabCards, diffLines, outlineChanges, outlineTexts,
    headingSearch, alternativeText, diagramName, pictureName, draftFolders, draftDepth, draftLook,
    draftRenderings, draftVariants, draftListed, doctorSeconds, watchDepth,
  ]

  package static let templateSize = Limit("template-size", 256 << 10, "bytes", "A larger template is an error.")
  package static let alternativeText = Limit(
    "alternative-text", 250, "characters", "The rest of a text for those who don't see a picture is left out.")
  package static let templateDelimiter = Limit(
    "template-delimiter", 16, "characters", "A tag that sets a longer delimiter is an error.")
  package static let templatePartials = Limit(
    "template-partials", 100, "templates", "A document with more partials is an error.")
  package static let templateDepth = Limit(
    "template-depth", 32, "levels", "Sections or partials that nest deeper are an error.")
  package static let partialUses = Limit(
    "partial-uses", 1_000, "uses", "A document that uses partials more often is an error.")
  package static let templateSections = Limit(
    "template-sections", 1_000_000, "sections", adjustable: 1...1_000_000_000,
    "A document whose sections are written more often is an error; each item of a list counts.")
  package static let documentSize = Limit(
    "document-size", 64 << 20, "bytes", adjustable: 1...1 << 40, "A longer document from a template is an error.")
  package static let alternativeContainers = Limit(
    "alternative-containers", 200, "containers",
    "A document about a larger application does not compare it with its other layout.")
  package static let gitlabMermaid = Limit(
    "gitlab-mermaid", 2_000, "characters",
    "GitLab doesn't draw a longer diagram in a comment without a click, so the template `merge-request` leaves it out.")
  package static let gitlabCards = Limit(
    "gitlab-cards", 40, "cards", "The template `merge-request` doesn't try to draw more cards in a comment.")
  package static let diffLines = Limit(
    "diff-lines", 4_000, "lines",
    "`publish --check` shows texts with more lines, old and new together, as entirely replaced.")
  package static let outlineChanges = Limit(
    "outline-changes", 4, "changes", "`publish` counts further changes of a diagram that it has written.")
  package static let outlineTexts = Limit(
    "outline-texts", 2, "lines", "`publish` counts further lines that are new in a card of a diagram, or gone from it.")
  package static let headingSearch = Limit(
    "heading-search", 4_096, "bytes", "A heading further down in a document is not shown in the gallery.")
  package static let diagramName = Limit(
    "diagram-name", 63, "characters", "A longer name of a diagram or comparison in `podmap.yaml` is an error.")
  package static let pictureName = Limit(
    "picture-name", 50, "characters", "`init` shortens longer names of pictures to this.")
  package static let draftFolders = Limit(
    "draft-folders", 8, "diagrams", "`init` leaves out further applications, and names them.")
  package static let draftDepth = Limit(
    "draft-depth", 10, "levels", "`init` does not look for manifests in deeper folders.")
  package static let draftLook = Limit(
    "draft-look", 2_000, "files",
    "`init` does not look further to find out whether a folder that it skips has manifests.")
  package static let draftRenderings = Limit(
    "draft-renderings", 40, "sources", "`init` renders no more kustomizations and charts, and names the others.")
  package static let draftVariants = Limit(
    "draft-variants", 4, "variants", "`init` tries no more overlays of one application to find two that can be drawn.")
  package static let draftListed = Limit(
    "draft-listed", 5, "names", "A message of `init` counts further folders.")
  package static let doctorSeconds = Limit(
    "doctor-seconds", 10, "seconds", "`doctor` waits no longer for a test picture or a font.")
  package static let watchDepth = Limit(
    "watch-depth", 32, "levels", "`publish --watch` does not watch deeper folders, such as those in a circle of links.")
}
