import PodmapManifests

/// A text of a sequence diagram as lines that fit the room, in one font size.
struct SequenceText: Sendable, Equatable {
  let lines: [String]
  /// In points.
  let size: Int
  let width: Int

  var isEmpty: Bool { lines.isEmpty }
  var height: Int { lines.count * Self.lineHeight(size) }

  static func lineHeight(_ size: Int) -> Int { (size * 12 + 9) / 10 }

  /// Breaks a text between words, and a word that is too wide after one of its punctuation marks; what exceeds the
  /// `most` lines is cut. No line is wider than `room` points, and all are about equally long.
  init(_ raw: String, size: Int, room: Int, most: Int = 4, isBold: Bool = false) {
    let measure: (String) -> Int = { text in
      isBold ? TextWidth.boldPoints(text, size: size) : TextWidth.points(text, size: size)
    }
    // No need to look at more than the lines could contain if all letters were thin.
    let limit = max(8, most * room * 3 / size)
    let written = raw.prefix(4 * limit).split(whereSeparator: \.isNewline)
    let texts = (written.isEmpty ? [raw.prefix(1)] : written).map { Shortened(String($0), limit: limit).text }
    func fitted(_ room: Int) -> [String] { texts.flatMap { Self.broken($0, room, measure) } }
    var lines = fitted(room)
    if lines.count > most {
      let last = lines[most - 1]
      lines = lines.prefix(most - 1) + [Self.cut(last, room, measure)]
    } else if lines.count > 1 {
      // The narrowest width that needs no more lines and breaks no more words.
      let widest = texts.flatMap { $0.split(separator: " ") }.map { measure(String($0)) }.max() ?? 0
      var (low, high) = (min(room, max(room / 3, widest - 1)), room)
      while high - low > 2 {
        let middle = (low + high) / 2
        let narrower = fitted(middle)
        if narrower.count <= lines.count, narrower.allSatisfy({ measure($0) <= middle }) {
          high = middle
        } else {
          low = middle
        }
      }
      lines = fitted(high)
    }
    self.lines = lines
    self.size = size
    width = lines.map(measure).max() ?? 0
  }

  private static func broken(_ text: String, _ room: Int, _ measure: (String) -> Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let word = String(word)
      if let last = lines.last, measure("\(last) \(word)") <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else if measure(word) <= room {
        lines.append(word)
      } else {
        lines += pieces(of: word, room, measure)
      }
    }
    return lines
  }

  /// The parts of a word that is wider than a line.
  private static func pieces(of word: String, _ room: Int, _ measure: (String) -> Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    // The best place to break a word is after its last punctuation mark.
    var breakable: String.Index?
    for character in word {
      if !piece.isEmpty, measure("\(piece)\(character)") > room {
        let end = breakable ?? piece.endIndex
        pieces.append(String(piece[..<end]))
        piece = String(piece[end...])
        breakable = nil
      }
      piece.append(character)
      if signs.contains(character), measure(piece) * 4 > room { breakable = piece.endIndex }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// A word may be broken after them.
  private static let signs = "-._/:,=?&@"

  /// The widest part of a text that should not be broken, in points.
  static func widestPart(of text: String, size: Int) -> Int {
    text.prefix(Limit.noteText.value).split { $0.isWhitespace || signs.contains($0) }
      .map { TextWidth.boldPoints($0 + "-", size: size) }.max() ?? 0
  }

  private static func cut(_ line: String, _ room: Int, _ measure: (String) -> Int) -> String {
    var kept = line[...]
    while !kept.isEmpty, measure("\(kept) …") > room { kept = kept.dropLast() }
    return "\(kept) …"
  }
}
