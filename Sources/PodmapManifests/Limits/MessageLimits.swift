extension Limit {
  static let messages = [
    shownMessages, topicMessages, messageDetails, messageDetail, quotedText, quotedName, spelling, diagramHints,
    selectorHints, listedNames, foundNames, hintedNames, listedKinds, mixedObjects, candidates,
  ]

  package static let shownMessages = Limit(
    "shown-messages", 4, "messages", "Further messages that aren't errors are counted; `--verbose` prints all.")
  package static let topicMessages = Limit(
    "topic-messages", 4, "messages", "Further messages about the same topic are counted by `podmap doctor`.")
  package static let messageDetails = Limit(
    "message-details", 4, "lines",
    "Further lines of another program's message are counted; `--verbose` prints all.")
  package static let messageDetail = Limit(
    "message-detail", 200, "characters",
    "A longer line of another program's message is shortened in the middle; `--verbose` prints it whole.")
  package static let mixedObjects = Limit(
    "mixed-objects", 4, "objects",
    "If as many are defined differently in several files, one message names these files as alternatives.")
  package static let quotedText = Limit(
    "quoted-text", 80, "characters", "A longer text is shortened in the middle when a message quotes it.")
  package static let quotedName = Limit(
    "quoted-name", 40, "characters", "A longer name is shortened in the middle in messages with several names.")
  package static let spelling = Limit(
    "spelling", 64, "characters", "No correction is suggested for a longer misspelt word.")
  package static let diagramHints = Limit(
    "diagram-hints", 20, "hints", "No correction is suggested for further unknown objects in hand-written diagrams.")
  package static let selectorHints = Limit(
    "selector-hints", 20, "hints",
    "No similar label is suggested for further selectors that select nothing, and of many objects with one of the "
      + "labels, only the first are compared.")
  package static let listedNames = Limit(
    "listed-names", 3, "names", "Further names are counted or replaced by `…` in a message or heading.")
  package static let candidates = Limit(
    "candidates", 5, "names", "An error about an unknown name counts further names that the input has.")
  package static let foundNames = Limit(
    "found-names", 4, "names", "Further names in a finding are replaced by how many there are.")
  package static let hintedNames = Limit(
    "hinted-names", 2, "names", "Further objects that a name may stand for are left out of a hint.")
  package static let listedKinds = Limit(
    "listed-kinds", 5, "kinds", "Further kinds are replaced by `…` in the message that a selection matches nothing.")
}
