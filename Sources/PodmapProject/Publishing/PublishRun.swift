internal import PodmapManifests

/// One run of `podmap publish`, from `podmap.yaml` to the last file.
package struct PublishRun: Sendable {
  private let home: ProjectHome
  private let engine: PictureEngine
  private let program: [String]
  private let settings: SourceSettings

  /// `program` identifies the program, and the options that change what it says: what a run remembers is
  /// only used if both are the same.
  package init(
    _ home: ProjectHome, _ engine: PictureEngine, program: [String], settings: SourceSettings = SourceSettings()
  ) {
    var settings = settings
    // The home is the current folder.
    settings.boundary = RealPath.of(".")
    self.settings = settings
    self.home = home
    self.engine = engine
    self.program = program
  }

  /// Writes what is out of date, or only reports it.
  package func run(check isCheck: Bool, _ progress: RunProgress) throws(RequestError) -> PublishReport {
    let bytes = try home.read()
    let project = ProjectFile(bytes, name: home.config.text)
    let memory = PublishMemoryFile(config: home.config)
    let fingerprint = PublishFingerprint(project, config: bytes, program: program, settings: settings)
    // Something that changes while it is read must not be mistaken for what was drawn.
    let before = isCheck ? nil : fingerprint.sources(onStep: progress.say)
    let last = isCheck ? nil : memory.read()
    let known = home.shown(last?.messages ?? [])
    if let before, let last, PublishFingerprint.digest(of: before, with: last.files) == last.fingerprint {
      return PublishReport(
        diagnostics: known, known: Set(known), judged: last.messages,
        summary: .written(0, upToDate: last.count, failed: 0))
    }
    let plan = PublishPlan(project, config: home.config, reading: settings, onStep: progress.say)
    if project.publishesNothing, plan.isValid {
      throw RequestError(
        "'\(home.prefix)\(home.config.text)' names nothing to publish; docs/podmap-yaml.md has an example")
    }
    guard plan.isValid else { return PublishReport(diagnostics: home.shown(plan.diagnostics), ending: .refused) }
    let found = PublishCheck(plan)
    if isCheck { return report(found, plan) }
    var report = write(found, plan, progress)
    report.known = Set(known)
    if let before, report.ending == .done, found.isComplete {
      let files = found.files + plan.sources.map(\.file)
      let digest = PublishFingerprint.digest(of: before, with: files)
      // Only what was read, and what has been written, may be remembered.
      if plan.sources.allSatisfy({ Self.digest(of: $0.file) == $0.digest }), PublishCheck(plan.renewed).isAllUpToDate,
        PublishFingerprint.digest(of: fingerprint.sources(), with: files) == digest
      {
        memory.write(
          PublishMemory(fingerprint: digest, files: files, count: found.items.count, messages: plan.diagnostics))
      }
    }
    return report
  }

  private static func digest(of file: String) -> Digest? {
    FileSystem.contents(of: file).map { Digest(of: $0) }
  }

  private func write(_ found: PublishCheck, _ plan: PublishPlan, _ progress: RunProgress) -> PublishReport {
    var publication = Publication(plan, found, home, engine)
    publication.write(progress)
    let messages =
      plan.diagnostics + publication.messages + found.abandoned.map { .abandoned($0) }
      + found.abandonedBlocks.map { .abandoned($0.name, at: $0.lines, in: $0.file) }
    return PublishReport(
      failures: publication.failures, diagnostics: home.shown(messages.uniqued), judged: plan.diagnostics,
      written: publication.written, index: publication.writesIndex ? home.prefix + plan.index.text : nil,
      summary: .written(
        publication.written.count, upToDate: found.items.count - found.outdated.count,
        failed: publication.failed.count),
      ending: publication.failed.isEmpty ? .done : .failed)
  }

  /// Says what differs.
  private func report(_ found: PublishCheck, _ plan: PublishPlan) -> PublishReport {
    var report = PublishReport(diagnostics: home.shown(plan.diagnostics), judged: plan.diagnostics)
    var findings: [Diagnostic] = []
    for item in found.outdated {
      findings.append(.outdated(item))
      if case .outOfDate(let difference?) = item.state { report.differences += difference.text }
    }
    if findings.isEmpty, !found.isWritten(found.index(without: [])) { findings.append(.noIndex(plan.index)) }
    report.findings = home.shown(findings)
    if findings.isEmpty {
      report.summary = .upToDate(found.items.count, unjudged: found.unjudged)
    } else {
      report.summary = .outOfDate(findings.count, upToDate: found.items.count - found.outdated.count)
      report.ending = .refused
    }
    return report
  }
}

extension Diagnostic {
  fileprivate static func outdated(_ item: PublishCheck.Item) -> Diagnostic {
    let place = Place(file: item.file.text)
    let names = item.outputs.map { "'\($0.diagram)'" }.joined(separator: ", ")
    return switch item.state {
    case .missing: Diagnostic(.error, at: place, "the file of \(names) is missing")
    case .outOfDate(nil): Diagnostic(.error, at: place, "the picture of \(names) no longer shows what its inputs say")
    case .outOfDate, .upToDate: Diagnostic(.error, at: place, "the content of \(names) is out of date")
    }
  }

  fileprivate static func noIndex(_ index: ProjectPath) -> Diagnostic {
    Diagnostic(.error, at: Place(file: index.text), "the index doesn't match the published files")
  }

  fileprivate static func abandoned(_ name: String, at lines: ClosedRange<Int>, in file: String) -> Diagnostic {
    Diagnostic(
      .warning, at: Place(file: file, line: lines.lowerBound),
      "no diagram is written to the block '\(name.shortened())' any more; remove the lines "
        + "\(lines.lowerBound) to \(lines.upperBound), or put the name of a diagram into its two markers")
  }

  fileprivate static func abandoned(_ file: String) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: file), "no diagram is written to this file any more; delete it if nothing shows it")
  }
}
