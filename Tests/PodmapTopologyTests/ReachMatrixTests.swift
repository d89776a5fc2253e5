import PodmapManifests
import PodmapTopology
import Testing

@Suite("Who may reach whom")
struct ReachMatrixTests {
  private func rows(_ text: String, limit: Limit = .matrix) -> [String] {
    let topology = Graph(text).topology
    let matrix = ReachMatrix(topology, showing: Set(topology.nodes.map(\.id)), limit: limit)
    let rows = zip(matrix.callers, matrix.cells).map { caller, row in
      let cells = row.map { cell in
        cell.map { ports in
          ports.map { "\($0.number.map { String($0) } ?? "*") \($0.verdict.state.rawValue)" }.joined(separator: " ")
        } ?? "-"
      }
      return "\(caller.name): \(cells.joined(separator: " | "))"
    }
    return rows + (matrix.leftOut > 0 ? ["\(matrix.leftOut) left out"] : [])
  }

  private static let pods = ["web", "db"].map {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \($0), namespace: shop, labels: {app: \($0)}}\n"
      + "spec: {containers: [{name: c, ports: [{containerPort: 80}, {containerPort: 90}]}]}\n"
  }.joined(separator: "---\n")

  @Test("Each pair of workloads is judged at each port, whether or not one calls the other")
  func pairs() {
    let rule = policy(
      "podSelector: {matchLabels: {app: db}}\ningress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]"
    )
    #expect(
      rows(Self.pods + "---\n" + rule) == [
        "entry: - | - | -",
        "outside: 80 denied 90 denied | 80 noPolicy 90 noPolicy | -",
        "shop/Pod/db: 80 denied 90 denied | 80 noPolicy 90 noPolicy | * noPolicy",
        "shop/Pod/web: 80 allowed 90 denied | 80 noPolicy 90 noPolicy | * noPolicy",
      ])
  }

  @Test("Outside is judged at the ports that egress rules name, and at all others")
  func outside() {
    let rule = policy(
      "podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 443}]}]"
    )
    #expect(rows(Self.pods + "---\n" + rule).last?.hasSuffix("| 443 allowed * denied") == true)
  }

  @Test("An entry is judged only where one leads to")
  func entry() {
    let open = service("open", namespace: "shop", spec: "type: LoadBalancer\nselector: {app: web}\nports: [{port: 80}]")
    #expect(rows(Self.pods + "---\n" + open)[0] == "entry: - | 80 noPolicy 90 noPolicy | -")
    let deny = policy("podSelector: {}")
    #expect(rows(Self.pods + "---\n" + open + "---\n" + deny)[0] == "entry: - | 80 denied 90 denied | -")
  }

  @Test("Workloads beyond the limit are counted")
  func limit() {
    let many = (10..<60).map {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p\($0)}\nspec: {containers: [{name: c}]}\n"
    }
    let rows = self.rows(many.joined(separator: "---\n"))
    #expect(rows.count == Limit.matrix.value + 3)
    #expect(rows.last == "\(50 - Limit.matrix.value) left out")
  }
}
