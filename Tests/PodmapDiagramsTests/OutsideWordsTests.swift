import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("What is said of hosts and their ports")
struct OutsideWordsTests {
  private static let text = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec:
      containers:
      - name: app
        ports: [{containerPort: 80, hostPort: 8080}]
        env: [{name: PAY_URL, value: 'https://api.pay.example'}, {name: OLD_URL, value: 'http://10.1.2.3'}]

    """

  private static var topology: Topology {
    Topology(ManifestSet(reading: [SourceFile(name: "0.yaml", text: text)]).resources)
  }

  private static func diagram(_ view: FlowView) -> FlowDiagram { view.drawing(of: topology).diagram }

  @Test("A host on the internet is outside the cluster, and an unknown address is not in the input")
  func hosts() {
    let cards = Self.diagram(.network).cards
    #expect(cards.first { $0.name == "api.pay.example" }?.kind == "Host · outside the cluster")
    #expect(cards.first { $0.name == "api.pay.example" }?.presence == .present)
    #expect(cards.first { $0.name == "10.1.2.3" }?.presence == .notInInput)
  }

  @Test("A port of the node is a host port, which isn't a node port")
  func hostPorts() {
    let labels = Self.diagram(.network).links.map(\.label)
    #expect(labels.contains("host port 8080"))
    #expect(!labels.contains { $0.contains("node port") })
  }

  @Test("The JSON says that a host is outside, and which protocol a call has")
  func json() {
    var text = ""
    TopologyJSONWriter().write(Self.topology, diagnostics: [], to: &text)
    #expect(text.contains("\"outside\": true"))
    #expect(text.contains("\"protocol\": \"HTTPS\""))
    #expect(!text.contains("\"external\""))
  }
}
