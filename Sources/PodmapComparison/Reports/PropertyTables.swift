import PodmapManifests
import PodmapTopology

/// The properties of both layouts.
extension ComparisonReport {
  var layouts: ReportTable {
    let (left, right) = (properties.left, properties.right)
    func loss(_ count: Int?) -> ReportCell { count.map { .number($0) } ?? .data([]) }
    return ReportTable(
      title: "Layouts", header: ["", "left", "right"],
      rows: [
        [.words("total pods"), .text(left.pods.text), .text(right.pods.text)],
        [.words("containers in the manifests"), .number(left.containers), .number(right.containers)],
        [.words("most containers lost with one pod"), loss(left.largestLoss), loss(right.largestLoss)],
        [.words("most pods lost with one node"), .text(left.nodeLoss.text), .text(right.nodeLoss.text)],
        [.words("containers that scale on their own"), .number(left.scaledAlone), .number(right.scaledAlone)],
        [
          .words("smallest node that fits each pod"), .text(left.nodeSize.smallestText),
          .text(right.nodeSize.smallestText),
        ],
        [.words("requests of all pods"), .text(left.nodeSize.totalText), .text(right.nodeSize.totalText)],
      ])
  }

  var pods: ReportTable {
    let (left, right) = (Set(properties.left.each), Set(properties.right.each))
    let hasOthers = (properties.left.each + properties.right.each).contains { !$0.others.isEmpty }
    func rows(_ side: ReportCell, _ pods: [PodProperties], besides others: Set<PodProperties>) -> [[ReportCell]] {
      pods.filter { !others.contains($0) }.map { pod in
        let other = hasOthers ? [ReportCell.data(pod.others.map(\.text))] : []
        return [
          side, .text(pod.id), .data(pod.countTexts), .data(pod.containers), .text(pod.cpuText),
          .text(pod.memoryText),
        ] + other + [.text(pod.lossText), .text(pod.nodeLoss.text)]
      }
    }
    let other: [StaticString] = hasOthers ? ["other requests"] : []
    return ReportTable(
      title: "Pods",
      header: ["side", "pod", "number", "containers", "cpu request", "memory request"] + other
        + ["lost with one pod", "most pods on one node"],
      rows: rows(.words("left"), properties.left.each, besides: right)
        + rows(.words("right"), properties.right.each, besides: left), same: left.intersection(right).count)
  }

  var containers: ReportTable {
    let different = properties.containers.filter { !$0.isSame }
    func shared(_ place: ContainerPlacement?) -> ReportCell {
      guard let place else { return .data([]) }
      return place.sharesPodWith.isEmpty ? .words("nothing") : .data(place.sharesPodWith)
    }
    return ReportTable(
      title: "Containers",
      header: ["container", "left: shares its pod with", "scales", "right: shares its pod with", "scales"],
      rows: different.map { container in
        [
          .text(container.id), shared(container.left), .text(container.left?.scaling.text), shared(container.right),
          .text(container.right?.scaling.text),
        ]
      }, same: properties.containers.count - different.count, isFolded: true)
  }

  var sharedVolumes: ReportTable {
    let same = properties.sharedVolumes.filter(\.isSame)
    return ReportTable(
      title: "Shared volumes", header: ["side", "pod", "volume", "kind", "containers", "on the other side"],
      rows: properties.sharedVolumes.filter { !$0.isSame }.map { volume in
        [
          .side(volume.side), .text(volume.pod), .text(volume.name), .text(volume.source), .data(volume.sharers),
          .text(volume.fate.text),
        ]
      }, same: same.count)
  }

  var needs: ReportTable {
    let different = properties.needs.filter { !$0.isSame }
    return ReportTable(
      title: "Nodes, users and rights that differ within a pod",
      header: ["side", "pod", "field", "value"],
      rows: different.map { need in
        [
          .side(need.side), .text(need.pod), .text(need.field),
          .data(need.values.map { $0.text(besides: need.side) }),
        ]
      }, same: properties.needs.count - different.count, isFolded: !properties.isRegrouped)
  }

  var collisions: ReportTable {
    // What a merge would bring together concerns layouts.
    let collisions =
      comparison.subject == .layouts ? properties.collisions : properties.collisions.filter { $0.togetherIn != nil }
    return ReportTable(
      title: "Ports and names that collide", header: ["side", "what", "containers", "meaning"],
      rows: collisions.map { collision in
        [
          .side(collision.side), .text(collision.text), .data(collision.containers.shortList),
          .sentence(collision.meaning),
        ]
      }, isFolded: !properties.collisions.contains { $0.togetherIn != nil })
  }

  var policies: ReportTable {
    ReportTable(
      title: "Policies on one side only", header: ["container", "left", "right"],
      rows: properties.policies.map { [.text($0.container), .data($0.left), .data($0.right)] })
  }
}

extension ReportCell {
  fileprivate static func side(_ side: Side) -> ReportCell {
    switch side {
    case .left: .words("left")
    case .right: .words("right")
    }
  }
}

extension [String] {
  /// The first few, followed by the number of the others.
  fileprivate var shortList: [String] {
    let limit = Limit.tableNames.value
    return count > limit ? prefix(limit - 1) + ["\(count - limit + 1) more"] : self
  }
}

extension NeedDifference.Value {
  /// "api: 1000", "web: not stated", "model: yes, on the right" if it is the other side that states it.
  fileprivate func text(besides side: Side) -> String {
    let place = evidence.flatMap { $0.side == side ? nil : ", on the \($0.side.rawValue)" }
    return "\(container): \(value ?? "not stated")\(place ?? "")"
  }
}

extension PodProperties {
  /// "3 pods", "autoscaled: 2 to 10", "minAvailable 1"
  fileprivate var countTexts: [String] {
    [scale.text] + autoscaling.map { "autoscaled: \($0.text)" } + budgets.compactMap(\.limit)
  }
}

extension SharedVolume {
  /// Whether the other side has the same in a pod with the same ID.
  fileprivate var isSame: Bool { fate == .shared(pod: pod) }
}
