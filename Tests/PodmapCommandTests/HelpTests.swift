import Foundation
import PodmapTestSupport
import Testing

@Suite("Help")
struct HelpTests {
  private let podmap: PodmapCommand

  init() throws {
    podmap = try PodmapCommand()
  }

  /// Every command, as it is written after `podmap`.
  private static let commands: [[String]] = [
    [], ["draw"], ["compare"], ["split"], ["merge"], ["init"], ["publish"], ["templates"], ["templates", "list"],
    ["templates", "show"], ["inspect"], ["doctor"],
  ]

  private func help(_ command: [String]) throws -> [String] {
    let outcome = try podmap.run(command + ["--help"], environment: ["COLUMNS": "80"])
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty)
    return outcome.output.components(separatedBy: "\n")
  }

  @Test("It fits a terminal of 80 columns", arguments: commands)
  func width(_ command: [String]) throws {
    let long = try help(command).filter { $0.count > 80 }
    #expect(long.isEmpty)
  }

  @Test("The second lines of views are indented like the first")
  func columns() throws {
    let lines = try help(["draw"])
    let start = try #require(lines.firstIndex(of: "Views:"))
    #expect(lines[(start + 1)...].prefix { !$0.isEmpty }.allSatisfy { $0.hasPrefix("  ") })
  }

  @Test("It describes each option once, and says each default once", arguments: commands)
  func repetitions(_ command: [String]) throws {
    var (names, described) = ([String](), [String]())
    for line in try help(command) {
      if line.hasPrefix("  -") {
        names += line.split(separator: " ").filter { $0.hasPrefix("--") }.prefix(1).map(String.init)
        described.append(line)
      } else if line.hasPrefix("   "), !described.isEmpty {
        described[described.count - 1] += line
      }
    }
    #expect(Set(names).count == names.count)
    for text in described { #expect(text.components(separatedBy: "(default").count <= 2, "\(text)") }
    for text in described where text.contains("(default: ") {
      #expect(!text.contains("(default)") && !text.contains("by default"), "\(text)")
    }
  }

  @Test("The list of commands is complete")
  func complete() throws {
    let lines = try help([])
    let start = try #require(lines.firstIndex(of: "SUBCOMMANDS:"))
    let listed = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }
      .map { String($0.split(separator: " ")[0]) }
    #expect(Set(listed) == Set(Self.commands.compactMap(\.first)))
  }
}
