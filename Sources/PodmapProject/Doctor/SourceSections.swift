internal import PodmapManifests

extension DoctorSection {
  /// What was recognised, and by which program it would be rendered.
  static let sources = DoctorSection(title: "Sources") { examination in
    examination.inputs.flatMap { input in
      [plain(input)].compactMap(\.self) + input.sources.map(rendered)
        + input.diagnostics.filter { $0.severity == .error }.map { DoctorRow($0.shown, isProblem: true) }
    }
  }

  private static func plain(_ input: ExaminedInput) -> DoctorRow? {
    if input.isRevision {
      guard let git = RendererProgram.find("git") else {
        return DoctorRow("\(input.name): a git revision, but git is not installed; install it", isProblem: true)
      }
      return DoctorRow("\(input.name): a git revision, which \(git) reads")
    }
    if input.isEmpty {
      return DoctorRow("\(input.name): nothing that podmap reads", isProblem: true)
    }
    guard input.objects > 0 else { return nil }
    return DoctorRow("\(input.name): plain files: \(input.files.counted("file")), \(input.objects.counted("object"))")
  }

  private static func rendered(_ source: ExaminedSource) -> DoctorRow {
    let what = "\(source.folder.word): \(source.folder.source.noun)"
    if let first = source.refusals.first {
      return DoctorRow("\(what) that would not be rendered: \(first)", isProblem: true)
    }
    if let program = source.program {
      return DoctorRow("\(what), to be rendered with: \(program.command) (\(program.path))")
    }
    let missing = "\(source.folder.source.programs) is not installed"
    guard let unapplied = source.unapplied else {
      return DoctorRow("\(what), but \(missing); install it", isProblem: true)
    }
    let rest = unapplied.isEmpty ? "" : "; not applied: \(unapplied.joined(separator: ", "))"
    return DoctorRow("\(what), read without a renderer, because \(missing)\(rest)")
  }

  /// What is not read, a few messages of each topic.
  static let skipped = DoctorSection(title: "Skipped, or good to know") { examination in
    let all = examination.inputs.flatMap(\.diagnostics).filter { $0.severity != .error }
    var rows: [DoctorRow] = []
    for topic in Diagnostic.Topic.all {
      let messages = all.filter { $0.topic == topic }
      let shown = messages.prefix(Limit.topicMessages.value)
      rows += shown.map { DoctorRow($0.shown) }
      if messages.count > shown.count { rows.append(DoctorRow("and \(messages.count - shown.count) more like this")) }
    }
    let left = examination.inputs.flatMap(leftOut)
    if !left.isEmpty { rows.append(DoctorRow("never read: \(left.joined(separator: ", "))")) }
    return rows
  }

  /// Folders in an input that are never read, without those that belong to git and to Podmap itself.
  private static func leftOut(_ input: ExaminedInput) -> [String] {
    let names = (try? FileSystem.names(in: input.name)) ?? []
    return names.filter {
      SourceScan.isLeftOut($0) && ![".git", PublishMemoryFile.folder].contains($0)
        && FileSystem.isFolder("\(input.name)/\($0)")
    }
  }
}

extension Diagnostic {
  /// The message with its file.
  fileprivate var shown: String { place.map { "\($0.file): \(message)" } ?? message }
}
