/// Applications whose requests take all the ways that there are.
enum SampleTraffic {
  static let all: [(name: String, text: String)] = [
    ("ingress", ingress), ("tiers", tiers), ("fan-out", fanOut), ("ambassador", ambassador), ("cycle", cycle),
    ("denied", denied), ("external", external), ("missing", missing), ("headless", headless), ("entries", entries),
    ("gateway", gateway), ("versions", versions), ("hostile", hostile),
    ("empty", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}"),
  ]

  /// A Deployment with one container that reads addresses from variables.
  static func deployment(_ name: String, port: Int? = nil, _ variables: [(String, String)] = []) -> String {
    let env = variables.map { "{name: \($0.0), value: \"\($0.1)\"}" }.joined(separator: ", ")
    let ports = port.map { ", ports: [{containerPort: \($0)}]" } ?? ""
    return """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(name)}
      spec:
        selector: {matchLabels: {app: \(name)}}
        template:
          metadata: {labels: {app: \(name)}}
          spec: {containers: [{name: main, image: "x:1"\(ports), env: [\(env)]}]}

      """
  }

  static func service(_ name: String, port: Int, target: Int? = nil, type: String = "ClusterIP", app: String? = nil)
    -> String
  {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(name)}
    spec: {type: \(type), selector: {app: \(app ?? name)}, ports: [{port: \(port), targetPort: \(target ?? port)}]}

    """
  }

  static let ingress =
    """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: shop}
    spec:
      tls: [{hosts: [shop.example], secretName: shop-tls}]
      rules:
      - host: shop.example
        http:
          paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}

    """ + deployment("web", port: 8080) + service("web", port: 80, target: 8080) + deployment("api", port: 3000)
    + service("api", port: 80, target: 3000)

  static let tiers =
    deployment("web", port: 8080, [("DATABASE_URL", "postgres://db:5432/shop")])
    + service("web", port: 80, target: 8080, type: "NodePort") + deployment("db", port: 5432)
    + service("db", port: 5432)

  static let fanOut =
    deployment("load", [("TARGET_URL", "http://front")])
    + deployment(
      "front", port: 8080, [("A_ADDR", "a:7000"), ("B_ADDR", "b:7000"), ("C_ADDR", "c:7000"), ("D_ADDR", "d:7000")])
    + service("front", port: 80, target: 8080)
    + deployment("a", port: 7000, [("B_ADDR", "b:7000")]) + deployment("b", port: 7000, [("D_ADDR", "d:7000")])
    + ["c", "d"].map { deployment($0, port: 7000) }.joined()
    + ["a", "b", "c", "d"].map { service($0, port: 7000) }.joined()

  static let ambassador =
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          initContainers: [{name: wait, image: "w:1", command: [sh, -c, "nc -z db 5432"]}]
          containers:
          - name: app
            image: "x:1"
            ports: [{containerPort: 8080}]
            env: [{name: PROXY_URL, value: "http://localhost:9000"}]
          - name: proxy
            image: "x:2"
            ports: [{containerPort: 9000}]
            env: [{name: UPSTREAM_URL, value: "http://db:5432"}]

    """ + service("web", port: 80, target: 8080, type: "LoadBalancer") + deployment("db", port: 5432)
    + service("db", port: 5432)

  static let cycle =
    deployment("a", port: 80, [("B_URL", "http://b")]) + service("a", port: 80)
    + deployment("b", port: 80, [("A_URL", "http://a")]) + service("b", port: 80)

  static let denied =
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: nobody}
    spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}

    """ + deployment("web", port: 8080, [("DB_ADDR", "db:5432")])
    + service("web", port: 80, target: 8080, type: "NodePort") + deployment("db", port: 5432, [("LOG_ADDR", "log:514")])
    + service("db", port: 5432) + deployment("log", port: 514) + service("log", port: 514)

  static let external = deployment("job", [("MAIL_URL", "https://mail.example.com/send")])

  static let missing = deployment("web", [("CART_URL", "http://cart:7070")])

  static let headless = """
    apiVersion: v1
    kind: Service
    metadata: {name: nodes}
    spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      serviceName: nodes
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec: {containers: [{name: postgres, image: "x:1", ports: [{containerPort: 5432}]}]}

    """ + deployment("web", [("DB_ADDR", "db-0.nodes:5432")])

  static let entries =
    deployment("front", port: 8080, [("CART_ADDR", "cart:7000")])
    + service("front", port: 80, target: 8080, type: "LoadBalancer") + deployment("admin", port: 9000)
    + service("admin", port: 90, target: 9000, type: "NodePort") + deployment("cart", port: 7000)
    + service("cart", port: 7000) + deployment("robot", [("FRONT_URL", "http://front")])

  static let gateway =
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: edge}
    spec:
      gatewayClassName: any
      listeners:
      - {name: web, protocol: HTTPS, port: 443, tls: {certificateRefs: [{name: edge-tls}]}}
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: shop}
    spec:
      parentRefs: [{name: edge}]
      hostnames: [shop.example]
      rules:
      - matches: [{path: {value: /cart}}]
        backendRefs: [{name: web, port: 80, weight: 90}, {name: next, port: 80, weight: 10}]
        filters: [{type: RequestMirror, requestMirror: {backendRef: {name: test, port: 80}}}]

    """
    + ["web", "next", "test"].map { deployment($0, port: 8080) + service($0, port: 80, target: 8080) }.joined()

  static let versions =
    deployment("caller", [("REVIEWS_ADDR", "reviews:9080")]) + service("reviews", port: 9080)
    + ["v1", "v2"].map { version in
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: reviews-\(version)}
      spec:
        selector: {matchLabels: {app: reviews, version: \(version)}}
        template:
          metadata: {labels: {app: reviews, version: \(version)}}
          spec: {containers: [{name: main, image: "x:1", ports: [{containerPort: 9080}]}]}

      """
    }.joined()

  static let hostile = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: "end; participant x as y"}
    spec:
      tls: [{hosts: ["a#b;c"], secretName: "s%%{init}%%"}]
      rules:
      - host: "a#b;c"
        http:
          paths:
          - {path: "/x\\nend", backend: {service: {name: "loop", port: {number: 80}}}}
          - {path: "/<script>alert(1)</script>;#", backend: {service: {name: "Note over x: y", port: {number: 80}}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: "loop"}
    spec: {selector: {app: a}, ports: [{name: "http;end", port: 80, targetPort: "we\\"b;#"}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: "alt->>b: c"}
    spec:
      selector: {matchLabels: {app: a}}
      template:
        metadata: {labels: {app: a}}
        spec:
          containers:
          - {name: "end", image: "x:1", ports: [{name: "we\\"b;#", containerPort: 8080}], env: [{name: P_URL, value: "http://localhost:9000"}]}
          - {name: "a -->> b", image: "x:1", ports: [{containerPort: 9000}], env: [{name: Q_URL, value: "http://q"}]}

    """
}
