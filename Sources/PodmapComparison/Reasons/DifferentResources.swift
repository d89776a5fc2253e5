import PodmapManifests
import PodmapTopology

/// Do containers need vastly different amounts of CPU or memory, or devices that others don't use?
extension ReasonJudge {
  /// Amounts that differ by at least this factor are vastly different, provided that the gain is worthwhile.
  private static let factor = 4
  private static let leastDifference = (cpu: Quantity("250m") ?? .zero, memory: Quantity("256Mi") ?? .zero)

  var differentResources: Conclusion {
    let found = [right, left].map { (own: $0, mains: $0.longRunning.flatMap($0.mains)) }
    guard found.contains(where: { $0.mains.count > 1 }) else {
      return .doesNotApply(
        "neither side has two containers apart from helpers",
        found.flatMap { own, mains in
          mains.flatMap(own.nameEvidence)
        })
    }
    for (own, mains) in found where mains.count > 1 {
      if let conclusion = devices(own, mains) { return conclusion }
      for resource in ["cpu", "memory"] {
        guard let range = range(of: resource, own, mains), range.isVast(resource) else { continue }
        var sentence = range.text(resource, own)
        if let ignored = together(range, own) { sentence += "; \(ignored)" }
        return .applies(sentence, range.evidence(resource, own))
      }
    }
    return withoutDifference(found)
  }

  /// The conclusion if what is stated doesn't differ much: it also depends on what is not stated.
  private func withoutDifference(_ found: [(own: ComparedLayout, mains: [Int])]) -> Conclusion {
    let sided = found.filter { $0.mains.count > 1 }
    let ranges = sided.flatMap { own, mains in
      ["cpu", "memory"].compactMap { resource in range(of: resource, own, mains).map { (resource, own, $0) } }
    }
    let unstated = sided.flatMap { own, mains in
      mains.filter { main in
        ["cpu", "memory"].contains { own.layout.containers[main].container.request(of: $0) == nil }
      }.map { (own, $0) }
    }
    // If both sides say the same, say it only once.
    let listed = ranges.reduce(into: [String]()) { words, range in
      let text = range.2.text(range.0, range.1)
      if !words.contains(where: { $0.hasPrefix(range.0) }) { words.append(text) }
    }
    let evidence = ranges.flatMap { $0.2.evidence($0.0, $0.1) }
    if let first = unstated.first {
      let names = unstated.filter { $0.0.side == first.0.side }.map { $0.0.name($0.1) }
      let sentence = "not stated in full for \(names.enumeration)"
      return .cannotTell(
        listed.isEmpty ? "requests are \(sentence)" : "\(listed.joined(separator: "; ")); \(sentence)",
        evidence + unstated.flatMap { $0.0.nameEvidence($0.1) })
    }
    return .doesNotApply(
      "\(listed.joined(separator: "; ")); none is both \(Self.factor) times another and at least "
        + "\(Self.leastDifference.cpu.cores) CPU or "
        + "\(Self.leastDifference.memory.bytes) memory above it", evidence)
  }

  private func devices(_ own: ComparedLayout, _ mains: [Int]) -> Conclusion? {
    let users = mains.compactMap { main -> (Int, String)? in
      let container = own.layout.containers[main].container
      let names = (container.requests + container.limits).compactMap { $0.split(separator: " ").first.map(String.init) }
      return names.first { $0.contains("/") || $0.hasPrefix("hugepages-") }.map { (main, $0) }
    }
    guard let (main, name) = users.first, users.count < mains.count else { return nil }
    let others = mains.filter { one in !users.contains { $0.0 == one } }
    var sentence =
      "\(own.names(users.map(\.0))) \(users.count == 1 ? "asks" : "ask") for \(name), which "
      + "\(own.names(others)) \(others.count == 1 ? "does" : "do") not need"
    if let ignored = ignored(mains.map { own.layout.containers[$0].pod }.uniqued, of: own) {
      sentence += "; \(ignored.place)"
    } else if Set(mains.map { own.layout.containers[$0].pod }).count == 1 {
      sentence += "; on the \(own.side.rawValue) they share a pod"
    }
    return .applies(sentence, own.evidence(own.field(name, of: main)?.evidence))
  }

  private func range(of resource: String, _ own: ComparedLayout, _ mains: [Int]) -> Range? {
    let amounts = mains.compactMap { main in
      own.layout.containers[main].container.request(of: resource).map { (main, $0) }
    }.filter { $0.1 > .zero }
    guard amounts.count > 1, let least = amounts.min(by: { $0.1 < $1.1 }), let most = amounts.max(by: { $0.1 < $1.1 })
    else { return nil }
    return Range(least: least, most: most)
  }

  /// Says where the two ends of a range share a pod.
  private func together(_ range: Range, _ own: ComparedLayout) -> String? {
    for (side, ends) in [
      (own, [range.least.0, range.most.0]),
      (other(than: own), [range.least.0, range.most.0].compactMap { own.partners[$0] }),
    ]
    where ends.count == 2 {
      let pods = ends.map { side.layout.containers[$0].pod }
      if pods[0] == pods[1] { return "on the \(side.side.rawValue) both are in \(side.layout.pods[pods[0]].id)" }
    }
    return nil
  }

  /// The smallest and the largest request for a resource.
  private struct Range {
    var least: (Int, Quantity)
    var most: (Int, Quantity)

    func isVast(_ resource: String) -> Bool {
      let floor = resource == "cpu" ? ReasonJudge.leastDifference.cpu : ReasonJudge.leastDifference.memory
      return most.1.ratio(to: least.1).map { $0.whole >= ReasonJudge.factor } ?? false && most.1 - least.1 >= floor
    }

    /// "cpu from 100m (frontend) to 250m (backend), a factor of 2.5"
    func text(_ resource: String, _ own: ComparedLayout) -> String {
      let unit: KeyPath<Quantity, String> = resource == "cpu" ? \.cores : \.bytes
      if least.1 == most.1 { return "\(resource) \(most.1[keyPath: unit]) for each" }
      let ratio =
        most.1.ratio(to: least.1).map { ", a factor of \($0.whole)\($0.tenths > 0 ? ".\($0.tenths)" : "")" } ?? ""
      return "\(resource) from \(least.1[keyPath: unit]) (\(own.name(least.0))) to \(most.1[keyPath: unit]) "
        + "(\(own.name(most.0)))\(ratio)"
    }

    func evidence(_ resource: String, _ own: ComparedLayout) -> [SidedEvidence] {
      [least.0, most.0].uniqued.flatMap { own.evidence(own.field(resource, of: $0)?.evidence) }
    }
  }
}

extension ComparedLayout {
  /// The field in which a container states its request for a resource.
  fileprivate func field(_ resource: String, of position: Int) -> Field? {
    let resources = written(position)?["resources"]
    return resources?.at("requests", resource) ?? resources?.at("limits", resource)
  }
}
