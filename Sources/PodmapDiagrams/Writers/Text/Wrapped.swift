import PodmapManifests

/// A text written for the diagram, as lines that fit: it is broken between words and at its own line breaks,
/// and only a text that no picture has room for is cut.
struct Wrapped {
  let lines: [String]

  /// The approximate number of characters in a line of a box. A word is never broken; the writers shorten one that
  /// no box has room for.
  private static let boxWidth = 36
  /// Mermaid breaks wider labels of lines again.
  static let labelWidth = 28
  init(_ raw: String, width: Int = boxWidth) {
    var lines: [String] = []
    for written in raw.prefix(Limit.wrappedText.value).split(whereSeparator: \.isNewline) {
      let start = lines.count
      for word in String(written).cleaned().split(separator: " ") {
        if lines.count > start, let last = lines.last, last.count + word.count < width {
          lines[lines.count - 1] = "\(last) \(word)"
        } else {
          lines.append(String(word))
        }
      }
    }
    if lines.count > Limit.wrappedLines.value {
      lines.removeSubrange(Limit.wrappedLines.value...)
      lines[Limit.wrappedLines.value - 1] += " …"
    }
    self.lines = lines
  }
}

extension FlowDiagram.Card {
  /// Whether it has only a name.
  var isNameOnly: Bool { isProse && kind.isBlank && lines.isEmpty && pod == nil }

  /// The name as it is shown.
  var nameLines: [String] {
    guard isProse else { return [shownName] }
    let lines = Wrapped(name).lines
    return lines.isEmpty ? [shownName] : lines
  }
}
