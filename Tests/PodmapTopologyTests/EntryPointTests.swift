import PodmapManifests
import Testing

@testable import PodmapTopology

@Suite("Entry points")
struct EntryPointTests {
  private func entries(_ text: String) -> [String] {
    let topology = Topology(ManifestSet(reading: [SourceFile(name: "a.yaml", text: text)]).resources)
    return topology.entryPoints.map { "\($0.form) \(topology.nodes[$0.node].id.text)" }
  }

  @Test("Services of type LoadBalancer and NodePort, or with external addresses, are open to the outside")
  func services() {
    func service(_ name: String, _ spec: String) -> String {
      "apiVersion: v1\nkind: Service\nmetadata: {name: \(name)}\nspec: {ports: [{port: 80}], \(spec)}\n---\n"
    }
    let text =
      service("balanced", "type: LoadBalancer") + service("inner", "type: ClusterIP")
      + service("node", "type: NodePort")
      + service("plain", "selector: {app: a}") + service("routed", "externalIPs: [198.51.100.7]")
      + service("elsewhere", "type: ExternalName, externalName: x.example, externalIPs: [198.51.100.7]")
    #expect(
      entries(text) == [
        "service default/Service/balanced", "service default/Service/node", "service default/Service/routed",
      ])
  }

  @Test("A Gateway is one rather than the routes that are attached to it, even if the input lacks it")
  func gates() {
    func route(_ name: String, _ gateway: String) -> String {
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: \(name)}
      spec: {parentRefs: [{name: \(gateway)}], rules: [{backendRefs: [{name: web, port: 80}]}]}
      ---

      """
    }
    let gateway =
      "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: here}\n"
      + "spec: {listeners: [{name: http, port: 80, protocol: HTTP}]}\n---\n"
    let kind = "Gateway.gateway.networking.k8s.io"
    #expect(
      entries(gateway + route("a", "here") + route("b", "elsewhere")) == [
        "gate default/\(kind)/elsewhere", "gate default/\(kind)/here",
      ])
    let inside =
      "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: v}\n"
      + "spec: {hosts: [a], http: [{route: [{destination: {host: a}}]}]}\n"
    #expect(entries(inside).isEmpty)
    let ingress =
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\n"
      + "spec: {ingressClassName: nginx, defaultBackend: {service: {name: web, port: {number: 80}}}}\n"
    #expect(entries(ingress) == ["gate default/Ingress/i"])
  }

  @Test("A container listens on its node through host ports, and through all of its ports on the node's network")
  func hostPorts() {
    func pod(_ name: String, _ spec: String, _ ports: String) -> String {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name)}\nspec: {\(spec)containers: "
        + "[{name: c, image: i, ports: [\(ports)]}]}\n---\n"
    }
    let text =
      pod("a", "", "{containerPort: 80, hostPort: 8080}") + pod("b", "hostNetwork: true, ", "{containerPort: 9100}")
      + pod("c", "", "{containerPort: 80}") + pod("d", "", "{containerPort: 80, hostPort: 0}")
    #expect(entries(text) == ["hostPorts default/Pod/a/c", "hostPorts default/Pod/b/c"])
  }
}
