import PodmapTopology

/// A look that several links share.
enum CondensedLinkStyle: Hashable {
  case calls
  case denied
  case mark(ChangeMark)

  /// All looks, in the order in which they are written; later ones prevail.
  static let all: [Self] = [.calls] + ChangeMark.allCases.map(Self.mark) + [.denied]

  /// One shade for light and dark pages.
  var definition: MermaidLine {
    switch self {
    case .calls: "stroke:\(EdgeKind.calls.look.colour)"
    case .denied: "stroke:\(Colour.alarm)"
    case .mark(.kept): "stroke:\(ChangeMark.kept.look.line),stroke-width:1px"
    case .mark(let mark): "stroke:\(mark.look.line),stroke-width:3px"
    }
  }
}

extension CondensedFlowchart {
  mutating func writeLines() {
    for line in diagram.lines {
      var label = MermaidLabel()
      for text in labels(of: line) { label.add("\(MermaidText(text))") }
      let text: MermaidLine = label.text.isEmpty ? "" : "|\"\(label)\"|"
      if line.isDenied {
        styledLinks[.denied, default: []].append(out.linkCount)
      } else if let mark = line.mark {
        styledLinks[.mark(mark), default: []].append(out.linkCount)
      } else if line.group == .calls {
        styledLinks[.calls, default: []].append(out.linkCount)
      }
      out.link("\(id(of: line.from)) \(arrow(line))\(text) \(id(of: line.to))")
    }
  }

  private func id(of end: CondensedDiagram.End) -> ElementID {
    end.frame.map { diagram.frames[$0].id } ?? diagram.cards[end.card].id
  }

  /// Only a label that was written by hand is wrapped; the others are short, and counted if they are many.
  private func labels(of line: CondensedDiagram.Line) -> [String] {
    if line.group == .connects { return line.labels.flatMap { Wrapped($0, width: Wrapped.labelWidth).lines } }
    return NameLines(line.labels, width: .label, shown: 3).lines
  }

  /// Thick for routes, thin for calls, dotted for everything else. A denied line ends in a cross.
  private func arrow(_ line: CondensedDiagram.Line) -> MermaidLine {
    if line.isDenied { return line.group == .routes ? "==x" : "-.-x" }
    if line.isDashed { return "-.->" }
    return switch line.group {
    case .routes: "==>"
    case .calls, .connects: "-->"
    case .matches: "-.-"
    case .selects, .uses: "-.->"
    }
  }

  mutating func writeLinkStyles() {
    for style in CondensedLinkStyle.all {
      guard let links = styledLinks[style], let first = links.first else { continue }
      var numbers: MermaidLine = "\(first)"
      for link in links.dropFirst() { numbers = "\(numbers),\(link)" }
      out.line("linkStyle \(numbers) \(style.definition)")
    }
  }
}
