internal import PodmapManifests
internal import PodmapTopology

/// The objects in the files that the kustomizations of a tree list.
struct KustomizationManifests {
  private var resources: [String: [KustomizedObject]] = [:]

  /// Reads each file once; those outside the folder that lists them are not read, as in kustomize.
  init(_ tree: KustomizationTree, _ report: inout KustomizationReport) {
    var paths: Set<String> = []
    var files: [SourceFile] = []
    for kustomization in tree.all {
      let home = RealPath.of(kustomization.folder) ?? kustomization.folder
      for entry in kustomization.entries where entry.role == .resource && !entry.isRemote && !entry.isFolder {
        guard FileSystem.isFile(entry.path), let real = RealPath.of(entry.path) else { continue }
        guard RealPath.isInside(real, home) else {
          report.add(.outside(entry.text), at: entry.place)
          continue
        }
        guard paths.insert(entry.path).inserted else { continue }
        do throws(FileSystem.Failure) {
          files.append(SourceFile(name: entry.path, bytes: try FileSystem.read(entry.path), isNamed: true))
        } catch {
          report.add(.unreadable(entry.text, error), at: entry.place)
        }
      }
    }
    let read = ManifestSet(reading: files)
    for diagnostic in read.diagnostics { report.add(diagnostic) }
    for resource in read.resources { resources[resource.file, default: []].append(KustomizedObject(resource)) }
  }

  /// The objects in a file that a kustomization lists.
  func objects(in path: String) -> [KustomizedObject] { resources[path] ?? [] }
}

extension String {
  static func outside(_ text: String) -> String {
    "'\(text.quotable)' is outside the folder of the kustomization, where kustomize reads no files; "
      + "move it, or make its folder a kustomization"
  }
}
