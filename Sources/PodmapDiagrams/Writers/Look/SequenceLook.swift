/// The colours of sequence pictures that no flow picture has.
enum SequenceLook {
  static let lifeline = Colour(0x9aa4b1, dark: 0x59636f)
  /// Arrows and their texts.
  static let message = Colour(0x24292e, dark: 0xc9d1d8)
  /// The frame of a block, and the lines between its sections.
  static let frame = Colour(0x6e7782, dark: 0x8b949f)
  /// The ground of the word in a frame's corner; white text stands on it.
  static let tab = Colour(0x59626d)
  /// The ground of a group.
  static let group = Colour(0xeef2f7, dark: 0x1a212b)
  static let note = Colour(0xfff6cd, dark: 0x2f2a14)
  static let noteFrame = Colour(0xd4b548, dark: 0x7d6a24)

  static let all = [lifeline, message, frame, tab, group, note, noteFrame]
}
