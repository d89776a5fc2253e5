import PodmapManifests
import PodmapPublishing

/// Everything that a run of `podmap publish` depends on and makes, by its contents: a checkout touches files without
/// changing them.
struct PublishFingerprint {
  private let project: ProjectFile
  private let config: [UInt8]
  /// Options of the command that change what it says.
  private let options: [String]

  init(_ project: ProjectFile, config: [UInt8], options: [String]) {
    self.project = project
    self.config = config
    self.options = options
  }

  /// The fingerprint; `files` are what is read and written beside the inputs.
  func digest(with files: [String]) -> Digest {
    var fingerprint = Fingerprint()
    for part in [Version.text, ThisProgram.identity] + options { fingerprint.add(part) }
    fingerprint.add(config)
    let sets = project.inputs + project.comparisons.flatMap { [$0.left, $0.right] }
    for set in sets.uniqued {
      let scan = SourceScan(set.map(\.text))
      fingerprint.add("\(scan.files.count)")
      for file in scan.files {
        fingerprint.add(file.name)
        fingerprint.add(file.bytes)
      }
      for diagnostic in scan.diagnostics { fingerprint.add(diagnostic.description) }
    }
    let icons = project.look?.icons.map { PublishedLook.files(in: $0.text) } ?? []
    for icon in icons { fingerprint.add(icon) }
    for file in files {
      let bytes = FileSystem.isFile(file) ? try? FileSystem.read(file) : nil
      fingerprint.add(bytes == nil ? "\(file) is not there" : file)
      fingerprint.add(bytes ?? [])
    }
    return fingerprint.digest
  }
}
