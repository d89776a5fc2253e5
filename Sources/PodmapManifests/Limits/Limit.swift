private import Synchronization

/// A stated bound on input, work or output. Each is one row of a list, from which `docs/limits.md` and the messages
/// that name a number are written.
package struct Limit: Sendable {
  /// An option that changes a limit for one run.
  package struct Flag: Sendable {
    /// As on the command line: `--depth`.
    package let name: String
    /// The values that the option accepts.
    package let accepted: ClosedRange<Double>
  }

  /// Kebab-case and stable, because documents and messages refer to it.
  package let name: String
  /// The default.
  package let standard: Int
  /// What `value` counts, in the plural.
  package let unit: String
  /// The option that changes the limit, if there is one.
  package let flag: Flag?
  /// One sentence: what happens beyond the limit.
  package let meaning: String
  /// The value that the command line gives for this process, if it can be given.
  private let adjusted: Adjusted?

  init(_ name: String, _ value: Int, _ unit: String, flag: Flag? = nil, _ meaning: String) {
    self.name = name
    standard = value
    self.unit = unit
    self.flag = flag
    self.meaning = meaning
    adjusted = nil
  }

  /// A limit on what one input may cost, which `--limit` changes.
  init(_ name: String, _ value: Int, _ unit: String, adjustable range: ClosedRange<Int>, _ meaning: String) {
    self.name = name
    standard = value
    self.unit = unit
    flag = Flag(name: "--limit \(name)=…", accepted: Double(range.lowerBound)...Double(range.upperBound))
    self.meaning = meaning
    adjusted = Adjusted(value)
  }
}

extension Limit {
  /// A value that is set before any work begins.
  private final class Adjusted: Sendable {
    let value: Atomic<Int>
    let isSet = Atomic(false)

    init(_ value: Int) { self.value = Atomic(value) }
  }

  /// The value that holds in this process: the default, unless `adjust` was called.
  package var value: Int { adjusted?.value.load(ordering: .relaxed) ?? standard }

  /// Whether `adjust` may change it.
  package var isAdjustable: Bool { adjusted != nil }

  /// Changes the limit for the rest of the process; call it before any work begins.
  package func adjust(to value: Int) {
    adjusted?.value.store(value, ordering: .relaxed)
    adjusted?.isSet.store(true, ordering: .relaxed)
  }

  /// Whether `adjust` was called, perhaps with the default.
  package var isAdjusted: Bool { adjusted?.isSet.load(ordering: .relaxed) ?? false }

  /// What to do if the limit is too low, for the end of a message: "or raise the limit with --limit edges=…".
  package var advice: String { "raise the limit with \(flag?.name ?? "--limit")" }
}

extension Limit {
  /// The value with its unit, for messages: "50,000 characters", "1 GiB".
  package var text: String { text(of: value) }

  /// The default with its unit, for documents.
  package var standardText: String { text(of: standard) }

  private func text(of value: Int) -> String {
    guard unit == "bytes" else {
      return "\(value.grouped) \(value == 1 && unit.hasSuffix("s") ? unit.dropLast() : unit[...])"
    }
    for (power, prefix) in [(30, "GiB"), (20, "MiB"), (10, "KiB")]
    where value >= 1 << power && value % (1 << power) == 0 {
      return "\((value >> power).grouped) \(prefix)"
    }
    return "\(value.grouped) bytes"
  }
}

extension Limit.Flag {
  /// The accepted values for messages: "0.1 and 86,400", after "between".
  package var range: String { "\(Self.text(accepted.lowerBound)) and \(Self.text(accepted.upperBound))" }

  private static func text(_ number: Double) -> String {
    number == number.rounded() ? Int(number).grouped : "\(number)"
  }
}

extension Int {
  /// The digits in groups of three: "50,000".
  package var grouped: String {
    var text = ""
    for (position, digit) in String(magnitude).reversed().enumerated() {
      if position > 0, position % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
