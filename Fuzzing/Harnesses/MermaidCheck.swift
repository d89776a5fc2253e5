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

  private static func flowchart(_ lines: [Substring]) -> String? { blocks(lines, begunBy: ["subgraph"]) }

  private static func sequence(_ lines: [Substring]) -> String? {
    blocks(lines, begunBy: ["alt", "loop", "opt", "par", "critical", "rect", "box", "break"])
  }

  /// Whether each block that one of the words begins has its end.
  private static func blocks(_ lines: [Substring], begunBy words: Set<Substring>) -> String? {
    var depth = 0
    for line in lines {
      if words.contains(line.prefix { $0 != " " }) { depth += 1 }
      if line == "end" { depth -= 1 }
      if depth < 0 { return "an end without a block" }
    }
    return depth == 0 ? nil : "a block isn't closed"
  }
}
