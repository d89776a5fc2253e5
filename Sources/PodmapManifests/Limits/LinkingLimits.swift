extension Limit {
  static let linking = [
    edges, edgesPerObject, selectorEvidence, evidenceValue, evidencePath, nameInId,
    focusDepth, podTemplateDepth, guessDepth, referenceValues, configurationSize, variableGrowth,
    containerGrowth, providedNames, generatedPaths, deliveriesOfFolder, shellDefault, portDistance, secretKey, dnsLabel,
    dnsName, portName, addressText, urlPath, matrix, quotation, routeAlternatives,
  ]

  package static let edges = Limit(
    "edges", 100_000, "edges", adjustable: 0...100_000_000,
    "Further edges are left out, which is an error; inputs of many objects may have more (`edges-per-object`).")
  package static let edgesPerObject = Limit(
    "edges-per-object", 20, "edges", "If that is more than `edges`, the graph may have so many edges for each object.")
  package static let selectorEvidence = Limit(
    "selector-evidence", 20, "values", "Further values of a selector are not evidence of its edges.")
  package static let evidenceValue = Limit(
    "evidence-value", 1_000, "bytes", "A longer value is shortened in the middle when it is evidence of an edge.")
  package static let evidencePath = Limit(
    "evidence-path", 1_000, "bytes",
    "A longer path of a field is shortened in the middle when it is evidence of an edge.")
  package static let nameInId = Limit(
    "name-in-id", 1_000, "bytes", "A longer name is shortened in ids, which end with a hash of it.")
  package static let focusDepth = Limit(
    "focus-depth", 1, "edges", flag: Flag(name: "--depth", accepted: 0...1000),
    "Objects that are further from those named by `--focus` are not selected.")
  package static let podTemplateDepth = Limit(
    "pod-template-depth", 12, "levels", "Pod templates deeper inside a custom resource are not found.")
  package static let guessDepth = Limit(
    "guess-depth", 16, "levels", "References deeper inside a custom resource without rules are not guessed.")
  package static let referenceValues = Limit(
    "reference-values", 4, "values",
    "Further values of a list are left out of an edge's label, which then ends with `…`.")
  package static let configurationSize = Limit(
    "configuration-size", 256 << 10, "bytes",
    "A longer configuration file is not searched for what its container does for its pod.")
  package static let variableGrowth = Limit(
    "variable-growth", 2 << 10, "bytes", "A variable that would lengthen a text further is not expanded in it.")
  package static let containerGrowth = Limit(
    "container-growth", 64 << 10, "bytes",
    "Once expanded variables have lengthened the texts of a container by this much, no more are expanded.")
  package static let providedNames = Limit(
    "provided-names", 1000, "names", "More names that a controller makes from the lists of one object are not known.")
  package static let generatedPaths = Limit(
    "generated-paths", 100, "paths", "Further folders that the generators of one object give are not followed.")
  package static let deliveriesOfFolder = Limit(
    "deliveries-of-folder", 10, "objects", "Of more objects that deploy the same folder, the first ones have lines.")
  package static let shellDefault = Limit(
    "shell-default", 300, "bytes", "A longer default in `${NAME:-default}` is not searched for addresses.")
  package static let portDistance = Limit(
    "port-distance", 200, "bytes", "A port further away from a host name on the same line is not connected to it.")
  package static let secretKey = Limit(
    "secret-key", 128, "bytes", "A longer key in a text is not checked for being the name of a credential.")
  package static let dnsLabel = Limit(
    "dns-label", 63, "characters",
    "Kubernetes rejects longer names of Services, containers and volumes; `split` and `merge` shorten theirs.")
  package static let dnsName = Limit(
    "dns-name", 253, "characters",
    "DNS allows no more: a longer text is not taken for a host, and `split` shortens names of objects to this.")
  package static let portName = Limit(
    "port-name", 15, "characters", "Kubernetes rejects longer names of ports in policies.")
  package static let matrix = Limit(
    "matrix", 40, "workloads", "`podmap inspect --matrix` leaves further workloads out, and says how many.")
  package static let addressText = Limit(
    "address-text", 45, "bytes", "A longer text is not taken for an IPv6 address.")
  package static let urlPath = Limit(
    "url-path", 200, "bytes", "The rest of a longer path in a URL is not compared with the paths of an entry point.")
  package static let quotation = Limit(
    "quotation", 160, "bytes", "Evidence from a longer line shows only the address and what surrounds it.")
  package static let routeAlternatives = Limit(
    "route-alternatives", 64, "alternatives",
    "A condition of a route with more alternatives is shown as it is written, without its hosts and paths.")
}
