/// A strict recogniser of the lines of Mermaid that Podmap writes: what can close a label, begin a statement or add an
/// element must not come from an input.
package enum MermaidCheck {
  /// What is wrong with a diagram; `nil` if nothing is.
  package static func problem(in text: String) -> String? {
    if let problem = TextCheck.problem(in: text) { return problem }
    let isFlowchart = text.hasPrefix("flowchart ") || text.contains("\nflowchart ")
    guard isFlowchart || text.contains("sequenceDiagram\n") else { return "there is no diagram in: \(text.prefix(80))" }
    for word in ["%%{", "<script", "javascript:", "<img", "<iframe"] where text.lowercased().contains(word) {
      return "'\(word)' in a diagram"
    }
    guard let plain = isFlowchart ? withoutLabels(text) : text else { return "a label isn't closed" }
    let lines = plain.split(separator: "\n").map { $0.drop { $0 == " " } }
    for line in lines where line.hasPrefix("click ") { return "a click: \(line.prefix(200))" }
    return isFlowchart ? flowchart(lines) : sequence(lines)
  }

  /// The text without what is in quotation marks, which occur nowhere else; `nil` if one isn't closed.
  private static func withoutLabels(_ text: String) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else { return nil }
    return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
  }

  /// Frames are closed.
  private static func flowchart(_ lines: [Substring]) -> String? {
    var depth = 0
    for line in lines {
      if line.hasPrefix("subgraph ") { depth += 1 }
      if line == "end" { depth -= 1 }
      if depth < 0 { return "an end of no subgraph" }
    }
    return depth == 0 ? nil : "a subgraph isn't closed"
  }

  private static func sequence(_ lines: [Substring]) -> String? {
    var depth = 0
    for line in lines {
      let word = line.prefix { $0 != " " }
      if ["alt", "loop", "opt", "par", "critical", "rect", "box", "break"].contains(word) { depth += 1 }
      if line == "end" { depth -= 1 }
      if depth < 0 { return "an end of no block" }
    }
    return depth == 0 ? nil : "a block isn't closed"
  }
}
