/// A place in a sequence picture: points from its left and upper edge.
struct SequencePoint: Sendable, Equatable {
  var x: Int
  var y: Int
}

/// A rectangle of a sequence picture, in points from its left and upper edge.
struct SequenceRect: Sendable, Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }

  /// Whether they have an area in common.
  func overlaps(_ other: SequenceRect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: SequenceRect) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}

/// The sizes of a sequence picture, in points.
enum SequenceSize {
  /// Shown 830 pixels wide, a picture of this width has small letters of 9 pixels.
  static let page = 900
  static let title = 18
  static let name = 12
  static let message = 11
  static let small = 10
  static let icon = 24
  /// Half of the bar of a participant at work, and how far a bar inside of another one is moved.
  static let bar = 4
  /// How far the arrow of a participant to itself leads away, and how far down.
  static let loop = (width: 26, height: 18)
  /// Half of the cross at the end of what never gets there.
  static let cross = 5
  /// Around the text of a note.
  static let noteInset = (across: 7, along: 5)
  /// The frame of a block around its steps.
  static let frameInset = 12
  static let tabHeight = 17
  /// A frame around participants.
  static let boxInset = 10
  /// A picture that is higher has its participants at the bottom again.
  static let tall = 1_200
}
