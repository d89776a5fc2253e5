import PodmapManifests
import PodmapTopology

/// Do containers need vastly different amounts of CPU or memory, or devices that others have no use for?
extension ReasonJudge {
  /// From four times on amounts are vastly different, if there is also something to gain.
  private static let factor = 4
  private static let leastDifference = (cpu: Quantity("250m") ?? .zero, memory: Quantity("256Mi") ?? .zero)

  var differentResources: Ruling {
    let found = [right, left].map { (own: $0, mains: $0.lasting.flatMap($0.mains)) }
    guard found.contains(where: { $0.mains.count > 1 }) else {
      return .doesNot(
        "no side has two containers that run for their own sake",
        found.flatMap { own, mains in
          mains.flatMap(own.nameEvidence)
        })
    }
    for (own, mains) in found where mains.count > 1 {
      if let ruling = devices(own, mains) { return ruling }
      for resource in ["cpu", "memory"] {
        guard let range = range(of: resource, own, mains), range.isVast(resource) else { continue }
        var sentence = range.text(resource, own)
        if let ignored = together(range, own) { sentence += "; \(ignored)" }
        return .holds(sentence, range.evidence(resource, own))
      }
    }
    return withoutDifference(found)
  }

  /// What is stated does not differ much; whether it is all that is needed depends on what is not stated.
  private func withoutDifference(_ found: [(own: LayoutSide, mains: [Int])]) -> Ruling {
    let sided = found.filter { $0.mains.count > 1 }
    let ranges = sided.flatMap { own, mains in
      ["cpu", "memory"].compactMap { resource in range(of: resource, own, mains).map { (resource, own, $0) } }
    }
    let unstated = sided.flatMap { own, mains in
      mains.filter { main in
        ["cpu", "memory"].contains { own.layout.containers[main].container.request(of: $0) == nil }
      }.map { (own, $0) }
    }
    // One side tells as much as two that say the same.
    let told = ranges.reduce(into: [String]()) { words, range in
      let text = range.2.text(range.0, range.1)
      if !words.contains(where: { $0.hasPrefix(range.0) }) { words.append(text) }
    }
    let evidence = ranges.flatMap { $0.2.evidence($0.0, $0.1) }
    if let first = unstated.first {
      let names = unstated.filter { $0.0.side == first.0.side }.map { $0.0.name($0.1) }
      let sentence = "not stated in full for \(names.enumeration)"
      return .cantTell(
        told.isEmpty ? "requests are \(sentence)" : "\(told.joined(separator: "; ")); \(sentence)",
        evidence + unstated.flatMap { $0.0.nameEvidence($0.1) })
    }
    return .doesNot(
      "\(told.joined(separator: "; ")); none is both \(Self.factor) times another and \(Self.leastDifference.cpu.cores) CPU or "
        + "\(Self.leastDifference.memory.bytes) memory above it", evidence)
  }

  private func devices(_ own: LayoutSide, _ mains: [Int]) -> Ruling? {
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
    return .holds(sentence, own.evidence(own.field(name, of: main)?.evidence))
  }

  private func range(of resource: String, _ own: LayoutSide, _ mains: [Int]) -> Range? {
    let amounts = mains.compactMap { main in
      own.layout.containers[main].container.request(of: resource).map { (main, $0) }
    }.filter { $0.1 > .zero }
    guard amounts.count > 1, let least = amounts.min(by: { $0.1 < $1.1 }), let most = amounts.max(by: { $0.1 < $1.1 })
    else { return nil }
    return Range(least: least, most: most)
  }

  /// Where the two ends of a range share a pod.
  private func together(_ range: Range, _ own: LayoutSide) -> String? {
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

  /// The least and the most of a resource that containers ask for.
  private struct Range {
    var least: (Int, Quantity)
    var most: (Int, Quantity)

    func isVast(_ resource: String) -> Bool {
      let floor = resource == "cpu" ? ReasonJudge.leastDifference.cpu : ReasonJudge.leastDifference.memory
      return most.1.ratio(to: least.1).map { $0.whole >= ReasonJudge.factor } ?? false && most.1 - least.1 >= floor
    }

    /// "cpu from 100m (frontend) to 250m (backend), 2.5 times"
    func text(_ resource: String, _ own: LayoutSide) -> String {
      let unit: KeyPath<Quantity, String> = resource == "cpu" ? \.cores : \.bytes
      if least.1 == most.1 { return "\(resource) \(most.1[keyPath: unit]) for each" }
      let ratio = most.1.ratio(to: least.1).map { ", \($0.whole)\($0.tenths > 0 ? ".\($0.tenths)" : "") times" } ?? ""
      return "\(resource) from \(least.1[keyPath: unit]) (\(own.name(least.0))) to \(most.1[keyPath: unit]) "
        + "(\(own.name(most.0)))\(ratio)"
    }

    func evidence(_ resource: String, _ own: LayoutSide) -> [SidedEvidence] {
      [least.0, most.0].uniqued.flatMap { own.evidence(own.field(resource, of: $0)?.evidence) }
    }
  }
}

extension LayoutSide {
  /// Where a container states what it asks for of a resource.
  fileprivate func field(_ resource: String, of position: Int) -> Field? {
    let resources = written(position)?["resources"]
    return resources?.at("requests", resource) ?? resources?.at("limits", resource)
  }
}
