internal import PodmapManifests
internal import PodmapTopology

/// One source, rendered by the user's own program or read as far as possible without it.
struct SourceRendering {
  private(set) var files: [SourceFile] = []
  /// The manifests beside it that don't belong to it.
  var unlisted: [UnlistedFile] { files.isEmpty ? [] : source.unlisted(rendered) }
  private(set) var diagnostics: [Diagnostic] = []
  /// Why nothing could be read.
  private(set) var failure: Diagnostic?
  /// The objects that tests of Helm create, which are left out.
  private var leftOut = 0

  private let rendered: RenderedFolder
  private let settings: SourceSettings

  private var source: RenderedSource { rendered.source }
  private var folder: String { rendered.path }
  private var place: Place { rendered.place }

  init(_ rendered: RenderedFolder, settings: SourceSettings) {
    self.rendered = rendered
    self.settings = settings.for(rendered.path)
    render()
    let namespace = source.namespace(self.settings)
    for position in files.indices { files[position].namespace = namespace }
  }

  private mutating func render() {
    let problems = source.check(folder, settings)
    if let first = problems.first {
      let more = problems.count > 1 ? " (and \(problems.count - 1) more like this)" : ""
      failure = .refused(source, first + more, place)
      return
    }
    guard settings.renders else { return readWithoutProgram("--no-render forbids it", remedy: "leave that option out") }
    guard let program = source.program(settings) else {
      let missing = settings.renderer.map { "there is no program '\($0)'" }
      return readWithoutProgram(missing ?? "\(source.programs) is not installed")
    }
    let words = source.words(folder, settings)
    do throws(RendererProgram.Failure) {
      let bytes = try program.output(words, seconds: settings.seconds)
      add(RenderedText.objects(in: bytes), stream: bytes)
      diagnostics.append(
        Diagnostic(
          .note, at: place, topic: .rendering,
          "rendered with: \(program.command(words.map { ExportedPath.shown($0) ?? $0 }))"))
    } catch {
      let problem = Diagnostic.failed(source, error, program.command(words), settings, place)
      if source.read == nil {
        failure = problem
      } else {
        diagnostics.append(problem)
        readWithoutProgram("the renderer failed")
      }
    }
  }

  /// Reads what can be read without a program.
  private mutating func readWithoutProgram(_ reason: String, remedy: String = "install it") {
    guard let read = source.read?(folder) else {
      failure = .needsProgram(source, reason, remedy, place)
      return
    }
    diagnostics += read.diagnostics
    diagnostics.append(.readPartly(source, reason, read.unapplied, place))
    let stream = read.objects.map(\.text).joined(separator: "---\n")
    add(read.objects, stream: Array(stream.utf8))
  }

  /// The objects as they are drawn: with the names that they have without a renderer too.
  private func shown(_ objects: [RenderedObject]) -> [RenderedObject] {
    guard let read = source.read else { return objects }
    return GeneratedNames(objects) { read(folder).objects }.restored(objects)
  }

  private mutating func add(_ objects: [RenderedObject], stream: [UInt8]) {
    if settings.keepsStreams {
      files = [SourceFile(name: place.file, bytes: stream, isNamed: true)]
      return
    }
    let origins = source.origins(rendered)
    files = shown(objects).compactMap { object in
      if HelmHooks.isTest(object.text) {
        leftOut += 1
        return nil
      }
      return origins.file(of: object.text, origin: object.origin.map { source.shown($0, rendered) })
        ?? SourceFile(
          name: place.file, text: object.text, isNamed: true,
          lines: Array(repeating: 1, count: SourceOrigins.lines(of: object.text).count))
    }
    if leftOut > 0 {
      diagnostics.append(
        Diagnostic(
          .note, at: place, topic: .ownSource,
          "\(leftOut == 1 ? "an object" : "\(leftOut) objects") of Helm's tests left out; only 'helm test' creates "
            + (leftOut == 1 ? "it" : "them")))
    }
  }
}

extension SourceSettings {
  /// The settings for one folder: those that `podmap.yaml` gives it, and those of the command line.
  func `for`(_ folder: String) -> SourceSettings {
    var path = NamedSource.displayName(folder)
    if let home, folder.hasPrefix(home + "/") { path = String(folder.dropFirst(home.count + 1)) }
    var result = self
    if var given = named[path] {
      if let home { given.values = given.values.map { "\(home)/\($0)" } }
      result.helm = given.overridden(by: helm)
    }
    result.helm.namespace = result.helm.namespace ?? defaultNamespace
    return result
  }
}

extension Diagnostic {
  fileprivate static func refused(_ source: RenderedSource, _ reason: String, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .ownSource, "\(source.noun) that was not rendered: \(reason)")
  }

  fileprivate static func needsProgram(
    _ source: RenderedSource, _ reason: String, _ remedy: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .ownSource,
      "\(source.noun), which \(source.programs) must render, but \(reason); "
        + "\(remedy), or render it elsewhere and draw the result: podmap draw FILE")
  }

  fileprivate static func readPartly(
    _ source: RenderedSource, _ reason: String, _ unapplied: [String], _ place: Place
  ) -> Diagnostic {
    let rest = unapplied.isEmpty ? "" : "; not applied: \(unapplied.joined(separator: ", "))"
    return Diagnostic(
      unapplied.isEmpty ? .note : .warning, at: place, topic: .ownSource,
      "\(source.noun) that was read without a renderer, as \(reason)\(rest)")
  }

  fileprivate static func failed(
    _ source: RenderedSource, _ failure: RendererProgram.Failure, _ command: String, _ settings: SourceSettings,
    _ place: Place
  ) -> Diagnostic {
    let seconds = settings.seconds.formatted
    let what =
      switch failure {
      case .notStarted(let reason): "can't be started: \(reason)"
      case .timedOut: "did not finish within \(seconds) s and was stopped; allow more with --render-time-limit"
      case .tooLong: "wrote more than \(Limit.renderedSize.text) and was stopped"
      case .failed: "failed"
      }
    var (advice, details) = ("", [String]())
    if case .failed(let lines) = failure {
      details = lines.map(Credentials.shownLine)
      let known = source.advice.first { known in lines.contains { $0.contains(known.says) } }
      advice = known.map { "; \($0.advice)" } ?? ""
    }
    var diagnostic = Diagnostic(
      .error, at: place, topic: .ownSource, "\(source.noun) that can't be rendered: '\(command)' \(what)\(advice)")
    diagnostic.details = details
    return diagnostic
  }
}

extension Double {
  fileprivate var formatted: String { rounded() == self ? "\(Int(self))" : "\(self)" }
}
