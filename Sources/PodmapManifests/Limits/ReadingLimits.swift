extension Limit {
  static let reading = [
    stepTime, memory, fileSize, pipeWait, valueDepth, aliasExpansion, aliasGrowth, listDepth, documentErrors,
    groupDepth, blockDepth, renderedSize, rendererMessages, nestedCharts,
    kustomizationDepth, kustomizationFolders, kustomizationObjects, kustomizationChanges, generatedData,
    generatedTotal, completionTime, completionEntries, completionSize, completedNames,
  ]

  package static let stepTime = Limit(
    "step-time", 600, "seconds", adjustable: 1...1_000_000,
    "The program ends with an error if a step takes longer: reading, linking, drawing, one more picture.")
  package static let memory = Limit(
    "memory", 6 << 30, "bytes", adjustable: 1 << 20...1 << 50, "The program ends with an error if it needs more.")
  package static let fileSize = Limit(
    "file-size", 1 << 30, "bytes", "A larger file is not read: offsets into a file are kept in 32 bits.")
  package static let pipeWait = Limit(
    "pipe-wait", 10, "seconds", "A named pipe that nothing writes to for so long is not read.")
  package static let valueDepth = Limit(
    "value-depth", 200, "levels", "A YAML document whose mappings and lists nest deeper can't be read.")
  package static let aliasExpansion = Limit(
    "alias-expansion", 64 << 10, "bytes", adjustable: 0...1 << 40,
    "A YAML document whose aliases expand to more than this and more than `alias-growth` can't be read; each value "
      + "counts 8 bytes and its text.")
  package static let aliasGrowth = Limit(
    "alias-growth", 20, "times", "Aliases may expand to so many times the size of the text that the document is in.")
  package static let listDepth = Limit(
    "list-depth", 4, "levels", "The objects in `List` objects that nest deeper are not read.")
  package static let documentErrors = Limit(
    "document-errors", 100, "errors",
    "Further errors in a hand-written diagram, a kustomization or `podmap.yaml` are only counted.")
  package static let renderedSize = Limit(
    "rendered-size", 256 << 20, "bytes", "A renderer (`kubectl`, `kustomize`, `helm`) that writes more is stopped.")
  package static let rendererMessages = Limit(
    "renderer-messages", 4_000, "bytes", "Of what a renderer says, more is not shown.")
  package static let nestedCharts = Limit(
    "nested-charts", 8, "levels", "Charts inside charts that nest deeper give no evidence in their own files.")
  package static let completionTime = Limit(
    "completion-time", 1, "seconds", "Completion in a shell offers no names if reading the input takes longer.")
  package static let completionEntries = Limit(
    "completion-entries", 5_000, "entries", "Completion in a shell doesn't look at further files and folders.")
  package static let completionSize = Limit(
    "completion-size", 8 << 20, "bytes", "Completion in a shell doesn't read further files.")
  package static let completedNames = Limit(
    "completed-names", 200, "names", "Completion in a shell offers no more.")
  package static let groupDepth = Limit(
    "group-depth", 20, "levels", "Groups of a hand-written diagram that nest deeper are an error.")
  package static let blockDepth = Limit(
    "block-depth", 20, "levels", "Blocks of a hand-written sequence diagram that nest deeper are an error.")
  package static let kustomizationDepth = Limit(
    "kustomization-depth", 32, "levels", "Kustomizations that refer to each other more deeply are not read.")
  package static let kustomizationFolders = Limit(
    "kustomization-folders", 1_000, "kustomizations", "Further kustomizations that a kustomization needs are not read.")
  package static let kustomizationObjects = Limit(
    "kustomization-objects", 100_000, "objects",
    "Without `kubectl` or `kustomize`, further objects of a kustomization are not read; "
      + "an object counts once in each kustomization that it passes through, and a component counts as many as it has "
      + "values.")
  package static let kustomizationChanges = Limit(
    "kustomization-changes", 2_000_000, "times",
    "Without `kubectl` or `kustomize`, fields of kustomizations that would change objects more often are not applied; "
      + "each value of a field counts once for each object.")
  package static let generatedData = Limit(
    "generated-data", 1 << 20, "bytes",
    "Without `kubectl` or `kustomize`, a larger file of a `configMapGenerator` is an empty entry.")
  package static let generatedTotal = Limit(
    "generated-total", 100 << 20, "bytes",
    "Without `kubectl` or `kustomize`, further files of generators are empty entries.")
}
