/// One part of Podmap that is given arbitrary bytes: one row of a list, from which the fuzzer and the tests take theirs.
package struct Harness: Sendable {
  /// The name of its folders of seeds and regressions.
  package let name: String
  /// Runs the part on an input, and says what is wrong with the result; `nil` if nothing is. It may crash.
  package let run: @Sendable ([UInt8]) -> String?

  /// All harnesses.
  package static let all: [Harness] = [
    reading, linking, pictures, sequences, layout, comparing, converting, project, templates, blocks,
  ]
}

extension Harness {
  /// An input in two halves, for what takes two texts.
  static func halves(_ bytes: [UInt8]) -> (String, String) {
    let separator = Array("\n=====\n".utf8)
    guard let range = bytes.firstRange(of: separator) else { return (text(bytes), "") }
    return (text(bytes[..<range.lowerBound]), text(bytes[range.upperBound...]))
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
