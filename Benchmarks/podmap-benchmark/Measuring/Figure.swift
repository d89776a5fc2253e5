/// Numbers as a table shows them.
enum Figure {
  /// 0.0123 s is "12.3", 12.3 s is "12,300".
  static func milliseconds(_ seconds: Double) -> String {
    decimal(seconds * 1000, places: seconds < 0.1 ? 1 : 0)
  }

  static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard places > 0 else { return grouped(scaled) }
    let fraction = String(scaled % scale)
    return "\(grouped(scaled / scale)).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }

  /// 50000 is "50,000".
  static func grouped(_ number: Int) -> String {
    number < 1000 ? String(number) : "\(grouped(number / 1000)),\(String(number % 1000 + 1000).dropFirst())"
  }

  static func padded(_ text: String, after width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func padded(_ text: String, before width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
