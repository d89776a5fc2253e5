import ArgumentParser

/// The completion script for `podmap`, which means `podmap draw` if no command is named.
///
/// ArgumentParser's scripts don't know about default commands: after `podmap` they offer neither files nor options. The
/// lines added here insert the omitted word `draw`.
struct CompletionScript {
  let text: String

  /// The script that the command line asks for: `--generate-completion-script bash`.
  init?(arguments: [String]) {
    let flag = "--generate-completion-script"
    let words = (arguments.first?.split(separator: "=", maxSplits: 1).map(String.init) ?? []) + arguments.dropFirst()
    guard words.first == flag, words.count <= 2 else { return nil }
    let named = words.count == 2 ? CompletionShell(rawValue: words[1]) : CompletionShell.autodetected()
    guard let shell = named else { return nil }
    let script = PodmapCommand.completionScript(for: shell)
    switch shell {
    case .bash: text = script + Self.bash
    case .zsh: text = script.replacing(Self.zshFunction, with: Self.zsh)
    case .fish: text = script + Self.fish
    default: text = script
    }
  }

  private struct Command {
    var name: String
    var abstract: String

    init(_ name: String, _ abstract: String) {
      self.name = name
      self.abstract = abstract
    }

    var inZsh: String { quoted("\(name):\(abstract.replacing(":", with: "\\:"))") }
    var inFish: String {
      "complete -c podmap -n 'test (count (__podmap_given_tokens -pc)) -eq 1' -fa \(name) -d \(quoted(abstract))"
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
  }

  private static var commands: [Command] {
    let shown = PodmapCommand.configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
    return shown.map { Command($0.commandName ?? "", $0.abstract) } + [Command("help", "Show help for a command.")]
  }

  /// A word after which a command is named: `help`, and each command with commands of its own.
  private struct Group {
    var word: String
    var names: String

    var inBash: String { #"            '2 \#(word)') COMPREPLY=($(compgen -W '\#(names)' -- "${2}")); return ;;"# }
    var inZsh: String { #"            ('3 \#(word)') compadd -- \#(names); return ;;"# }
    var inFish: String {
      #"complete -c podmap -n 'test (__podmap_given_tokens -pc | string join " ") = "podmap \#(word)"' -fa '\#(names)'"#
    }
  }

  private static var groups: [Group] {
    [Group(word: "help", names: CommandWords.all.map { $0.name }.joined(separator: " "))]
      + CommandWords.all.filter { !$0.subcommands.isEmpty }.map { command in
        Group(word: command.name, names: command.subcommands.joined(separator: " "))
      }
  }

  private static func groups(_ path: KeyPath<Group, String>) -> String {
    groups.map { $0[keyPath: path] }.joined(separator: "\n")
  }

  private static func lines(_ path: KeyPath<Command, String>, joinedBy separator: String = "\n") -> String {
    commands.map { $0[keyPath: path] }.joined(separator: separator)
  }

  private static var bash: String {
    """


    # 'podmap INPUT' is short for 'podmap draw INPUT'.
    _podmap_or_draw() {
        local -a commands=()
        if [[ "${COMP_CWORD}" -eq 1 ]]; then
            commands=($(compgen -W '\(lines(\.name, joinedBy: " "))' -- "${2}"))
        fi
        case "${COMP_CWORD} ${COMP_WORDS[1]}" in
    \(groups(\.inBash))
        esac
        if [[ "${COMP_CWORD}" -eq 1 || ! " \(lines(\.name, joinedBy: " ")) " = *" ${COMP_WORDS[1]} "* ]]; then
            COMP_WORDS=("${COMP_WORDS[0]}" draw "${COMP_WORDS[@]:1}")
            COMP_CWORD=$((COMP_CWORD + 1))
        fi
        _podmap "${@}"
        COMPREPLY+=(${commands[@]+"${commands[@]}"})
    }

    complete -o filenames -F _podmap_or_draw podmap
    """
  }

  private static let zshFunction = "\n_podmap() {\n"

  private static var zsh: String {
    """

    # 'podmap INPUT' is short for 'podmap draw INPUT'.
    _podmap() {
        local -i ret=1
        if [[ "${CURRENT}" -eq 2 ]]; then
            local -ar commands=(
    \(lines(\.inZsh))
            )
            _describe -V command commands && ret=0
        fi
        case "${CURRENT} ${words[2]}" in
    \(groups(\.inZsh))
        esac
        if [[ "${CURRENT}" -eq 2 || "${words[2]}" != (\(lines(\.name, joinedBy: "|"))) ]]; then
            words=("${words[1]}" draw "${(@)words[2,-1]}")
            ((CURRENT++))
        fi
        _podmap_command && ret=0
        return "${ret}"
    }

    _podmap_command() {

    """
  }

  private static var fish: String {
    """


    # 'podmap INPUT' is short for 'podmap draw INPUT'.
    functions --query __podmap_given_tokens; or functions --copy __podmap_tokens __podmap_given_tokens
    function __podmap_tokens
        set -l tokens (__podmap_given_tokens $argv)
        if test "$argv" = -pc; and not contains -- "$tokens[2]" \(lines(\.name, joinedBy: " "))
            set tokens $tokens[1] draw $tokens[2..]
        end
        printf '%s\\n' $tokens
    end
    \(lines(\.inFish))
    \(groups(\.inFish))
    """
  }
}
