internal import PodmapManifests

/// A digest of everything that a run of `podmap publish` depends on and writes, by contents: a checkout touches files
/// without changing them.
struct PublishFingerprint {
  private let project: ProjectFile
  private let config: [UInt8]
  /// The program, and options that change what it says.
  private let program: [String]
  private let settings: SourceSettings

  init(
    _ project: ProjectFile, config: [UInt8], program: [String], settings: SourceSettings = SourceSettings()
  ) {
    // Rendering takes long, and its result depends on the source alone.
    self.settings = settings.with(project.charts, readsSourcesOnly: true)
    self.project = project
    self.config = config
    self.program = program
  }

  /// The digest of the program, `podmap.yaml`, the inputs and the names of icons, which take the longest to read.
  func sources(onStep say: @escaping @Sendable (String) -> Void = { _ in }) -> Digest {
    var fingerprint = Fingerprint()
    for part in program { fingerprint.add(part) }
    // What podmap.yaml says about charts is in its bytes, and would be in another order in each process.
    fingerprint.add("\(settings.with([:], readsSourcesOnly: true))")
    fingerprint.add(config)
    for set in project.inputs {
      let scan = SourceScan(set.map(\.text), settings, onStep: say)
      fingerprint.add("\(scan.files.count)")
      for file in scan.files {
        fingerprint.add(file.name)
        fingerprint.add(file.bytes)
      }
      for diagnostic in scan.diagnostics { fingerprint.add(diagnostic.description) }
    }
    let icons = project.look?.icons.map { PublishedLook.files(in: $0.text) } ?? []
    for icon in icons { fingerprint.add(icon) }
    return fingerprint.digest
  }

  /// The digest of sources, and of everything else that is read or written.
  static func digest(of sources: Digest, with files: [String]) -> Digest {
    var fingerprint = Fingerprint()
    fingerprint.add(sources.text)
    for file in files {
      let bytes = FileSystem.contents(of: file)
      fingerprint.add(bytes == nil ? "\(file) is not there" : file)
      fingerprint.add(bytes ?? [])
    }
    return fingerprint.digest
  }
}
