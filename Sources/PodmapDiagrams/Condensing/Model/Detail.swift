/// How much a condensed diagram shows of each object.
package enum Detail: String, Sendable, CaseIterable, Comparable {
  /// Everything.
  case all
  /// Without images and well-known names.
  case medium
  /// Also without ports on crowded cards.
  case low
  /// One card for each namespace or component; the parts have their own pictures.
  case overview

  /// A few words for the command line's help.
  package var help: String {
    switch self {
    case .all: "everything"
    case .medium: "without images and well-known names"
    case .low: "also without most ports"
    case .overview: "one card for each part of the application"
    }
  }

  /// The levels of one picture, the most detailed first.
  package static let ofOnePicture: [Detail] = [.all, .medium, .low]

  package static func < (left: Detail, right: Detail) -> Bool { left.rank < right.rank }

  /// More for more detail.
  private var rank: Int {
    switch self {
    case .all: 3
    case .medium: 2
    case .low: 1
    case .overview: 0
    }
  }
}
