import Foundation
import PodmapTestSupport
import Testing

@Suite("The manual page")
struct ManualTests {
  /// What `--experimental-dump-help` says about a command.
  private struct Help: Decodable {
    struct Command: Decodable {
      let commandName: String
      let shouldDisplay: Bool
      let arguments: [Argument]?
      let subcommands: [Command]?
    }
    struct Argument: Decodable {
      let kind: String
      let names: [Name]?
      let completionKind: Completion?

      var words: [String] { (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name } }
    }
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    struct Completion: Decodable {
      struct Values: Decodable { let values: [String] }
      let list: Values?
    }
    let command: Command
  }

  /// The options that a section of the page names, each with its lines.
  private func options(of section: String, in page: String) throws -> [String: String] {
    let parts = page.components(separatedBy: "\n.Ss Of \(section)\n")
    guard parts.count == 2 else { throw Failure("docs/podmap.1 has no section 'Of \(section)'") }
    let text = parts[1].components(separatedBy: "\n.Sh ")[0].components(separatedBy: "\n.Ss ")[0]
    var options: [String: String] = [:]
    for item in text.components(separatedBy: "\n.It ").dropFirst() {
      let head = item.prefix { $0 != "\n" }.split(separator: " ")
      for (word, next) in zip(head, head.dropFirst()) where word == "Fl" { options["-\(next)"] = item }
    }
    return options
  }

  @Test("It lists the options of each command with all their values, and no others")
  func options() throws {
    let page = try String(contentsOf: packageFolder().appendingPathComponent("docs/podmap.1"), encoding: .utf8)
    let dump = try PodmapCommand()("--experimental-dump-help")
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8))
    let commands = try #require(help.command.subcommands).filter { $0.shouldDisplay && $0.commandName != "help" }
    let shared = try options(of: "all", in: page)
    let ofSelection = try options(of: "draw, compare and inspect", in: page)
    for command in commands {
      let own = try options(of: command.commandName, in: page)
      let selection = ["split", "merge", "init", "publish", "doctor"].contains(command.commandName) ? [:] : ofSelection
      let readsNothing = command.commandName == "templates"
      let common = readsNothing ? shared.filter { ["-h", "--help", "--version"].contains($0.key) } : shared
      let described = own.merging(common.merging(readsNothing ? [:] : selection) { own, _ in own }) { own, _ in own }
      let arguments = (command.arguments ?? []).filter { $0.kind != "positional" }
      let (named, real) = (Set(described.keys), Set(arguments.flatMap(\.words)))
      #expect(real.subtracting(named).isEmpty, "docs/podmap.1 lacks options of podmap \(command.commandName)")
      #expect(named.subtracting(real).isEmpty, "podmap \(command.commandName) has no such option")
      for argument in arguments {
        let text = argument.words.last.flatMap { described[$0] } ?? ""
        for value in argument.completionKind?.list?.values ?? [] {
          #expect(text.contains(value), "\(argument.words) of podmap \(command.commandName)")
        }
      }
      #expect(page.contains("\n.It Cm \(command.commandName)\n"))
    }
    #expect(commands.count == 9, "a new command wants a section of its own")
    let synopsis = page.components(separatedBy: "\n.Sh SYNOPSIS\n").last?.components(separatedBy: "\n.Sh ")[0] ?? ""
    // "list | show" are the subcommands of one of them.
    let shown = synopsis.split(separator: "\n").filter { $0.hasPrefix(".Cm ") || $0.hasPrefix(".Op Cm ") }
      .filter { !$0.contains("|") }.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(Set(shown) == Set(commands.map(\.commandName)))
  }
}
