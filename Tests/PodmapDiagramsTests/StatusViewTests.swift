import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("What keeps pods from running, in views")
struct StatusViewTests {
  private static func job(_ fields: String) -> String {
    """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: nightly}
    spec: {schedule: "0 1 * * *", \(fields)jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: n, image: "n:1", env: [{name: U, value: "http://api"}]}]}}}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: api}
    spec: {ports: [{port: 80}]}
    """
  }

  @Test("A suspended CronJob says so, and its pods do not start")
  func suspended() {
    let text = Self.job("suspend: true, ")
    let cards = FlowView.workloads.drawing(of: topology(text)).diagram.cards
    #expect(cards.first { $0.name == "nightly" }?.kind.hasSuffix(" · suspended") == true)
    for phase in [SequenceOptions.Phase.start, .run, .stop] {
      let lines = Lives(text, .phase(phase)).outline
      #expect(lines.contains { $0.contains("suspended: creates no Jobs until resumed") })
      #expect(!lines.contains { $0.contains("kubelet") }, "\(lines)")
    }
    #expect(Lives(text, SequenceOptions()).outline.contains { $0.contains("Suspended: Starts No Pod") })
  }

  @Test("A suspended CronJob calls nothing", arguments: [("", true), ("suspend: true, ", false)])
  func traffic(_ fields: String, _ calls: Bool) {
    let drawings = SequenceView.traffic.drawings(of: topology(Self.job(fields)), SequenceOptions())
    #expect(drawings.contains { $0.diagram.participants.contains { $0.name == "n" || $0.name == "nightly" } } == calls)
  }

  private static let probed = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec:
      containers:
      - name: web
        image: "w:1"
        ports: [{name: http, containerPort: 80}]
        readinessProbe: {httpGet: {path: /r, port: web}}
        lifecycle: {preStop: {httpGet: {path: /bye, port: admin}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    """

  @Test("A probe or hook of a port that its container doesn't declare is shown as one that can't be run")
  func probes() {
    let start = Lives(Self.probed, .phase(.start))
    start.expectOrder(["readiness probe: GET /r :web", "can't be run: web declares no port 'web'", "stay not Ready"])
    #expect(!start.outline.contains { $0.contains("endpoints") || $0.contains("traffic") })
    Lives(Self.probed, .phase(.stop)).expectOrder([
      "preStop: GET /bye :admin", "can't be run: web declares no port 'admin'",
    ])
    #expect(!Lives(Self.probed, .phase(.run)).outline.contains { $0.contains("readiness probe fails") })
    #expect(
      Lives(Self.probed, SequenceOptions()).outline.contains {
        $0.contains("The readiness Probe Can't Run: web declares no port 'web'")
      })
  }

  @Test("A healthy pod does not share a diagram with one whose probe can't be run")
  func groups() {
    let healthy = Self.probed.replacing("name: web", with: "name: ok").replacing("port: web}", with: "port: http}")
      .replacing("port: admin}", with: "port: http}")
    #expect(Lives(Self.probed + "\n---\n" + healthy, .phase(.start)).drawings.count == 2)
  }

  @Test("Each Service gets the address of the pod when it really does")
  func services() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: db, labels: {app: db}}
      spec: {containers: [{name: db, image: "d:1", readinessProbe: {exec: {command: [x]}}}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: peers}
      spec: {clusterIP: None, publishNotReadyAddresses: true, selector: {app: db}, ports: [{port: 1}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: db}, ports: [{port: 1}]}
      """
    Lives(text, .phase(.start)).expectOrder([
      "add the pod's IP to the endpoints of peers", "create, start", "pod Ready",
      "add the pod's IP to the endpoints of db",
    ])
    Lives(text, .phase(.run)).expectOrder(["its endpoint remains at peers", "no more traffic to this pod"])
  }

  @Test("What is missing is a reason why a pod does not start, on its card and in its life")
  func obstacles() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: web, image: "w:1", envFrom: [{configMapRef: {name: flags}}]}]}
      status: {phase: Pending, containerStatuses: [{name: web, state: {waiting: {reason: CreateContainerConfigError}}}]}
      """
    let card = FlowView.workloads.drawing(of: topology(text)).diagram.cards.first { $0.name == "web" }
    #expect(card?.lines.contains("can't start: ConfigMap flags is not in the input") == true)
    #expect(card?.lines.contains("web: CreateContainerConfigError") == true)
    Lives(text, .phase(.start)).expectOrder([
      "does not start as it is here", "create, start",
    ])
    #expect(
      Lives(text, SequenceOptions()).outline.contains {
        $0.contains("Does Not Start: ConfigMap flags is not in the input")
      })
  }

  @Test("A policy that selects nothing stays in the network view, and does not say that others are open")
  func idlePolicy() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec: {containers: [{name: web, image: "w:1", env: [{name: U, value: "http://api"}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: api}
      spec: {ports: [{port: 80}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p}
      spec: {podSelector: {matchLabels: {app: wep}}}
      """
    let diagram = FlowView.network.drawing(of: topology(text)).diagram
    let policy = diagram.cards.first { $0.name == "p" }
    #expect(policy?.lines.first == "selects no pods in the input")
    #expect(!diagram.cards.contains { card in card.brief.notes.contains { $0.text.contains("open to all") } })
  }
}
