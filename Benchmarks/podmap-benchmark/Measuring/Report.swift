#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints results as they come, one table for each comparison.
struct Report {
  private static let labelWidth = 26
  private static let columns: [(name: String, width: Int)] = [
    ("wall ms", 10), ("least–most", 18), ("CPU ms", 10), ("peak MB", 9), ("wall ×", 8), ("least ×", 9),
    ("CPU ×", 8),
  ]

  func begin() {
    print(
      """
      \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, load \(load) before.
      Medians of whole processes that took turns; CPU is user and system time of all threads; × is the ratio to
      the first line of the same table, "least ×" that of the quickest runs, which other work disturbs least.
      Ratios may be compared between machines and days, milliseconds may not.
      """)
    fflush(nil)
  }

  func add(_ comparison: Comparison, _ results: [Comparison.Result]) {
    guard let yardstick = results.first else { return }
    print("\n\(comparison.title); \(comparison.rounds) runs")
    print(line("", Self.columns.map(\.name)))
    for (position, result) in results.enumerated() {
      var cells = [
        Figure.milliseconds(result.wall.median),
        "\(Figure.milliseconds(result.wall.least))–\(Figure.milliseconds(result.wall.most))",
        Figure.milliseconds(result.processor.median),
        Figure.decimal(result.peakMemory.median / 1_000_000, places: 1),
      ]
      if position > 0 {
        cells.append(Figure.decimal(result.wall.median / yardstick.wall.median, places: 2))
        cells.append(Figure.decimal(result.wall.least / yardstick.wall.least, places: 2))
        cells.append(Figure.decimal(result.processor.median / yardstick.processor.median, places: 2))
      }
      print(line(result.command.label, cells))
    }
    fflush(nil)
  }

  func end() {
    print("\nload \(load) after")
  }

  /// Runnable processes on average over the last minute; the measured ones are among them.
  private var load: String {
    var averages = [0.0, 0.0, 0.0]
    return getloadavg(&averages, 3) > 0 ? Figure.decimal(averages[0], places: 1) : "unknown"
  }

  private func line(_ label: String, _ cells: [String]) -> String {
    zip(cells, Self.columns).reduce("  " + Figure.padded(label, after: Self.labelWidth)) { line, cell in
      line + Figure.padded(cell.0, before: cell.1.width)
    }
  }
}
