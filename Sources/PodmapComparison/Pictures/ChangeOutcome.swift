import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// What happened to every container and object of two layouts, as marks and texts for pictures.
struct ChangeOutcome {
  let comparison: Comparison
  /// By position in `Layout.containers` of either side.
  private(set) var rightOf: [Int: Int] = [:]
  private(set) var leftOf: [Int: Int] = [:]
  /// The positions of the pods of either side by their ids.
  private let pods: (left: [String: Int], right: [String: Int])
  private var changesOnLeft: [String: [Change]] = [:]
  private var changesOnRight: [String: [Change]] = [:]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    func positions(_ layout: Layout) -> [String: Int] {
      Dictionary(layout.pods.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
    pods = (positions(comparison.left), positions(comparison.right))
    for match in comparison.matches {
      rightOf[match.left] = match.right
      leftOf[match.right] = match.left
    }
    for change in comparison.changes {
      // Changes to calls are shown by their lines.
      guard change.target == nil else { continue }
      if let id = change.left { changesOnLeft[id, default: []].append(change) }
      if let id = change.right { changesOnRight[id, default: []].append(change) }
    }
  }

  /// The mark of the container at a position of that side.
  func mark(ofContainer position: Int, onLeft: Bool) -> ChangeMark {
    guard let other = onLeft ? rightOf[position] : leftOf[position] else { return onLeft ? .removed : .added }
    let (old, new) = onLeft ? (position, other) : (other, position)
    if comparison.left.podID(of: old) != comparison.right.podID(of: new) { return .moved }
    return changes(of: side(onLeft).containers[position].id, onLeft: onLeft).isEmpty ? .kept : .changed
  }

  /// The mark of a pod, which also counts as changed if one of its containers has.
  func mark(ofPod pod: Int, onLeft: Bool) -> ChangeMark {
    let (layout, other) = (side(onLeft), side(!onLeft))
    let id = layout.pods[pod].id
    guard let same = (onLeft ? pods.right : pods.left)[id] else { return onLeft ? .removed : .added }
    let isSame =
      layout.pods[pod].containers.allSatisfy { mark(ofContainer: $0, onLeft: onLeft) == .kept }
      && other.pods[same].containers.allSatisfy { mark(ofContainer: $0, onLeft: !onLeft) == .kept }
    return isSame ? mark(ofCommon: id) : .changed
  }

  /// The position of the pod with an ID.
  func pod(_ id: String, onLeft: Bool) -> Int? { (onLeft ? pods.left : pods.right)[id] }

  /// The mark of an object that is on both sides.
  func mark(ofCommon id: String) -> ChangeMark {
    changes(of: id, onLeft: true).isEmpty && changes(of: id, onLeft: false).isEmpty ? .kept : .changed
  }

  func side(_ isLeft: Bool) -> Layout { comparison[isLeft ? .left : .right] }

  func changes(of id: String, onLeft: Bool) -> [Change] {
    (onLeft ? changesOnLeft : changesOnRight)[id] ?? []
  }

  /// "~ image: shop:1 → shop:2"; one line for each change, except a change of place.
  func lines(of id: String, onLeft: Bool) -> [String] {
    changes(of: id, onLeft: onLeft).filter { $0.left != nil && $0.right != nil && !$0.isAboutPlace }
      .map { ChangeMark.changed.signed($0.pictureText) }.limited(to: .changeLines)
  }

  /// How many containers were moved, changed, added and removed, in one sentence.
  var summary: String {
    var counts: [ChangeMark: Int] = [:]
    for position in comparison.right.containers.indices {
      counts[mark(ofContainer: position, onLeft: false), default: 0] += 1
    }
    counts[.removed] = comparison.left.containers.indices.count { rightOf[$0] == nil }
    let words = ChangeMark.allCases.compactMap { mark in
      counts[mark].flatMap { $0 > 0 ? "\($0) \(mark == .kept ? "the same" : mark.rawValue)" : nil }
    }
    return words.isEmpty ? "No containers." : "Containers: \(words.joined(separator: ", "))."
  }
}

extension Change {
  /// Whether a picture shows it by where it draws the container.
  fileprivate var isAboutPlace: Bool { kind.mark == .moved }

  /// "image: 1.4 → 1.5" if both values are short, otherwise "probes changed".
  fileprivate var pictureText: String {
    var (old, new) = (from.joined(separator: ", "), to.joined(separator: ", "))
    if kind == .imageChanged { (old, new) = (old.withoutFolders, new.withoutFolders) }
    var what = kind.words.description
    if what.hasSuffix(" changed") { what.removeLast(8) }
    if what.hasPrefix("container ") { what.removeFirst(10) }
    let text = "\(what): \(old.isEmpty ? "none" : old) → \(new.isEmpty ? "none" : new)"
    return text.count <= Limit.changeText.value && !(old.isEmpty && new.isEmpty) ? text : kind.words.description
  }
}

extension String {
  /// The last part of an image name, which is enough to distinguish the images in a picture.
  fileprivate var withoutFolders: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}

extension [String] {
  /// The first few, followed by the number of the others.
  func limited(to limit: Limit) -> [String] {
    let limit = limit.value
    return count > limit ? prefix(limit - 1) + ["and \(count - limit + 1) more"] : self
  }
}
