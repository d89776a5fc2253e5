extension String {
  /// A comma-separated list, cut between its items: half a number would be another number.
  ///
  /// Texts that aren't lists, or are short, don't change; the items that are cut are counted.
  func shortenedList(to limit: Int) -> String {
    guard utf8.count > limit, contains(", ") else { return self }
    let items = split(separator: ",").map { $0.drop { $0 == " " } }
    guard items.count > 2, items.allSatisfy({ $0.count * 2 <= limit }) else { return self }
    // Each item takes at least one character.
    var shown = min(items.count, limit)
    func text(_ shown: Int) -> String {
      items.prefix(shown).joined(separator: ", ") + (shown < items.count ? ", … \(items.count - shown) more" : "")
    }
    while shown > 1, text(shown).count > limit { shown -= 1 }
    return text(shown)
  }
}
