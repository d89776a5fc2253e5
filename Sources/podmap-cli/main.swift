import PodmapManifests
let scan = SourceScan(Array(CommandLine.arguments.dropFirst()))
let set = ManifestSet(reading: scan.files)
for d in scan.diagnostics + set.diagnostics { print(d) }
print(set.resources.count)
