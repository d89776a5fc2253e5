internal import PodmapManifests

/// Values that the user gives for limits, such as `edges=200000`.
package struct LimitSettings: Sendable {
  /// The limits that can be given.
  package static let names = adjustable.map(\.name)
  private static let adjustable = Limit.all.filter(\.isAdjustable)

  private let values: [(limit: Limit, value: Int)]

  package init(_ texts: [String]) throws(RequestError) {
    values = try texts.map { text throws(RequestError) in try Self.reading(text) }
  }

  private static func reading(_ text: String) throws(RequestError) -> (limit: Limit, value: Int) {
    guard let equals = text.firstIndex(of: "=") else {
      throw RequestError("--limit '\(text.shortened())' has no '='; write it as in edges=200000")
    }
    let limit = try Choice.one(of: adjustable, named: String(text[..<equals]), what: "limit", by: \.name)
    let number = text[text.index(after: equals)...]
    guard let value = Int(number), let flag = limit.flag, flag.accepted.contains(Double(value)) else {
      throw RequestError(
        "--limit '\(text.shortened())': the value must be a whole number between \(limit.flag?.range ?? "")")
    }
    return (limit, value)
  }

  /// Makes the values those of this process.
  package func apply() {
    for (limit, value) in values { limit.adjust(to: value) }
  }
}
