import Foundation
import PodmapTestSupport
import Testing

@Suite("How work grows")
struct GrowthTests {
  /// The inputs are those that made the work grow with the square of their size, or worse.
  @Test("Twice the input takes at most about twice the memory, and gives about twice the output", arguments: bombs)
  func growth(_ bomb: String) throws {
    let once = try Self.work(bomb, factor: 1)
    let twice = try Self.work(bomb, factor: 2)
    #expect(twice.allocated < once.allocated * 26 / 10, "\(once.allocated) bytes became \(twice.allocated)")
    #expect(twice.written < once.written * 26 / 10, "\(once.written) bytes of output became \(twice.written)")
  }

  @Test("The program that does the work lists the inputs")
  func list() throws {
    #expect(try Self.output().contains("containers"))
  }

  static let bombs = (try? output().split(whereSeparator: \.isWhitespace).map(String.init)) ?? []

  private static func output(_ arguments: String...) throws -> String {
    let finished = try run(try builtProgram("podmap-work"), arguments, secondsAllowed: 300)
    guard finished.exitCode == 0 else { throw Failure("podmap-work \(arguments): \(finished.errors)") }
    return String(decoding: finished.output, as: UTF8.self)
  }

  private static func work(_ bomb: String, factor: Int) throws -> (allocated: Int, written: Int) {
    let output = try output(bomb, "\(factor)")
    let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 3 else { throw Failure("podmap-work \(bomb) \(factor) says '\(output)'") }
    return (numbers[1], numbers[2])
  }
}
