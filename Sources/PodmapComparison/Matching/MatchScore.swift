import PodmapTopology

/// How strong the evidence is that two containers are the same, and why.
///
/// What many containers have in common (a proxy that is in every pod) says little about any of them, so its weight is
/// divided by their number.
struct MatchScore {
  private(set) var points = 0
  private(set) var reasons: [String] = []
  private(set) var hasSameName = false

  /// The minimum for a match. Equal ports alone stay below it.
  static let least = 30
  static let likely = 50
  static let certain = 90

  init(_ left: Layout.Member, _ right: Layout.Member, _ counts: MatchCounts) {
    let (own, other) = (left.container, right.container)
    hasSameName = own.name == other.name
    if hasSameName { add(50, among: counts.names[own.name], "same name \(own.name)") }
    if own.name != left.ownerName, own.name == right.ownerName {
      add(35, among: counts.names[own.name], "named like the workload \(right.ownerName)")
    } else if other.name != right.ownerName, other.name == left.ownerName {
      add(35, among: counts.names[other.name], "named like the workload \(left.ownerName)")
    }
    let (image, otherImage) = (ImageName(own.image), ImageName(other.image))
    if !image.repository.isEmpty, image == otherImage {
      add(40, among: counts.images[image], "same image repository \(image.repository)")
    } else if !image.last.isEmpty, image.last == otherImage.last {
      add(20, among: nil, "image repositories both end in \(image.last)")
    }
    let (ports, otherPorts) = (own.portKeys, other.portKeys)
    if !ports.isEmpty, ports == otherPorts {
      add(25, among: counts.ports[ports], "same ports \(ports.joined(separator: ", "))")
    } else {
      let common = ports.filter(otherPorts.contains)
      if !common.isEmpty { add(12, among: nil, "ports in common: \(common.joined(separator: ", "))") }
    }
    addTraits(left.traits, right.traits, counts)
    if left.ownerName == right.ownerName {
      if hasSameName {
        add(60, among: counts.places[MatchCounts.Place(left)], "workloads with the same name \(left.ownerName)")
      } else {
        add(15, among: nil, "workloads with the same name \(left.ownerName)")
      }
    }
    if own.isRunning != other.isRunning { points -= 30 }
    if points > 0, left.namespace == right.namespace { points += 1 }
  }

  /// Adds what runs and what it reads. Reasons never quote commands, because those may contain secrets.
  private mutating func addTraits(_ own: ContainerTraits, _ other: ContainerTraits, _ counts: MatchCounts) {
    if !own.command.isEmpty, own.command == other.command {
      add(20, among: counts.commands[own.command], "same command")
    }
    let objects = own.objects.intersection(other.objects).sorted()
    if !objects.isEmpty {
      let isSame = own.objects == other.objects
      add(
        isSame ? 15 : 8, among: isSame ? counts.objects[own.objects] : nil,
        "\(isSame ? "same" : "common") configuration \(objects.joined(separator: ", "))")
    }
    let variables = own.variables.intersection(other.variables)
    // A single variable says nothing: many programs know the same ones.
    if variables.count >= 2, variables.count * 2 >= own.variables.union(other.variables).count {
      let isSame = own.variables == other.variables
      add(
        isSame ? 15 : 8, among: isSame ? counts.variables[own.variables] : nil, "\(variables.count) variables in common"
      )
    }
  }

  private mutating func add(_ weight: Int, among count: Int?, _ reason: String) {
    let share = weight / max(1, count ?? 1)
    guard share > 0 else { return }
    points += share
    reasons.append(reason)
  }
}

/// How many containers of one side share a trait; the larger number of the two sides.
struct MatchCounts {
  /// The name of a container and that of its workload, whatever the namespace.
  struct Place: Hashable {
    var owner: String
    var name: String

    init(_ member: Layout.Member) {
      owner = member.ownerName
      name = member.container.name
    }
  }

  private(set) var names: [String: Int] = [:]
  private(set) var images: [ImageName: Int] = [:]
  private(set) var ports: [[String]: Int] = [:]
  private(set) var places: [Place: Int] = [:]
  private(set) var commands: [[String]: Int] = [:]
  private(set) var objects: [Set<String>: Int] = [:]
  private(set) var variables: [Set<String>: Int] = [:]

  init(_ left: [Layout.Member], _ right: [Layout.Member]) {
    for side in [left, right] {
      names.merge(Self.counts(side) { $0.container.name }, uniquingKeysWith: max)
      images.merge(Self.counts(side) { ImageName($0.container.image) }, uniquingKeysWith: max)
      ports.merge(Self.counts(side) { $0.container.portKeys }, uniquingKeysWith: max)
      places.merge(Self.counts(side) { Place($0) }, uniquingKeysWith: max)
      commands.merge(Self.counts(side) { $0.traits.command }, uniquingKeysWith: max)
      objects.merge(Self.counts(side) { $0.traits.objects }, uniquingKeysWith: max)
      variables.merge(Self.counts(side) { $0.traits.variables }, uniquingKeysWith: max)
    }
  }

  private static func counts<Key: Hashable>(
    _ members: [Layout.Member], _ key: (Layout.Member) -> Key
  ) -> [Key: Int] {
    Dictionary(members.map { (key($0), 1) }, uniquingKeysWith: +)
  }
}

extension Container {
  /// "8080", "53/UDP": sorted, each once.
  var portKeys: [String] {
    Set(ports.map { $0.transport == "TCP" ? "\($0.number)" : "\($0.number)/\($0.transport)" }).sorted()
  }
}
