import Foundation
import PodmapTestSupport

/// The values that an option takes, as the parser of the command line lists them: a test that walks them can't miss one.
struct ListedValues {
  private let command: [String: Any]

  init() throws {
    let help = try PodmapCommand()("--experimental-dump-help").output
    let whole = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    guard let command = whole?["command"] as? [String: Any] else { throw Failure("podmap does not describe itself") }
    self.command = command
  }

  /// The values of an option, as in `of("view", in: "draw")`; without an option, those of the command's argument.
  func of(_ option: String?, in path: String...) throws -> [String] {
    var command = command
    for name in path {
      let all = command["subcommands"] as? [[String: Any]] ?? []
      guard let next = all.first(where: { $0["commandName"] as? String == name }) else {
        throw Failure("podmap has no command \(path.joined(separator: " "))")
      }
      command = next
    }
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    let argument = arguments.first { ($0["preferredName"] as? [String: Any])?["name"] as? String == option }
    let kind = argument?["completionKind"] as? [String: Any]
    guard let values = (kind?["list"] as? [String: Any])?["values"] as? [String], !values.isEmpty else {
      throw Failure("podmap \(path.joined(separator: " ")) lists no values for \(option ?? "its argument")")
    }
    return values
  }
}
