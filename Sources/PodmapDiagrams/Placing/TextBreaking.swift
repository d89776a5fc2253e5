import PodmapManifests

/// Breaks texts into lines of a width in points.
enum TextBreaking {
  /// The text in at most `limit` lines, broken after hyphens, dots, slashes, commas and spaces; a text that is longer
  /// is cut in the middle.
  static func lines(
    _ raw: String, width: Int, limit: Int, size: Int = CardSize.text, isBold: Bool = false
  ) -> [String] {
    let text = Shortened(raw, limit: max(Limit.labelText.value, limit * 120)).text
    func measure(_ text: String) -> Int {
      isBold ? TextWidth.room(text, size: size, isBold: true) : TextWidth.room(text, size: size)
    }
    if measure(text) <= width { return text.isEmpty ? [] : [text] }
    var lines = [""]
    for piece in pieces(text) {
      for part in measure(piece) <= width ? [piece] : halves(piece, width, measure) {
        if !lines[lines.count - 1].isEmpty, measure(lines[lines.count - 1] + part) > width { lines.append("") }
        lines[lines.count - 1] += part
      }
    }
    lines = lines.map { $0.cleaned() }.filter { !$0.isEmpty }
    if lines.count <= limit { return lines }
    // The end of a generated name distinguishes it from others.
    let rest = lines[(limit - 1)...].joined()
    var length = rest.count
    var last = Shortened(rest, limit: length).text
    while measure(last) > width, length > 4 {
      length = min(length - 1, max(4, length * width / max(1, measure(last))))
      last = Shortened(rest, limit: length).text
    }
    return lines.prefix(limit - 1) + [last]
  }

  /// The pieces between which a text may be broken.
  private static func pieces(_ text: String) -> [String] {
    var pieces = [""]
    for character in text {
      pieces[pieces.count - 1].append(character)
      if "-./_, =".contains(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// A word that is too wide for a line, cut where the line ends.
  private static func halves(_ word: String, _ width: Int, _ measure: (String) -> Int) -> [String] {
    var parts = [""]
    for character in word {
      if measure(parts[parts.count - 1] + String(character)) > width { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
