import PodmapManifests

/// An amount of CPU or memory as Kubernetes writes it: `250m`, `1.5`, `64Mi`, `1e3`.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
package struct Quantity: Sendable, Hashable, Comparable {
  /// Billionths of a core or of a byte: the precision that Kubernetes keeps.
  private let billionths: Int128

  private init(billionths: Int128) {
    self.billionths = billionths
  }

  package static let zero = Quantity(billionths: 0)

  /// Parses a quantity; `nil` if the text isn't one, is negative, or is larger than Kubernetes accepts.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix(while: Self.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.prefix(while: Self.isDigit)
      rest = rest.dropFirst(fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let factor = Self.factor(String(decoding: rest, as: UTF8.self)),
      whole.count + fraction.count <= Limit.quantityDigits.value
    else { return nil }
    var digits = Int128(0)
    for digit in Array(whole) + Array(fraction) { digits = digits * 10 + Int128(digit - UInt8(ascii: "0")) }
    var divisor = Int128(1)
    for _ in fraction { divisor *= 10 }
    let (product, isTooLarge) = digits.multipliedReportingOverflow(by: factor.numerator)
    guard !isTooLarge else { return nil }
    // Kubernetes rounds up what is finer than its precision.
    let (divided, isTooFine) = divisor.multipliedReportingOverflow(by: factor.denominator)
    guard !isTooFine else { return nil }
    let amount = product / divided + (product % divided == 0 ? 0 : 1)
    guard amount <= Self.largest else { return nil }
    billionths = amount
  }

  /// 2^63 - 1 whole units.
  private static let largest = Int128(Int64.max) * unit
  private static let unit: Int128 = 1_000_000_000

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static let decimal: [String: Int] = [
    "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
  ]
  private static let binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]

  /// The factor that a suffix means, in billionths.
  private static func factor(_ suffix: String) -> (numerator: Int128, denominator: Int128)? {
    if let power = decimal[suffix] { return scaled(power) }
    if let step = binary.firstIndex(of: suffix) { return (unit << (10 * (step + 1)), 1) }
    guard let mark = suffix.first, mark == "e" || mark == "E", let power = Int(suffix.dropFirst()),
      (-24...18).contains(power)
    else { return nil }
    return scaled(power)
  }

  private static func scaled(_ power: Int) -> (numerator: Int128, denominator: Int128) {
    let tens = (0..<abs(power)).reduce(into: Int128(1)) { result, _ in result *= 10 }
    return power < 0 ? (unit, tens) : (unit * tens, 1)
  }

  package static func < (left: Quantity, right: Quantity) -> Bool { left.billionths < right.billionths }

  package static func + (left: Quantity, right: Quantity) -> Quantity {
    // There are twelve digits of room: no input has that many containers.
    Quantity(billionths: left.billionths + right.billionths)
  }

  package static func * (left: Quantity, count: Int) -> Quantity {
    let (product, isTooLarge) = left.billionths.multipliedReportingOverflow(by: Int128(count))
    return Quantity(billionths: isTooLarge ? largest : min(product, largest))
  }

  /// The ratio to another quantity, rounded down to tenths; `nil` if the other is zero.
  package func ratio(to other: Quantity) -> (whole: Int, tenths: Int)? {
    guard other.billionths > 0 else { return nil }
    let (tens, isTooLarge) = billionths.multipliedReportingOverflow(by: 10)
    guard !isTooLarge, let tenths = Int(exactly: tens / other.billionths) else { return nil }
    return (tenths / 10, tenths % 10)
  }

  package static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(billionths: max(0, left.billionths - right.billionths))
  }

  /// "250m", "2": cores, as Kubernetes writes them.
  package var cores: String { decimalText }

  /// "192Mi", "128M", "100": bytes in the unit that leaves the smallest number and no remainder.
  package var bytes: String {
    let binary = Self.binary.enumerated().map { ($1, Self.unit << (10 * ($0 + 1))) }
    let decimal = ["k", "M", "G", "T", "P", "E"].enumerated().map { ($1, Self.scaled(3 * ($0 + 1)).numerator) }
    let fitting = (binary + decimal).filter { billionths > 0 && billionths % $0.1 == 0 }
    return fitting.max { $0.1 < $1.1 }.map { "\(billionths / $0.1)\($0.0)" } ?? decimalText
  }

  private var decimalText: String {
    for (suffix, size) in [("", Self.unit), ("m", Self.unit / 1000), ("u", Self.unit / 1_000_000)]
    where billionths % size == 0 { return "\(billionths / size)\(suffix)" }
    return "\(billionths)n"
  }
}
