import ArgumentParser
import PodmapManifests

/// Words that may stand for a command.
enum CommandWords {
  /// What other tools call what Podmap does.
  private static let synonyms = [
    "diff": "compare",
    "completion": "--generate-completion-script", "completions": "--generate-completion-script",
    "create": "init", "new": "init", "setup": "init",
    "diagram": "draw", "export": "draw", "generate": "draw", "graph": "draw", "plot": "draw", "render": "draw",
    "visualise": "draw", "visualize": "draw",
    "check": "publish --check", "update": "publish", "watch": "publish --watch",
    "lint": "inspect", "list": "inspect", "ls": "inspect", "validate": "inspect",
    "status": "doctor",
    "template": "templates",
    "version": "--version",
  ]

  /// The names of the commands, each with those of its subcommands.
  static let all: [(name: String, subcommands: [String])] = PodmapCommand.configuration.subcommands
    .map { $0.configuration }.filter { $0.shouldDisplay }
    .map { ($0.commandName ?? "", $0.subcommands.compactMap { $0.configuration.commandName }) }

  /// The command or option that a word may stand for.
  static func meant(by word: String) -> String? {
    synonyms[word.lowercased()] ?? Spelling.nearest(to: word, among: all.map { $0.name })
  }

  /// Why there is no help for what follows the word `help`; `nil` if there is.
  static func refusal(ofHelp words: some Sequence<String>) -> String? {
    let words = words.filter { !$0.hasPrefix("-") }
    guard let first = words.first else { return nil }
    guard let command = all.first(where: { $0.name == first }) else { return unknown(first, meant(by: first)) }
    guard words.count > 1, !command.subcommands.contains(words[1]) else { return nil }
    return unknown("\(first) \(words[1])", Spelling.nearest(to: words[1], among: command.subcommands))
  }

  private static func unknown(_ command: String, _ meant: String?) -> String {
    let advice = meant.map { "did you mean '\($0)'?" } ?? "'podmap --help' lists them"
    return "there is no command '\(command.shortened())'; \(advice)"
  }
}
