import PodmapComparison
import PodmapComparisonTestSupport
import Testing

@Suite("What NetworkPolicies no longer prevent, or prevent now")
struct PolicyChangeTests {
  private let pods =
    deployment("web", image: "web:1", more: "env: [{name: DB, value: \"postgres://db:5432/x\"}]")
    + deployment("db", image: "postgres:17", more: "ports: [{containerPort: 5432}]")
    + "apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {selector: {app: db}, ports: [{port: 5432}]}\n---\n"

  private func policy(_ spec: String, name: String = "p") -> String {
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: \(name)}\nspec: {\(spec)}\n---\n"
  }

  private func lines(_ left: String, _ right: String) -> [String] {
    Comparison(layout(left), layout(right)).policyChanges.map { "\($0.kind.rawValue): \($0.sentence.plain)" }
  }

  private let onlyWeb =
    "podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]"

  @Test("A policy that is removed leaves its pods open, and one that is added isolates them")
  func isolation() {
    #expect(
      lines(pods + policy(onlyWeb), pods) == [
        "isolationLost: Deployment db: no NetworkPolicy limits who may call it any longer; before, NetworkPolicy p did",
        "policyRemoved: NetworkPolicy p isolated Deployment db, and let through ingress from app=web",
      ])
    #expect(
      lines(pods, pods + policy(onlyWeb)) == [
        "isolationGained: Deployment db: NetworkPolicy p now limits who may call it",
        "policyAdded: NetworkPolicy p isolates Deployment db, and lets through ingress from app=web",
      ])
    #expect(lines(pods + policy(onlyWeb), pods + policy(onlyWeb)).isEmpty)
  }

  @Test("Another policy that still isolates the pods keeps them isolated, in its directions")
  func directions() {
    let egress = policy("podSelector: {}, policyTypes: [Egress], egress: [{}]", name: "out")
    let both = policy("podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress, Egress], ingress: [{}]")
    #expect(
      lines(pods + both + egress, pods + egress).first
        == "isolationLost: Deployment db: no NetworkPolicy limits who may call it any longer; before, NetworkPolicy p did"
    )
    #expect(
      lines(pods + both, pods).first
        == "isolationLost: Deployment db: no NetworkPolicy limits who may call it and what it may call any longer; before, "
        + "NetworkPolicy p did")
  }

  @Test("A call of the graph that is denied now, and one that gets through again")
  func calls() {
    let nobody = policy("podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]")
    let denied = lines(pods + policy(onlyWeb), pods + nobody)
    #expect(
      denied.contains(
        "nowDenied: Deployment web may no longer call Deployment db on port 5432: NetworkPolicy p denies it (ingress)"))
    #expect(denied.contains("policyChanged: NetworkPolicy p: it no longer lets through ingress from app=web"))
    #expect(
      lines(pods + nobody, pods + policy(onlyWeb)).contains(
        "nowAllowed: Deployment web may now call Deployment db on port 5432, which NetworkPolicy p denied"))
  }

  @Test("A call whose verdict depends on something else can't be determined, and says what it was")
  func unclear() {
    let elsewhere = policy(
      "podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}, "
        + "podSelector: {}}]}]")
    let found = lines(pods + policy(onlyWeb), pods + elsewhere).filter { $0.hasPrefix("nowUnclear") }
    #expect(found.count == 1 && found[0].hasSuffix("; before, it was allowed"), "\(found)")
  }

  @Test("A container that moves out of reach of a policy is compared where it runs now")
  func moved() {
    func application(_ first: String, _ second: String) -> String {
      func pod(_ name: String, _ containers: String) -> String {
        "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), labels: {app: \(name)}}\nspec: {containers: "
          + "[\(containers)]}\n---\n"
      }
      return pod("a", "{name: main, image: main}\(first)") + pod("b", "{name: other, image: other}\(second)")
        + policy("podSelector: {matchLabels: {app: a}}")
    }
    let mover = ", {name: mover, image: mover}"
    #expect(
      lines(application(mover, ""), application("", mover)) == [
        "isolationLost: container mover of Pod b: no NetworkPolicy limits who may call it any longer; before, NetworkPolicy p "
          + "did"
      ])
  }

  @Test("Requests from outside that a policy let nobody send get through")
  func outside() {
    let open =
      "apiVersion: v1\nkind: Service\nmetadata: {name: open}\n"
      + "spec: {type: LoadBalancer, selector: {app: db}, ports: [{port: 5432}]}\n---\n"
    let nobody = policy("podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]")
    #expect(
      lines(pods + open + nobody, pods + open).contains(
        "nowAllowed: requests from outside for port 5432, through Service open, now get through; before, NetworkPolicy p "
          + "denied them"))
  }

  @Test("A policy that the API server refuses is named, with why nothing else is said")
  func foreign() {
    let cilium =
      "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: default}\nspec: {}\n---\n"
    #expect(
      lines(pods, pods + cilium).filter { $0.hasPrefix("policy") } == [
        "policyAdded: CiliumNetworkPolicy c; the API server refuses it"
      ])
  }
}
