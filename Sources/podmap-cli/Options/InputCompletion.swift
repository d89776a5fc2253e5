import ArgumentParser
import PodmapProject
import PodmapTopology

extension CompletionKind {
  /// The names of a family in the inputs that are on the command line; nothing if they can't be read.
  static func names(_ family: Topology.NameFamily) -> CompletionKind {
    .custom { words, index, prefix in
      InputCompletion(words, completing: index)?.names.names(family, startingWith: prefix) ?? []
    }
  }
}

/// The inputs on a command line of which one word is being completed.
private struct InputCompletion {
  let names: InputNames

  /// `nil` if the rest of the command line is not understood, or reads nothing.
  init?(_ words: [String], completing index: Int) {
    guard words.indices.contains(index), index > 0 else { return nil }
    // The option goes with its value, unless they are one word.
    let isJoined = words[index].hasPrefix("-") && words[index].contains("=")
    let rest = words[1..<(isJoined ? index : max(index - 1, 1))] + words[(index + 1)...]
    guard let command = try? PodmapCommand.parseAsRoot(Array(rest)) else { return nil }
    let input: (paths: [String], common: CommonOptions, namespace: NamespaceOption)
    switch command {
    case let command as DrawCommand: input = command.input.named
    case let command as InspectCommand: input = command.input.named
    case let command as SplitCommand: input = command.input.named
    case let command as MergeCommand: input = command.input.named
    case let command as CompareCommand: input = ([command.left, command.right], command.common, command.namespace)
    default: return nil
    }
    names = InputNames(
      input.paths, project: (try? input.common.project) ?? ProjectFile(), namespace: input.namespace.value)
  }
}

extension InputOptions {
  fileprivate var named: (paths: [String], common: CommonOptions, namespace: NamespaceOption) {
    (inputs, common, namespace)
  }
}
