import ArgumentParser
import PodmapManifests
import PodmapProject

/// One run of `podmap publish`, from `podmap.yaml` to the last file.
struct PublishRun {
  private let home: ProjectHome
  private let common: CommonOptions
  private let console: Console

  init(_ home: ProjectHome, _ common: CommonOptions, _ console: Console) {
    self.home = home
    self.common = common
    self.console = console
  }

  /// Writes what is out of date, or only says what is. The result is the exit code.
  func run(check isCheck: Bool) throws -> Int32 {
    let bytes = try home.read()
    let project = ProjectFile(bytes, name: home.config.text)
    let memory = PublishMemoryFile(config: home.config)
    let fingerprint = PublishFingerprint(project, config: bytes, options: [common.failOn])
    // What changes while it is read must not be taken for what was drawn.
    let before = isCheck ? nil : fingerprint.sources()
    if let before, let known = memory.read(),
      PublishFingerprint.digest(of: before, with: known.files) == known.fingerprint
    {
      console.report(home.shown(known.messages))
      console.write(Self.summary(written: 0, upToDate: known.count, failed: 0))
      return common.isFailure(known.messages) ? 1 : 0
    }
    let progress = Progress(console)
    defer { progress.end() }
    let plan = PublishPlan(project, config: home.config, onStep: progress.say)
    if project.publishesNothing, plan.isValid {
      throw ValidationError(
        "'\(home.prefix)\(home.config.text)' names nothing to publish; docs/podmap-yaml.md has an example")
    }
    guard plan.isValid else {
      progress.end()
      console.report(home.shown(plan.diagnostics))
      return 1
    }
    let found = PublishCheck(plan)
    if isCheck {
      let code = try report(found, plan, progress)
      return code != 0 ? code : common.isFailure(plan.diagnostics) ? 1 : 0
    }
    let (code, messages) = try write(found, plan, progress)
    if let before, code == 0, found.isComplete {
      let files = found.files + plan.sources.map(\.file)
      let digest = PublishFingerprint.digest(of: before, with: files)
      // Only what was read, and what has been written, may be remembered.
      if plan.sources.allSatisfy({ Self.digest(of: $0.file) == $0.digest }), PublishCheck(plan.renewed).isAllUpToDate,
        PublishFingerprint.digest(of: fingerprint.sources(), with: files) == digest
      {
        memory.write(
          PublishMemory(fingerprint: digest, files: files, count: found.items.count, messages: messages))
      }
    }
    return code != 0 ? code : common.isFailure(plan.diagnostics) ? 1 : 0
  }

  private static func digest(of file: String) -> Digest? {
    FileSystem.contents(of: file).map { Digest(of: $0) }
  }

  private func write(
    _ found: PublishCheck, _ plan: PublishPlan, _ progress: Progress
  ) throws -> (code: Int32, lasting: [Diagnostic]) {
    var publication = Publication(plan, found, home, console)
    try publication.write(progress)
    progress.end()
    let messages = plan.diagnostics + publication.messages + found.abandoned.map { .abandoned($0) }
    console.report(home.shown(messages.uniqued))
    for file in publication.written { console.write("wrote \(home.prefix)\(file.text)\n") }
    let rest = found.items.count - found.outdated.count
    console.write(
      Self.summary(
        written: publication.written.count { $0 != plan.index }, upToDate: rest, failed: publication.failed.count))
    return (publication.failed.isEmpty ? 0 : 2, plan.diagnostics)
  }

  private static func summary(written: Int, upToDate: Int, failed: Int) -> String {
    "podmap: \(written) written, \(upToDate) up to date\(failed > 0 ? ", \(failed) failed" : "")\n"
  }

  /// Shows what differs, and how to repair it.
  private func report(_ found: PublishCheck, _ plan: PublishPlan, _ progress: Progress) throws -> Int32 {
    progress.end()
    console.report(home.shown(plan.diagnostics))
    var differences = ""
    var messages: [Diagnostic] = []
    for item in found.outdated {
      messages.append(.outdated(item))
      if case .outOfDate(let difference?) = item.state { differences += difference.text }
    }
    if messages.isEmpty, !found.isWritten(found.index(without: [])) { messages.append(.noIndex(plan.index)) }
    try OutputFiles(console).writeToStandardOutput(Array(differences.utf8))
    for message in home.shown(messages) { console.say(message) }
    guard !messages.isEmpty else {
      let rest = found.unjudged == 0 ? "" : ", and \(found.unjudged) can't be judged: see the errors above"
      console.write("podmap: \(found.items.count) up to date\(rest)\n")
      return 0
    }
    let command = "podmap publish" + (common.config.map { " --config \($0)" } ?? "")
    console.write(
      "podmap: \(messages.count) out of date, \(found.items.count - found.outdated.count) up to date; "
        + "to repair, run: \(command)\n")
    return 1
  }
}

extension Diagnostic {
  fileprivate static func outdated(_ item: PublishCheck.Item) -> Diagnostic {
    let place = Place(file: item.file.text)
    let names = item.outputs.map { "'\($0.diagram)'" }.joined(separator: ", ")
    return switch item.state {
    case .missing: Diagnostic(.error, at: place, "the file of \(names) is not there")
    case .outOfDate(nil): Diagnostic(.error, at: place, "the picture of \(names) does not show what its inputs say now")
    case .outOfDate, .upToDate: Diagnostic(.error, at: place, "what it shows of \(names) is out of date")
    }
  }

  fileprivate static func noIndex(_ index: ProjectPath) -> Diagnostic {
    Diagnostic(.error, at: Place(file: index.text), "the index does not say what is published")
  }

  fileprivate static func abandoned(_ file: String) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: file), "no diagram is written to this file any more; delete it if nothing shows it")
  }
}
