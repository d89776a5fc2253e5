import ArgumentParser
import PodmapManifests
import PodmapProject

/// `--template`: a document instead of a picture or a table.
struct TemplateOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a document from a template: a built-in one ('podmap templates list') or a file.",
      valueName: "template"),
    completion: .templates)
  var template: String?

  private var request: TemplateRequest? { template.map { TemplateRequest(template: $0) } }

  /// Checks that no option is given that doesn't apply to a document.
  func validate(_ subject: TemplateFile.Subject, outputs: [String], besides options: [(name: String, isGiven: Bool)])
    throws
  {
    guard let request else { return }
    guard outputs.count <= 1 else { throw ValidationError("--template writes one document; give only one -o") }
    if let option = options.first(where: \.isGiven) {
      throw ValidationError("\(option.name) can't be combined with --template; the template says what is shown")
    }
    try usage { () throws(RequestError) in
      try request.check(subject)
      if let file = outputs.first { try request.check(writes: file) }
    }
  }

  /// The template; `nil` if none is requested.
  func read(_ run: CommandRun) throws -> DocumentTemplate? {
    guard let request else { return nil }
    return try run.requesting { () throws(RequestError) in try request.read() }
  }
}

extension CompletionKind {
  /// The built-in templates, and files.
  fileprivate static var templates: CompletionKind {
    .custom { _, _, prefix in
      let names = TemplateFile.builtIn.map(\.name).filter { $0.hasPrefix(prefix) }
      let folder = prefix.lastIndex(of: "/").map { prefix[...$0] } ?? ""
      let start = prefix.dropFirst(folder.count)
      let entries = (try? FileSystem.names(in: folder.isEmpty ? "." : String(folder))) ?? []
      return names
        + entries.filter { $0.hasPrefix(start) && !($0.hasPrefix(".") && start.isEmpty) }.prefix(
          Limit.completedNames.value
        )
        .map { FileSystem.isFolder(folder + $0) ? "\(folder)\($0)/" : "\(folder)\($0)" }
    }
  }
}
