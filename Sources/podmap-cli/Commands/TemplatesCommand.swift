import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapProject

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List the built-in document templates, or print one as a starting point for your own.",
    usage: """
      podmap templates list
      podmap templates show NAME
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the built-in templates.")

    @OptionGroup var messages: QuietOption

    func run() throws {
      let rows = TemplateFile.builtIn.map { [$0.name, $0.help] }
      let text = TextColumns.text(["TEMPLATE", "DOCUMENT"], rows)
      try CommandRun().write(text, to: "-")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print a built-in template.")

    @Argument(
      help: ArgumentHelp("The name of a template.", valueName: "name"),
      completion: .list(TemplateFile.builtIn.map(\.name)))
    var name: String

    @OptionGroup var messages: QuietOption

    func run() throws {
      guard let found = TemplateFile.builtIn(name) else {
        let names = TemplateFile.builtIn.map(\.name)
        let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'? " } ?? ""
        throw CommandRun().refusal(
          "no template '\(name.shortened())'; \(hint)use one of \(names.joined(separator: ", "))")
      }
      try CommandRun().write(found.text, to: "-")
    }
  }
}
