/// A text that fits, cut in the middle where it doesn't: names of generated objects differ at their ends.
struct Shortened {
  let text: String
  /// Whether a part is left out, so that a tooltip should give the whole.
  let isCut: Bool

  /// Keeps at most `limit` characters of the cleaned text; a character is what a reader sees as one.
  init(_ raw: String, limit: Int) {
    let clean = raw.cleaned()
    // Counting characters takes long; bytes are an upper bound that most texts keep.
    guard clean.utf8.count > limit else {
      text = clean
      isCut = false
      return
    }
    let kept = limit - 1
    let head = kept - kept / 3
    guard clean.index(clean.startIndex, offsetBy: limit + 1, limitedBy: clean.endIndex) != nil else {
      text = clean.withoutHugeCharacters()
      isCut = text.utf8.count != clean.utf8.count
      return
    }
    text = (clean.prefix(head) + "…" + clean.suffix(kept - head)).withoutHugeCharacters()
    isCut = true
  }
}

extension StringProtocol {
  /// A character can be a letter with thousands of accents; the longest that people write, a family of
  /// emoji with skin tones, takes about 40 bytes.
  fileprivate func withoutHugeCharacters() -> String {
    if utf8.count <= 4 * 64 && !contains(where: { $0.utf8.count > 64 }) { return String(self) }
    return String(map { $0.utf8.count > 64 ? "\u{fffd}" : $0 })
  }
}
