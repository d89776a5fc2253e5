extension Limit {
  static let comparing = [
    alignedItems, commonWords, conflictSteps, quantityDigits, comparedValue, commentCharacters, commentReserve,
    wholeCards, wholePods, wholeMatches, changeLines, changeText, objectLines, needEvidence, patternEvidence,
    scalingEvidence,
    entranceRequests, reviewLines, reviewPlaces,
    differentNeeds, differentReplicas, enumeratedNames, tableNames, mergeReplicas,
  ]

  package static let alignedItems = Limit(
    "aligned-items", 1_000_000, "pairs",
    "Lists with more pairs of items are not aligned by their longest common run, only by equal and similar items.")
  package static let commonWords = Limit(
    "common-words", 50, "containers", "A word that more containers share does not make them candidates for a match.")
  package static let conflictSteps = Limit(
    "conflict-steps", 10_000, "steps",
    "The search for pods that can't be on one node stops; the rest counts as if it could.")
  package static let quantityDigits = Limit(
    "quantity-digits", 24, "digits", "A longer quantity is compared as text and is not added up.")
  package static let comparedValue = Limit(
    "compared-value", 160, "characters",
    "A longer value is shortened to where the sides differ; a longer list or mapping is reported item by item.")
  package static let commentCharacters = Limit(
    "comment-characters", 65_536, "characters",
    "GitHub rejects longer comments: rows of a report are counted, and its diagram is left out, until it fits.")
  package static let commentReserve = Limit(
    "comment-reserve", 1_500, "characters", "A comment from a template leaves this much room for what posts it.")
  package static let wholeCards = Limit(
    "whole-cards", 20, "cards",
    "A merged picture of more cards shows what differs and its neighbours; `--all` draws all.")
  package static let wholePods = Limit(
    "whole-pods", 8, "pods", "Side by side, pods that are the same are only counted; `--all` draws all.")
  package static let wholeMatches = Limit(
    "whole-matches", 16, "containers", "Side by side, only containers that differ are joined by a line.")
  package static let changeLines = Limit(
    "change-lines", 5, "lines", "The last changes in a card or row are replaced by how many there are.")
  package static let changeText = Limit(
    "change-text", 72, "characters", "A longer change is drawn without its old and new value.")
  package static let objectLines = Limit(
    "object-lines", 6, "lines", "The last objects and calls in a card or row are replaced by how many there are.")
  package static let needEvidence = Limit(
    "need-evidence", 3, "fields", "Further evidence of what a pod needs from its node is left out of a report.")
  package static let patternEvidence = Limit(
    "pattern-evidence", 3, "containers", "Further containers are left out of the evidence that there is no pattern.")
  package static let scalingEvidence = Limit(
    "scaling-evidence", 4, "containers",
    "Further containers are left out of the evidence that none is scaled on its own.")
  package static let entranceRequests = Limit(
    "entrance-requests", 3, "requests",
    "Further requests that an entry point lets in, or no longer does, are counted in a merged picture.")
  package static let reviewLines = Limit(
    "review-lines", 12, "lines",
    "A comment on a pull request counts further lines about exposure, policies and workloads; its tables have all.")
  package static let reviewPlaces = Limit(
    "review-places", 2, "places", "Further evidence is left out of a line of a comment; JSON has all of it.")
  package static let differentNeeds = Limit(
    "different-needs", 3, "pods", "Further pods with different needs are left out of a reason.")
  package static let differentReplicas = Limit(
    "different-replicas", 5, "pods", "Further pods with different numbers of replicas are left out of a reason.")
  package static let enumeratedNames = Limit(
    "enumerated-names", 5, "names", "The last names in a sentence of a report are replaced by how many there are.")
  package static let tableNames = Limit(
    "table-names", 8, "names", "The last names in a cell of a report are replaced by how many there are.")
  package static let mergeReplicas = Limit(
    "merge-replicas", 100_000, "replicas", "`merge --replicas` refuses more.")
}
