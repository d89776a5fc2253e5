import Testing

@Suite("Routes of custom kinds")
struct RouteTableTests {
  @Test("Each backend is an edge with the hosts, paths, weights and copies of its route", arguments: rows)
  func edges(_ row: TableRow) {
    #expect(row.found == row.edges.sorted())
  }

  static let rows = traefik + controllers + nginx + gloo + cloud + istio + mesh

  static let mesh = [
    TableRow(
      "split.smi-spec.io/v1alpha4 TrafficSplit",
      "spec: {service: web, backends: [{service: web-v1, weight: 90}, {service: web-v2, weight: 10}]}",
      "-routes weight 10-> Service/web-v2", "-routes weight 90-> Service/web-v1", "Service/web -routes-> x")
  ]

  static let traefik = [
    TableRow(
      "traefik.io/v1alpha1 IngressRoute",
      """
      spec:
        routes:
        - match: Host(`shop.example`) && PathPrefix(`/api`)
          middlewares: [{name: auth}, {name: other@file}]
          services: [{name: api, port: 80, weight: 3}, {name: split, kind: TraefikService, weight: 1}]
        - match: Host(`admin.example`)
          services: [{name: api@internal, kind: TraefikService}]
        tls: {secretName: cert}
      """,
      "-routes shop.example/api (weight 1)-> TraefikService.traefik.io/split",
      "-routes shop.example/api (weight 3)-> Service/api",
      "-uses-> Middleware.traefik.io/auth", "-uses-> Secret/cert"),
    TableRow(
      "traefik.containo.us/v1alpha1 TraefikService",
      """
      spec:
        mirroring:
          name: web
          port: 80
          mirrors: [{name: shadow, port: 80, percent: 10}]
      """,
      "-routes 10 % copy-> Service/shadow", "-routes-> Service/web"),
    TableRow(
      "traefik.io/v1alpha1 IngressRouteTCP",
      """
      spec:
        routes: [{match: HostSNI(`db.example`), services: [{name: db, port: 5432}]}]
        tls: {passthrough: true}
      """,
      "-routes db.example-> Service/db"),
    TableRow(
      "traefik.io/v1alpha1 IngressRouteUDP", "spec: {routes: [{services: [{name: dns, namespace: infra, port: 53}]}]}",
      "-routes-> infra/Service/dns"),
    TableRow(
      "traefik.io/v1alpha1 Middleware", "spec: {forwardAuth: {address: \"http://auth.infra.svc:9000/verify\"}}",
      "-uses-> infra/Service/auth"),
  ]

  static let controllers = [
    TableRow(
      "projectcontour.io/v1 HTTPProxy",
      """
      spec:
        virtualhost: {fqdn: shop.example, tls: {secretName: certs/shop}}
        includes: [{name: blog, namespace: press, conditions: [{prefix: /blog}]}]
        routes:
        - conditions: [{prefix: /cart}]
          services: [{name: cart, port: 80, weight: 90}, {name: next, port: 80, weight: 10}]
        - services: [{name: web, port: 80}, {name: test, port: 80, mirror: true}]
      """,
      "-routes shop.example-> Service/web", "-routes shop.example (shop.example copy)-> Service/test",
      "-routes shop.example/blog-> press/HTTPProxy.projectcontour.io/blog",
      "-routes shop.example/cart (/cart weight 10)-> Service/next",
      "-routes shop.example/cart (/cart weight 90)-> Service/cart", "-uses-> certs/Secret/shop"),
    TableRow(
      "getambassador.io/v3alpha1 Mapping",
      "spec: {hostname: shop.example, prefix: /cart/, service: \"https://cart.back.svc:8443\", weight: 10}",
      "-routes shop.example/cart/ (10 %)-> back/Service/cart"),
    TableRow(
      "getambassador.io/v2 Mapping", "spec: {host: shop.example, prefix: /, service: \"web:80\", shadow: true}",
      "-routes shop.example/ (copy)-> Service/web"),
    TableRow(
      "getambassador.io/v3alpha1 TCPMapping", "spec: {port: 6379, service: redis}", "-routes-> Service/redis"),
    TableRow(
      "configuration.konghq.com/v1beta1 TCPIngress",
      "spec: {rules: [{host: db.example, port: 9000, backend: {serviceName: db, servicePort: 5432}}]}",
      "-routes db.example-> Service/db"),
    TableRow(
      "ingress.v1.haproxy.org/v1 TCP",
      "spec: [{name: a, frontend: {name: f, binds: [{name: v4, port: 32766}]}, service: {name: db, port: 5432}}]",
      "-routes-> Service/db"),
    TableRow(
      "zalando.org/v1 RouteGroup",
      """
      spec:
        hosts: [shop.example]
        backends:
        - {name: one, type: service, serviceName: web, servicePort: 80}
        - {name: two, type: service, serviceName: next, servicePort: 80}
        - {name: none, type: shunt}
        defaultBackends: [{backendName: one, weight: 80}, {backendName: two, weight: 20}]
        routes: [{pathSubtree: /api, backends: [{backendName: two}]}, {path: /gone, backends: [{backendName: none}]}]
      """,
      "-routes shop.example/api, shop.example (shop.example weight 20)-> Service/next",
      "-routes shop.example (shop.example weight 80)-> Service/web"),
    TableRow(
      "apisix.apache.org/v2 ApisixRoute",
      """
      spec:
        http:
        - match: {hosts: [shop.example], paths: [/a, /b]}
          backends: [{serviceName: web, servicePort: 80, weight: 9}, {serviceName: next, servicePort: 80, weight: 1}]
      """,
      "-routes shop.example/a, shop.example/b (weight 1)-> Service/next",
      "-routes shop.example/a, shop.example/b (weight 9)-> Service/web"),
    TableRow(
      "v1 Service", "metadata: {name: x, namespace: shop, annotations: {konghq.com/plugins: \"limit, log\"}}",
      with: [
        TableRow.object("configuration.konghq.com/v1 KongPlugin", "limit"),
        TableRow.object("configuration.konghq.com/v1 KongPlugin", "log"),
      ],
      "-uses-> KongPlugin.configuration.konghq.com/limit", "-uses-> KongPlugin.configuration.konghq.com/log"),
  ]

  static let nginx = [
    TableRow(
      "k8s.nginx.org/v1 VirtualServer",
      """
      spec:
        host: shop.example
        tls: {secret: cert}
        upstreams: [{name: a, service: web, port: 80}, {name: b, service: next, port: 80}, {name: c, service: idle, port: 80}]
        routes:
        - {path: /, splits: [{weight: 90, action: {pass: a}}, {weight: 10, action: {pass: b}}]}
        - {path: /old, action: {redirect: {url: "https://shop.example", code: 301}}}
        - {path: /team, route: teams/routes}
      """,
      "-routes shop.example/ (/ weight 10)-> Service/next", "-routes shop.example/ (/ weight 90)-> Service/web",
      "-routes shop.example/team-> teams/VirtualServerRoute.k8s.nginx.org/routes", "-uses-> Secret/cert"),
    TableRow(
      "k8s.nginx.org/v1 TransportServer",
      "spec: {listener: {name: dns, protocol: UDP}, upstreams: [{name: d, service: dns, port: 53}], action: {pass: d}}",
      "-routes-> Service/dns"),
  ]

  static let gloo = [
    TableRow(
      "gateway.solo.io/v1 VirtualService",
      """
      spec:
        virtualHost:
          domains: [shop.example]
          routes:
          - matchers: [{prefix: /a}]
            routeAction: {single: {upstream: {name: shop-web-80, namespace: gloo-system}}}
          - matchers: [{prefix: /b}]
            routeAction:
              multi:
                destinations:
                - {weight: 9, destination: {kube: {ref: {name: web, namespace: shop}, port: 80}}}
                - {weight: 1, destination: {upstream: {name: next}}}
          - matchers: [{prefix: /c}]
            delegateAction: {ref: {name: table, namespace: teams}}
      """, with: [service("web", namespace: "shop", spec: "ports: [{port: 80}]")],
      "-routes shop.example/a, shop.example/b (/b weight 9)-> Service/web",
      "-routes shop.example/b (/b weight 1)-> Upstream.gloo.solo.io/next",
      "-routes shop.example/c-> teams/RouteTable.gateway.solo.io/table")
  ]

  static let cloud = [
    TableRow(
      "networking.gke.io/v1 MultiClusterIngress",
      """
      spec:
        template:
          spec:
            backend: {serviceName: web, servicePort: 80}
            rules: [{host: shop.example, http: {paths: [{path: /a, backend: {serviceName: api, servicePort: 80}}]}}]
      """,
      "-routes shop.example/a-> MultiClusterService.networking.gke.io/api",
      "-routes-> MultiClusterService.networking.gke.io/web"),
    TableRow(
      "networking.gke.io/v1 MultiClusterService",
      "spec: {template: {spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}}",
      with: [deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: a}]")],
      "-routes 80 → 8080-> Deployment/web/a", "-selects-> Deployment/web"),
    TableRow(
      "elbv2.k8s.aws/v1beta1 TargetGroupBinding", "spec: {serviceRef: {name: web, port: 80}}", "-routes-> Service/web"),
    TableRow(
      "networking.k8s.io/v1 Ingress",
      """
      metadata:
        name: x
        namespace: shop
        annotations:
          networking.gke.io/v1beta1.FrontendConfig: front
          networking.gke.io/managed-certificates: one,two
      """,
      "-uses-> FrontendConfig.networking.gke.io/front", "-uses-> ManagedCertificate.networking.gke.io/one",
      "-uses-> ManagedCertificate.networking.gke.io/two"),
    TableRow(
      "v1 Service",
      """
      metadata: {name: x, namespace: shop, annotations: {cloud.google.com/backend-config: '{"default": "a", "ports": {"80": "b"}}'}}
      """,
      "-uses-> BackendConfig.cloud.google.com/a", "-uses-> BackendConfig.cloud.google.com/b"),
    TableRow(
      "inference.networking.k8s.io/v1 InferencePool",
      "spec: {selector: {matchLabels: {app: llm}}, targetPorts: [{number: 8000}], endpointPickerRef: {name: picker}}",
      with: [deployment("llm", labels: "app: llm", namespace: "shop", spec: "containers: [{name: a}]")],
      "-routes 8000-> Deployment/llm/a", "-selects-> Deployment/llm", "-uses-> Service/picker"),
  ]

  static let istio = [
    TableRow(
      "route.openshift.io/v1 Route",
      """
      spec:
        host: shop.example
        to: {kind: Service, name: web, weight: 90}
        alternateBackends: [{kind: Service, name: next, weight: 10}, {kind: Service, name: off, weight: 0}]
      """,
      "-routes shop.example (weight 0)-> Service/off", "-routes shop.example (weight 10)-> Service/next",
      "-routes shop.example (weight 90)-> Service/web"),
    TableRow(
      "networking.istio.io/v1 VirtualService",
      """
      spec:
        hosts: [shop.example]
        gateways: [public]
        http:
        - match: [{uri: {prefix: /api}}]
          mirror: {host: shadow}
          mirrorPercentage: {value: 5}
          route: [{destination: {host: web, subset: v2}, weight: 90}, {destination: {host: old}, weight: 10}]
      """,
      "-routes shop.example/api (5 % copy)-> Service/shadow", "-routes shop.example/api (v2 weight 90)-> Service/web",
      "-routes shop.example/api (weight 10)-> Service/old", "Gateway.networking.istio.io/public -routes-> x"),
  ]
}
