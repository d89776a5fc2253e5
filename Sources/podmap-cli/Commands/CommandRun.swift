import ArgumentParser
import PodmapConversion
import PodmapDiagrams
import PodmapManifests
import PodmapProject

/// What every command does around its work: it shows progress, prints diagnostics, and writes results.
struct CommandRun {
  let console: Console
  let progress: Progress

  /// `inputs` are the paths that the user gave, and `topics` what is usually hidden.
  init(_ common: CommonOptions, inputs: [String] = [], showing topics: Set<Diagnostic.Topic> = []) {
    self.init(Console(isVerbose: common.verbose, isQuiet: common.quiet, inputs: inputs, showing: topics))
  }

  init(_ console: Console = Console(isVerbose: false)) {
    self.console = console
    progress = Progress(console)
  }

  /// A renderer that starts its workers while the input is still being read.
  func renderer(_ options: RenderOptions, for formats: [OutputFormat]) throws -> Renderer {
    try requesting { () throws(RequestError) in
      let settings = try options.settings
      let icons = try settings.icons.map { path throws(RequestError) in try IconFolder(path).icons(console.say) }
      return Renderer(settings, icons ?? IconSet(), for: formats.compactMap(\.rendered), by: .thisProgram)
    }
  }

  /// Ends progress, and prints diagnostics.
  func report(_ diagnostics: [Diagnostic]) {
    progress.end()
    console.report(diagnostics)
  }

  /// Writes a diagram with its parts to a file, or to standard output for `-`.
  func write(_ written: WrittenDiagram, to file: String) throws {
    try reporting { () throws(FileWriter.Failure) in
      if file == "-" {
        try StandardOutput.write(written.standardOutput())
      } else {
        try FileWriter().write(written, to: file)
      }
    }
  }

  /// Writes a text to a file, or to standard output for `-`.
  func write(_ text: String, to file: String) throws {
    try write(WrittenDiagram(text), to: file)
  }

  /// Writes a content to a file, or to standard output for `-`.
  func write(_ content: FileContent, to file: String) throws {
    try reporting { () throws(FileWriter.Failure) in
      if file == "-" { try StandardOutput.write(content) } else { try FileWriter().write(content, to: file) }
    }
  }

  /// Writes converted manifests.
  func write(_ conversion: Conversion, to target: ConversionTarget) throws {
    if target.isStandardOutput { return try write(conversion.text, to: "-") }
    let remarks = try reporting { () throws(FileWriter.Failure) in try target.write(conversion) }
    for remark in remarks { console.say(remark) }
  }

  /// Reports a request that can't be carried out, and makes the exit code 64, or 1 if the input doesn't have what it
  /// names. The command line was understood, so its usage wouldn't help.
  func requesting<Result>(_ body: () throws(RequestError) -> Result) throws -> Result {
    do throws(RequestError) {
      return try body()
    } catch {
      throw refusal(error.textForOptions, error.isAboutInput ? ExitCode(1) : ExitCode(64))
    }
  }

  /// Says why a request can't be carried out, and returns the exit code.
  func refusal(_ text: String, _ code: ExitCode = ExitCode(64)) -> ExitCode {
    report([Diagnostic(.error, text)])
    return code
  }

  /// Reports what can't be written, and makes the exit code 2.
  func reporting<Result>(_ write: () throws(FileWriter.Failure) -> Result) throws -> Result {
    do throws(FileWriter.Failure) {
      return try write()
    } catch {
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
  }
}

extension PictureEngine {
  /// This program, started again for each picture.
  static var thisProgram: PictureEngine {
    .worker(program: ThisProgram.path, arguments: [RenderWorkerCommand.name])
  }
}
