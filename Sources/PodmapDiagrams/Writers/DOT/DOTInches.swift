/// A length in the unit that Graphviz uses for the sizes of nodes: inches, although positions are in points.
struct DOTInches {
  let text: String

  init(points: Int) {
    // A point is 1/72 inch.
    let thousandths = (max(points, 0) * 100_000 + 36) / 72
    let part = String(thousandths % 100_000)
    text = "\(thousandths / 100_000)." + String(repeating: "0", count: 5 - part.count) + part
  }
}
