import PodmapManifests
import PodmapTopology

// The rows of a card.

extension Assembly {
  /// The number of containers that a card lists at a level of detail.
  private var containerLimit: Int {
    switch detail {
    case .all: .max
    case .medium: 5
    case .low, .overview: 4
    }
  }

  func containers(of card: Int) -> [CondensedDiagram.Row] {
    let flow = diagram.cards[card]
    guard let pod = flow.pod else { return [] }
    let containers = pod.containers.enumerated().sorted {
      ($0.element.role.rank, $0.element.role.step ?? 0, $0.offset) < (
        $1.element.role.rank, $1.element.role.step ?? 0, $1.offset
      )
    }.map(\.element)
    var rows: [CondensedDiagram.Row] = []
    var hidden: [PodContent.Container] = []
    for container in containers {
      let isKnown = detail < .all && containers.count == 1 && Self.saysNothing(container.name, in: flow.name)
      if (isKnown || rows.count >= containerLimit) && container.mark ?? .kept == .kept {
        hidden.append(container)
      } else {
        rows.append(row(container, in: flow))
      }
    }
    if hidden.count > 0 {
      var rest = CondensedDiagram.Row(subject: .fact, tag: "", items: [])
      rest.tooltip = hidden.map { "\($0.role.word) \($0.name) \($0.image)" }.joined(separator: "; ")
      rest.represents.elements = hidden.map(\.id)
      if containers.count > 1 { rest.items = [CondensedDiagram.Item("+\(Summary.count(hidden.count, "container"))")] }
      rows.append(rest)
    }
    return rows
  }

  /// Whether the name of a lone container adds nothing to that of its workload.
  private static func saysNothing(_ name: String, in workload: String) -> Bool {
    workload.contains(name) || ["server", "main", "app"].contains(name)
  }

  private func row(_ container: PodContent.Container, in card: FlowDiagram.Card) -> CondensedDiagram.Row {
    var row = CondensedDiagram.Row(
      id: container.id, subject: .container(container.role.family),
      tag: container.mark.signed(container.patternWord ?? container.role.word),
      items: [CondensedDiagram.Item(container.name.isBlank ? "(no name)" : container.name)])
    row.mark = container.mark
    let isDetailed = work.isWhole || card.pod?.form == .expanded
    var quiet: [String] = []
    if detail == .all || isDetailed {
      quiet.append(isDetailed ? container.shortImage : container.image(beside: [container.name, card.name]))
    }
    let hasTabs = work.index.card(of: card.id).map { !work.cards[$0].tabs.isEmpty } ?? false
    if (detail == .all && !hasTabs) || isDetailed { quiet += container.ports.map { ":" + $0 } }
    row.items[0].quiet = quiet.filter { !$0.isBlank }.joined(separator: " ")
    row.items += (isDetailed ? container.patternLines : []).map { CondensedDiagram.Item("", quiet: $0) }
    row.items += container.lines.map { CondensedDiagram.Item("", quiet: $0) }
    row.tooltip = ([container.role.word, container.name, container.image] + container.ports + container.patternLines)
      .filter { !$0.isBlank }.joined(separator: " · ")
    row.represents.elements = [container.id]
    return row
  }

  func volumes(of card: Int) -> [CondensedDiagram.Row] {
    guard let pod = diagram.cards[card].pod else { return [] }
    let isDetailed = work.isWhole || pod.form == .expanded
    var rows: [CondensedDiagram.Row] = []
    var hidden = CondensedDiagram.Row(subject: .fact, tag: "", items: [])
    for volume in pod.volumes {
      var row = CondensedDiagram.Row(id: volume.id, subject: .volume, tag: "volume", items: [])
      let isPlain = !volume.isShared && volume.source == "emptyDir"
      let name = volume.name.isBlank ? "(no name)" : volume.name
      if volume.isShared {
        row.tag = "shared"
        row.items = [CondensedDiagram.Item(name, quiet: pod.sharers(of: volume))]
      } else {
        row.items = [CondensedDiagram.Item(name, quiet: volume.source)]
      }
      if isDetailed {
        row.items[0].quiet = volume.source
        if volume.isShared { row.items.append(CondensedDiagram.Item("", quiet: pod.sharers(of: volume))) }
        row.items += pod.mounts(of: volume).map { CondensedDiagram.Item("", quiet: $0) }
      }
      row.tooltip = ([volume.name, volume.source] + pod.mounts(of: volume)).filter { !$0.isBlank }
        .joined(separator: " · ")
      row.represents.elements = [volume.id]
      // Who shares scratch space is a detail, and so is scratch space that nobody shares.
      if !isDetailed, !diagram.cards[card].brief.showsVolumes, isPlain || (detail < .all && volume.source == "emptyDir")
      {
        hidden.represents += row.represents
        hidden.tooltip += (hidden.tooltip.isEmpty ? "" : "; ") + row.tooltip
      } else {
        rows.append(row)
      }
    }
    let volumes = Dictionary(pod.volumes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    if !work.isWhole { rows = isDetailed ? folded(rows, volumes) : sharedRows(rows) }
    return rows + (hidden.represents.elements.isEmpty ? [] : [hidden])
  }

  /// What the card says about itself.
  func facts(of card: Int) -> [CondensedDiagram.Row] {
    let flow = diagram.cards[card]
    // Containers of one pod always share their network.
    let shared = (flow.pod?.shared ?? []).filter {
      work.isWhole || flow.pod?.form == .expanded || $0 != PodContent.sharedNetwork
    }
    let lines = flow.isProse ? [] : flow.lines
    var rows: [CondensedDiagram.Row] = []
    if flow.style == .service, !flow.brief.ports.isEmpty {
      rows.append(
        CondensedDiagram.Row(
          subject: .fact, tag: "port", items: [CondensedDiagram.Item(flow.brief.ports.joined(separator: " "))]))
    }
    for note in flow.brief.notes {
      rows.append(
        CondensedDiagram.Row(subject: .object(note.style), tag: note.tag, items: [CondensedDiagram.Item(note.text)]))
    }
    for line in lines + shared
    where !line.isBlank && !(flow.style == .service && line.hasPrefix(FlowDiagram.Card.portWord)) {
      rows.append(CondensedDiagram.Row(subject: .fact, tag: "", items: [CondensedDiagram.Item(line)]))
    }
    return rows
  }

  /// Rows of one kind are one row.
  func merged(_ rows: [CondensedDiagram.Row]) -> [CondensedDiagram.Row] {
    var result: [CondensedDiagram.Row] = []
    var hidden: [CondensedDiagram.Row] = []
    for var row in rows {
      if row.isMinor, detail <= .low, row.mark == nil {
        row.items = []
        hidden.append(row)
        continue
      }
      let position = result.firstIndex {
        $0.subject == row.subject && $0.tag == row.tag && $0.presence == row.presence && $0.mark == row.mark
          && !row.isCounted && !$0.isCounted && row.subject != .fact
      }
      if let position {
        result[position].add(row)
      } else {
        result.append(row)
      }
    }
    return result + hidden
  }

  /// What others do with a card, and which cards of other namespaces have lines to it.
  func feet(of card: Int) -> [CondensedDiagram.Row] {
    let own = work.cards[card]
    let names = own.origins.uniqued
    if names.isEmpty { return own.foot }
    let more = names.count > 3 ? " +\(names.count - 3)" : ""
    var row = CondensedDiagram.Row(
      subject: .foot, tag: "",
      items: [CondensedDiagram.Item("from " + names.prefix(3).joined(separator: ", ") + more)])
    row.tooltip = "from " + names.joined(separator: ", ")
    return own.foot + [row]
  }

  /// Chips with the same word are one row.
  func chips(_ chips: [Condensing.Chip]) -> [CondensedDiagram.Row] {
    var rows: [CondensedDiagram.Row] = []
    for chip in chips {
      var row = CondensedDiagram.Row(
        subject: chip.subject, tag: chip.tag, items: [CondensedDiagram.Item(chip.text)], presence: chip.presence,
        mark: chip.mark)
      row.represents.links = chip.links
      row.tooltip = ([chip.tag + " " + chip.text] + work.sources(chip.links).prefix(Limit.tooltipSources.value))
        .joined(separator: " · ")
      if let position = rows.firstIndex(where: {
        $0.subject == row.subject && $0.tag == row.tag && $0.presence == row.presence && $0.mark == row.mark
      }) {
        rows[position].add(row)
      } else {
        rows.append(row)
      }
    }
    return rows
  }
}

extension CondensedDiagram.Row {
  mutating func add(_ other: Self) {
    id = nil
    for item in other.items where !items.contains(item) { items.append(item) }
    more += other.more
    tooltip += "; " + other.tooltip
    represents += other.represents
  }
}

extension PodContent.Container.Role {
  /// The order in which a card lists containers.
  fileprivate var rank: Int {
    switch self {
    case .initial, .sidecar: 0
    case .app: 1
    case .ephemeral: 2
    }
  }
}

extension PodContent.Container {
  /// The image without what names next to it already say: `api:2.1` next to `api` is `2.1`.
  fileprivate func image(beside names: [String]) -> String {
    let image = shortImage
    let parts = image.split(separator: ":", maxSplits: 1)
    guard let base = parts.first, !base.isEmpty else { return image }
    let isSaid = names.contains { $0.contains(base) || base.contains($0) }
    return isSaid ? (parts.count > 1 ? String(parts[1]) : "") : image
  }
}
