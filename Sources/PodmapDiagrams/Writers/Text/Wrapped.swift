/// A text in lines, broken between words alone; a word that is longer than a line stays whole.
struct Wrapped {
  private(set) var lines: [String]

  init(_ text: String, at length: Int) {
    lines = [text]
    guard text.utf8.count > length else { return }
    var broken: [String] = []
    for word in text.split(separator: " ") {
      if let last = broken.last, last.count + 1 + word.count <= length {
        broken[broken.count - 1] += " " + word
      } else {
        broken.append(String(word))
      }
    }
    if !broken.isEmpty { lines = broken }
  }
}
