import PodmapManifests
import PodmapTopology
import Testing

/// Numbers that are the same in every run.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }

  mutating func some<Item>(_ most: Int, _ make: (inout Dice) -> Item) -> [Item] {
    (0..<roll(most + 1)).map { _ in make(&self) }
  }
}

@Suite("A second evaluator of policies")
struct PolicyOracleTests {
  private static let transports = ["TCP", "UDP"]
  private static let numbers = [80, 443, 5432, 8080]
  private static let portNames = ["web", "sql", "alt"]
  /// Public addresses: private ones may be those of pods.
  private static let addresses: [UInt32] = [0x0101_0101, 0x0101_0201, 0x0801_0101, 0x0902_0304]

  private static func selector(_ dice: inout Dice, _ keys: [String]) -> OracleCluster.Selector {
    var selector = OracleCluster.Selector()
    switch dice.roll(5) {
    case 0: break
    case 1, 2: selector.equal = [dice.pick(keys): dice.pick(["a", "b", "c"])]
    case 3:
      let test = dice.pick(["In", "NotIn", "Exists", "DoesNotExist"])
      let values = test.hasSuffix("n") ? [dice.pick(["a", "b"]), dice.pick(["b", "c"])] : []
      selector.expressions = [(dice.pick(keys), test, values)]
    default: selector.equal = [keys[0]: dice.pick(["a", "b"]), keys[1]: dice.pick(["a", "b"])]
    }
    return selector
  }

  private static func spaces(_ dice: inout Dice) -> OracleCluster.Selector {
    dice.roll(3) == 0
      ? OracleCluster.Selector(equal: ["kubernetes.io/metadata.name": dice.pick(["n0", "n1", "n2"])])
      : selector(&dice, ["team", "zone"])
  }

  private static func peer(_ dice: inout Dice, _ isWide: Bool, mayBlock: Bool) -> OracleCluster.Peer {
    if mayBlock, dice.roll(4) == 0 {
      let bits = dice.pick([8, 16, 24, 32])
      let base = dice.pick(addresses) & (bits == 32 ? .max : ~(UInt32.max >> UInt32(bits)))
      let inside = addresses.first { bits < 32 && $0 >> UInt32(32 - bits) == base >> UInt32(32 - bits) }
      return .block(base, bits, except: !isWide && dice.roll(2) == 0 ? inside.map { ($0, 32) } : nil)
    }
    if isWide { return .pods(selector(&dice, ["app", "tier"]), spaces(&dice)) }
    switch dice.roll(3) {
    case 0: return .pods(selector(&dice, ["app", "tier"]), nil)
    case 1: return .pods(nil, spaces(&dice))
    default: return .pods(selector(&dice, ["app", "tier"]), spaces(&dice))
    }
  }

  private static func port(_ dice: inout Dice, _ isWide: Bool, named: Bool) -> OracleCluster.Port {
    var port = OracleCluster.Port(transport: dice.pick(transports))
    switch dice.roll(named ? 4 : 3) {
    case 0: port.number = dice.pick(numbers)
    case 1:
      let first = dice.pick(numbers)
      port.number = first
      port.end = first + dice.roll(5000)
    case 2: if isWide { port.number = dice.pick(numbers) }
    default:
      port.name = dice.pick(portNames)
      if isWide { port.transport = nil }
    }
    return port
  }

  /// A block of one rule would be about pods too in the admin tiers, by addresses that nobody knows; so these tiers
  /// have blocks only in rules of their own, about outside hosts, when `isOutside`.
  private static func rule(
    _ dice: inout Dice, _ isWide: Bool, _ direction: String, isOutside: Bool
  ) -> OracleCluster.Rule {
    let mayBlock = isOutside && direction == "Egress"
    var peers = dice.some(2) { peer(&$0, isWide, mayBlock: mayBlock) }
    if peers.isEmpty, isWide { peers = [peer(&dice, true, mayBlock: mayBlock)] }
    let ports = dice.some(2) { port(&$0, isWide, named: !isOutside) }
    return OracleCluster.Rule(
      action: isWide ? dice.pick(["Allow", "Deny", "Pass"]) : "Allow", peers: peers, ports: ports)
  }

  private static func cluster(_ seed: Int, isOutside: Bool) -> OracleCluster {
    var dice = Dice(state: UInt64(seed))
    let namespaces = ["n0", "n1", "n2"].map { name in
      OracleCluster.Namespace(
        name: name, labels: ["team": dice.pick(["a", "b", "c"]), "zone": dice.pick(["a", "b"])])
    }
    let pods = (0..<6).map { number in
      var labels = ["app": dice.pick(["a", "b", "c"])]
      if dice.roll(2) == 0 { labels["tier"] = dice.pick(["a", "b"]) }
      let ports = (0...dice.roll(2)).map { index in
        (
          name: portNames[index], number: numbers[(index + dice.roll(2)) % 4] + index * 10000,
          transport: dice.pick(transports)
        )
      }
      return OracleCluster.Pod(
        namespace: dice.pick(["n0", "n1", "n2"]), name: "p\(number)", labels: labels, ports: ports)
    }
    var policies: [OracleCluster.Policy] = []
    for (tier, most) in [("NetworkPolicy", 6), ("Admin", 3), ("Baseline", 2)] {
      let isWide = tier != "NetworkPolicy"
      for index in 0..<dice.roll(most + 1) {
        let types = dice.pick([["Ingress"], ["Egress"], ["Ingress", "Egress"]])
        policies.append(
          OracleCluster.Policy(
            tier: tier, name: "\(tier.lowercased())\(index)", namespace: isWide ? "" : dice.pick(["n0", "n1", "n2"]),
            priority: index * 7, pods: selector(&dice, ["app", "tier"]),
            namespaces: isWide ? spaces(&dice) : OracleCluster.Selector(), types: types,
            ingress: dice.some(2) { rule(&$0, isWide, "Ingress", isOutside: isOutside) },
            egress: dice.some(2) { rule(&$0, isWide, "Egress", isOutside: isOutside) }))
      }
    }
    return OracleCluster(namespaces: namespaces, pods: pods, policies: policies)
  }

  private static let words: [Verdict.State: String] = [.allowed: "allowed", .denied: "denied", .noPolicy: "open"]

  @Test("It agrees about requests between the pods of 500 clusters with 3,000 pods")
  func pods() throws {
    var (judged, denied) = (0, 0)
    for seed in 0..<500 {
      let cluster = Self.cluster(seed, isOutside: false)
      let topology = Graph(cluster.manifests(calling: [])).topology
      let matrix = ReachMatrix(topology, showing: Set(topology.nodes.map(\.id)))
      let positions = Dictionary(uniqueKeysWithValues: matrix.called.enumerated().map { ($0.element.name, $0.offset) })
      for from in cluster.pods {
        for to in cluster.pods {
          let row = try #require(positions["\(from.namespace)/Pod/\(from.name)"])
          let column = try #require(positions["\(to.namespace)/Pod/\(to.name)"])
          let cell = try #require(matrix.cells[row + 2][column])
          for port in cell {
            let number = try #require(port.number)
            let expected = cluster.verdict(from: from, to: .pod(to), port: number, transport: port.transport)
            judged += 1
            if expected == "denied" { denied += 1 }
            #expect(
              Self.words[port.verdict.state] == expected,
              "seed \(seed), \(from.name) to \(to.name) \(number)/\(port.transport): \(port.verdict.reason)")
          }
        }
      }
    }
    // The clusters are neither all open nor all closed.
    #expect(judged > 25_000 && denied > judged / 10 && denied < judged * 9 / 10, "\(denied) of \(judged)")
  }

  @Test("It agrees about calls to outside addresses")
  func outside() throws {
    var judged = 0
    for seed in 1000..<1150 {
      let cluster = Self.cluster(seed, isOutside: true)
      let calls = Self.addresses.enumerated().map { index, address in
        (address: address, port: Self.numbers[index], transport: Self.transports[index % 2])
      }
      let graph = Graph(cluster.manifests(calling: calls))
      for from in cluster.pods {
        for call in calls {
          let edge = try #require(
            graph.edge("\(from.namespace)/Pod/\(from.name)/c", "Host/\(OracleCluster.text(call.address))", .calls))
          let expected = cluster.verdict(
            from: from, to: .address(call.address), port: call.port, transport: call.transport)
          let verdict = try #require(edge.verdict)
          judged += 1
          #expect(
            Self.words[verdict.state] == expected,
            "seed \(seed), \(from.name) to \(OracleCluster.text(call.address)): \(verdict.reason)")
        }
      }
    }
    #expect(judged == 150 * 6 * 4)
  }
}
