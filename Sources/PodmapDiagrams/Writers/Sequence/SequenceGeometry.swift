/// A position in a sequence diagram, in points from its left and top edges.
struct SequencePoint: Sendable, Equatable {
  var x: Int
  var y: Int
}

/// A rectangle in a sequence diagram, in points from its left and top edges.
struct SequenceRect: Sendable, Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }

  /// Whether they overlap.
  func overlaps(_ other: SequenceRect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: SequenceRect) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}

/// The sizes of a sequence diagram, in points.
enum SequenceSize {
  /// If a picture of this width is shown 830 pixels wide, its small letters are 9 pixels high.
  static let page = 900
  static let title = 18
  static let name = 12
  static let message = 11
  static let small = 10
  static let icon = 24
  /// Half the width of an active participant's bar, and the offset of a bar inside another one.
  static let bar = 4
  /// How far the arrow from a participant to itself extends sideways, and how far down.
  static let loop = (width: 26, height: 18)
  /// Half the size of the cross at the end of a lost message.
  static let cross = 5
  /// Around the text of a note.
  static let noteInset = (across: 7, along: 5)
  /// The frame of a block around its steps.
  static let frameInset = 12
  static let tabHeight = 17
  /// A frame around participants.
  static let boxInset = 10
  /// A taller picture repeats its participants at the bottom.
  static let tall = 1_200
}
