import ArgumentParser
import PodmapManifests
import PodmapProject

/// `--template`: a document in place of a picture or a table.
struct TemplateOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a document made from a template: a built-in one ('podmap templates list') or a file.",
      valueName: "template"),
    completion: .file())
  var template: String?

  /// Checks that nothing is asked for that a document does not have.
  func validate(_ subject: TemplateFile.Subject, outputs: [String], besides options: [(name: String, isGiven: Bool)])
    throws
  {
    guard let template else { return }
    guard outputs.count <= 1 else { throw ValidationError("--template makes one document; give one -o") }
    if let option = options.first(where: \.isGiven) {
      throw ValidationError("\(option.name) goes with no --template; the template says what is shown")
    }
    try Self.check(template, subject)
    if let file = outputs.first { try Self.check(template, writes: file) }
  }

  /// Checks that a document goes to a file of its own language.
  static func check(_ name: String, writes file: String) throws {
    let made = MarkupLanguage(file: TemplateFile.builtIn(name)?.file ?? name)
    guard file != "-", made != MarkupLanguage(file: file) else { return }
    let (language, end) = made == .html ? ("HTML", ".html") : ("Markdown", ".md")
    throw ValidationError(
      "the template '\(name.shortened())' makes \(language); name a file that ends in \(end)")
  }

  /// Checks the name of a template.
  static func check(_ name: String, _ subject: TemplateFile.Subject) throws {
    guard !TemplateFile.isPath(name) else { return }
    guard let found = TemplateFile.builtIn(name) else {
      let names = TemplateFile.builtIn.filter { $0.about == subject }.map(\.name)
      let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError(
        "no template '\(name.shortened())'; \(hint)there are \(names.joined(separator: ", ")), or name a file with its path: "
          + "./\(name.shortened()).md")
    }
    guard found.about == subject else {
      let what =
        switch found.about {
        case .application: "an application, as podmap draw reads it, and not about a comparison"
        case .comparison: "a comparison, as podmap compare makes it, and not about an application"
        case .gallery: "the pictures that podmap publish writes; 'gallery' of podmap.yaml names the page"
        }
      throw ValidationError("the template '\(name)' is about \(what)")
    }
  }

  /// The template; nothing where none is asked for.
  func read() throws -> DocumentTemplate? { try template.map(Self.read) }

  static func read(_ name: String) throws -> DocumentTemplate {
    do throws(FileSystem.Failure) {
      return try TemplateFile.read(name)
    } catch {
      throw ValidationError("the template '\(name.shortened())' can't be read: \(error.text)")
    }
  }
}
