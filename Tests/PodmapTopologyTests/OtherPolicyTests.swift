import PodmapManifests
import PodmapTopology
import Testing

@Suite("Policies of kinds that aren't judged")
struct OtherPolicyTests {
  typealias Call = PolicyCalls.Call
  private static let unknown = "cannotTell: policies of other kinds are in the input"

  private static func object(_ apiVersion: String, _ kind: String, namespace: String? = "shop") -> String {
    "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: x\(namespace.map { ", namespace: \($0)" } ?? "")}\nspec: {}\n"
  }

  @Test(
    "They make the verdicts that they may affect uncertain",
    arguments: [
      ("projectcalico.org/v3", "NetworkPolicy"), ("crd.projectcalico.org/v1", "NetworkPolicy"),
      ("projectcalico.org/v3", "GlobalNetworkPolicy"), ("crd.antrea.io/v1beta1", "ClusterNetworkPolicy"),
      ("crd.antrea.io/v1beta1", "NetworkPolicy"), ("kuma.io/v1alpha1", "MeshTrafficPermission"),
      ("policy.linkerd.io/v1alpha1", "AuthorizationPolicy"), ("policy.linkerd.io/v1beta3", "Server"),
      ("consul.hashicorp.com/v1alpha1", "ServiceIntentions"), ("vpcresources.k8s.aws/v1beta1", "SecurityGroupPolicy"),
      ("example.com/v1", "SomeNetworkPolicy"), ("cilium.io/v3", "CiliumNetworkPolicy"),
    ])
  func kinds(_ apiVersion: String, _ kind: String) {
    let text = Self.object(apiVersion, kind)
    #expect(PolicyCalls.verdict(Call(), text) == Self.unknown)
    let notes = PolicyCalls([Call()], text).topology.diagnostics.filter { $0.severity == .note }.map(\.message)
    #expect(notes.count == 1 && notes[0].hasPrefix("policies of other kinds are in the input: \(kind) 'x'"))
  }

  @Test("Those of another namespace don't matter, and those about outside only there")
  func reach() {
    #expect(
      PolicyCalls.verdict(Call(), Self.object("projectcalico.org/v3", "NetworkPolicy", namespace: "far")) == "noPolicy")
    let firewall = Self.object("k8s.ovn.org/v1", "EgressFirewall")
    #expect(PolicyCalls.verdict(Call(), firewall) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(to: "api.example.com", port: 443), firewall) == Self.unknown)
    // A mesh decides where requests arrive.
    #expect(
      PolicyCalls.verdict(Call(to: "api.example.com", port: 443), Self.object("policy.linkerd.io/v1beta3", "Server"))
        == "noPolicy")
  }

  @Test("What is denied stays denied if they can't overrule it")
  func denied() {
    let deny = policy("podSelector: {}")
    #expect(
      PolicyCalls.verdict(Call(), deny, Self.object("policy.linkerd.io/v1beta3", "Server")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), deny, Self.object("projectcalico.org/v3", "NetworkPolicy")) == Self.unknown)
    #expect(
      PolicyCalls.verdict(
        Call(), policy("podSelector: {}\ningress: [{}]"), Self.object("policy.linkerd.io/v1beta3", "Server"))
        == Self.unknown)
  }

  @Test("Several are one note")
  func oneNote() {
    let many = ["a", "b", "c", "d", "e"].map {
      Self.object("projectcalico.org/v3", "NetworkPolicy").replacing("name: x", with: "name: \($0)")
    }.joined(separator: "---\n")
    #expect(
      Graph(many).diagnostics.map(\.message) == [
        "policies of other kinds are in the input: NetworkPolicy 'a', NetworkPolicy 'b', NetworkPolicy 'c' and 2 more; "
          + "Podmap doesn't judge them, so it can't tell which calls they deny"
      ])
  }
}
