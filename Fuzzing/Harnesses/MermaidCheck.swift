/// A strict recogniser of the lines of Mermaid that Podmap writes: what can close a label, begin a statement or add an
/// element must not come from an input.
package enum MermaidCheck {
  /// What is wrong with a diagram; `nil` if nothing is.
  package static func problem(in text: String) -> String? {
    if let problem = TextCheck.problem(in: text) { return problem }
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard lines.contains(where: { $0.hasPrefix("flowchart ") || $0 == "sequenceDiagram" }) else {
      return "there is no diagram in: \(text.prefix(80))"
    }
    for line in lines {
      for word in ["%%{", "<script", "javascript:", "<img", "<iframe"] where line.lowercased().contains(word) {
        return "'\(word)' in a line: \(line.prefix(200))"
      }
      if line.hasPrefix("click ") { return "a click: \(line.prefix(200))" }
    }
    return lines.contains { $0.hasPrefix("flowchart ") } ? flowchart(lines) : sequence(lines)
  }

  /// Labels are in quotation marks, which occur nowhere else.
  private static func flowchart(_ lines: [Substring]) -> String? {
    var depth = 0
    for line in lines {
      if line.hasPrefix("subgraph ") { depth += 1 }
      if line == "end" { depth -= 1 }
      if depth < 0 { return "an end of no subgraph" }
      guard line.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
        return "a label isn't closed: \(line.prefix(200))"
      }
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
