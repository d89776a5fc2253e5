import PodmapManifests

/// A text that fits, cut in the middle if necessary: names of generated objects differ at their ends.
struct Shortened {
  let text: String
  /// Whether a part is left out, so that a tooltip should show the full text.
  let isCut: Bool

  /// Keeps at most `limit` characters of the cleaned text; a character is what a reader perceives as one.
  ///
  /// It keeps fewer if characters have very many bytes each: Graphviz reads no quoted string beyond
  /// 16,384 bytes. The result never has more than 16 bytes for each character of the limit.
  init(_ raw: String, limit: Limit) { self.init(raw, limit: limit.value) }

  init(_ raw: String, limit: Int) {
    let clean = raw.cleaned()
    // Counting characters is slow; the number of bytes is an upper bound that suffices for most texts.
    guard clean.utf8.count > limit else {
      text = clean
      isCut = false
      return
    }
    var fitting = clean.cut(to: limit)
    if fitting.utf8.count > limit * 16 { fitting = clean.cut(to: max(limit / 4, 1)) }
    text = fitting
    isCut = fitting.utf8.count != clean.utf8.count
  }
}

extension String {
  fileprivate func cut(to limit: Int) -> String {
    guard index(startIndex, offsetBy: limit + 1, limitedBy: endIndex) != nil else { return withoutHugeCharacters }
    let tail = (limit - 1) / 3
    return (prefix(limit - 1 - tail) + "…" + suffix(tail)).withoutHugeCharacters
  }
}

extension StringProtocol {
  /// A character can be a letter with thousands of accents; the longest that people write, a family of
  /// emoji with skin tones, takes about 40 bytes.
  fileprivate var withoutHugeCharacters: String {
    let isHuge: (Character) -> Bool = { $0.utf8.count > Limit.characterSize.value }
    return contains(where: isHuge) ? String(map { isHuge($0) ? "\u{fffd}" : $0 }) : String(self)
  }
}
