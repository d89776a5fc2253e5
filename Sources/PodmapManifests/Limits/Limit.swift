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
  package let value: Int
  /// What `value` counts, in the plural.
  package let unit: String
  /// The option that changes the limit, if there is one.
  package let flag: Flag?
  /// One sentence: what happens beyond the limit.
  package let meaning: String

  init(_ name: String, _ value: Int, _ unit: String, flag: Flag? = nil, _ meaning: String) {
    self.name = name
    self.value = value
    self.unit = unit
    self.flag = flag
    self.meaning = meaning
  }
}

extension Limit {
  /// The value with its unit, for messages: "50,000 characters", "1 GiB".
  package var text: String {
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
