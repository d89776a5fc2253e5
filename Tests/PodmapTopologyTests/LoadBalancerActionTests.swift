import PodmapManifests
import PodmapTopology
import Testing

@Suite("Actions of AWS's load balancer")
struct LoadBalancerActionTests {
  private func graph(_ annotations: String, backend: String) -> Graph {
    Graph(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: alb
        annotations:
      \(annotations)
      spec:
        rules:
        - host: shop.example
          http: {paths: [{path: /a, backend: {service: {name: \(backend), port: {name: use-annotation}}}}]}
      """)
  }

  private static let forward = """
        alb.ingress.kubernetes.io/actions.split: >-
          {"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"blue","servicePort":"80","weight":80},
          {"serviceName":"green","servicePort":80,"weight":20}]}}
    """

  @Test("An action that forwards leads to its Services with their weights, and to nothing else")
  func forward() {
    let graph = graph(Self.forward, backend: "split")
    #expect(
      graph.edges() == [
        "default/Ingress/alb -routes shop.example/a (weight 80)-> default/Service/blue",
        "default/Ingress/alb -routes shop.example/a (weight 20)-> default/Service/green",
      ])
    #expect(graph.node("default/Service/split") == nil)
  }

  @Test(
    "An action that answers isn't a backend",
    arguments: [
      (
        ##"{"Type":"redirect","RedirectConfig":{"Protocol":"HTTPS","Port":"443","Host":"#{host}"}}"##,
        "redirect to https"
      ),
      (#"{"type":"fixed-response","fixedResponseConfig":{"statusCode":"503"}}"#, "answers with status 503"),
      (#"{"type":"forward","targetGroupARN":"arn:aws:x"}"#, "forwarded to a target group outside the cluster"),
    ])
  func replies(_ action: String, _ reply: String) {
    let graph = graph("    alb.ingress.kubernetes.io/actions.say: '\(action)'", backend: "say")
    #expect(graph.edges().isEmpty && graph.diagnostics.isEmpty)
    #expect(graph.node("default/Ingress/alb")?.entry?.ways.map(\.reply) == [reply])
  }

  @Test("A backend without its annotation, or with one that isn't JSON, is a warning")
  func missing() {
    #expect(
      graph(Self.forward, backend: "spilt").diagnostics.map(\.message) == [
        "the Ingress 'alb' sends traffic where the annotation 'alb.ingress.kubernetes.io/actions.spilt' says, but has no "
          + "such annotation; add it, or name a port of a Service instead of 'use-annotation'"
      ])
    let broken = graph("    alb.ingress.kubernetes.io/actions.a: '{oops'", backend: "a")
    #expect(broken.diagnostics.map(\.severity) == [.warning])
  }
}
