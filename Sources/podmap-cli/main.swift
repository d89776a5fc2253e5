import PodmapManifests
import PodmapTopology
let scan = SourceScan(Array(CommandLine.arguments.dropFirst()))
let set = ManifestSet(reading: scan.files)
let t = Topology(set.resources)
for d in scan.diagnostics + set.diagnostics + t.diagnostics { print(d) }
if t.nodes.count < 100 { for e in t.edges { print(t.nodes[e.from].id.text, "--\(e.kind) \(e.label)->", t.nodes[e.to].id.text, t.nodes[e.to].presence, e.evidence.count) } }
print(set.resources.count, t.nodes.count, t.edges.count)
