import PodmapDiagrams

/// One difference between two layouts.
package struct Change: Sendable, Hashable {
  /// A container or an object by its IDs on both sides; they differ if it has moved or been renamed.
  package struct Pair: Sendable, Hashable {
    package var left: String
    package var right: String
  }

  package let kind: ChangeKind
  /// The ID on either side; `nil` on the side that lacks it.
  package let left: String?
  package let right: String?
  /// The other end of a call.
  package let target: String?
  /// What differs, as texts, on the side that has it: `spec.paused: true`.
  package let from: [String]
  package let to: [String]

  private init(
    _ kind: ChangeKind, left: String?, right: String?, target: String?, from: [String] = [], to: [String] = []
  ) {
    assert(kind.position != nil, "ChangeKind.all must list \(kind.name)")
    self.kind = kind
    self.left = left
    self.right = right
    self.target = target
    self.from = from
    self.to = to
  }

  /// Something that only the right side has.
  static func added(_ kind: ChangeKind, _ id: String, target: String? = nil, _ to: [String] = []) -> Change {
    Change(kind, left: nil, right: id, target: target, to: to)
  }

  /// Something that only the left side has.
  static func removed(_ kind: ChangeKind, _ id: String, target: String? = nil, _ from: [String] = []) -> Change {
    Change(kind, left: id, right: nil, target: target, from: from)
  }

  /// Something that both sides have and that differs.
  init(_ kind: ChangeKind, _ ids: Pair, target: String? = nil, from: [String], to: [String]) {
    self.init(kind, left: ids.left, right: ids.right, target: target, from: from, to: to)
  }

  /// The ID by which the change is listed.
  package var subject: String { right ?? left ?? "" }

  /// "+" if something is new, "-" if it is gone, "~" for everything else.
  package var sign: String {
    switch kind.mark {
    case .added: "+"
    case .removed: "-"
    case .changed, .moved, .kept: "~"
    }
  }
}

extension [Change] {
  /// Sorted by ID; the changes of one object are in the order of the kinds, then in the order in which they were found.
  var sorted: [Change] {
    enumerated().map { offset, change in (key: (change.subject, change.kind.position ?? 0, offset), change: change) }
      .sorted { $0.key < $1.key }.map(\.change)
  }
}
