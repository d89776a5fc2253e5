extension String {
  /// The text as one line that every writer can put into a picture.
  ///
  /// Control characters and line breaks become spaces. What XML can't contain, and what changes the direction
  /// of the text around it (so that a name reads as another name), is removed, and so are spaces at both ends.
  package func cleaned() -> String {
    if isCleanAlready { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7f...0x9f, 0x2028, 0x2029: scalars.append(" ")
      case 0x202a...0x202e, 0x2066...0x2069, 0xfeff, 0xfff9...0xfffb: continue
      case let value where value & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(value): continue
      default: scalars.append(scalar)
      }
    }
    var rest = scalars[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// Whether no byte can belong to a character that `cleaned` changes: true for nearly every text in a
  /// manifest, and found without decoding it.
  private var isCleanAlready: Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      if first == 0x20 || last == 0x20 { return false }
      for i in bytes.indices where bytes[i] < 0x20 || bytes[i] >= 0x7f {
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0
        switch bytes[i] {
        case 0xc2 where next >= 0xa0: continue
        case 0xe2 where next > 0x81: continue
        case 0xef where next != 0xb7 && next != 0xbb && next != 0xbf: continue
        case 0xf0...0xf4 where i + 2 < bytes.count && bytes[i + 2] != 0xbf: continue
        case 0..<0x20, 0x7f, 0xc2, 0xe2, 0xef...0xff: return false
        default: continue
        }
      }
      return true
    }
  }
}
