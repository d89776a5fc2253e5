import Testing

@Suite("References of custom kinds")
struct CustomTableTests {
  @Test("Each field of a custom resource that names another object gives its edge", arguments: rows)
  func edges(_ row: TableRow) {
    #expect(row.found == row.edges.sorted())
  }

  static let rows = gateway + istio + certificates + monitoring + argo + knative + keda + secrets + strimzi + others

  static let gateway = [
    TableRow(
      "gateway.networking.k8s.io/v1 Gateway",
      """
      spec:
        gatewayClassName: public
        infrastructure: {parametersRef: {group: "", kind: ConfigMap, name: settings}}
        listeners: [{name: a, tls: {certificateRefs: [{name: own}, {name: shared, namespace: certs}]}}]
        tls: {frontend: {default: {validation: {caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}}}}
      """,
      "-uses-> ConfigMap/ca", "-uses-> ConfigMap/settings", "-uses-> GatewayClass.gateway.networking.k8s.io/public",
      "-uses-> Secret/own", "-uses-> certs/Secret/shared"),
    TableRow(
      "gateway.networking.k8s.io/v1 HTTPRoute",
      """
      spec:
        parentRefs: [{name: public, sectionName: https}]
        hostnames: [shop.example, www.example]
        rules:
        - matches: [{path: {value: /cart}}, {path: {value: /basket}}]
          filters:
          - {type: RequestMirror, requestMirror: {backendRef: {name: shadow, port: 80}}}
          - {type: ExtensionRef, extensionRef: {group: example.com, kind: Limit, name: slow}}
          backendRefs: [{name: cart, port: 80}]
        - backendRefs: [{name: web, port: 80}]
      """,
      "-routes shop.example, www.example-> Service/web",
      "-routes shop.example/cart, shop.example/basket, www.example/cart, www.example/basket-> Service/cart",
      "-routes shop.example/cart, shop.example/basket, www.example/cart, www.example/basket (/cart copy)-> "
        + "Service/shadow", "-uses-> Limit.example.com/slow",
      "Gateway.gateway.networking.k8s.io/public -routes https-> x"),
    TableRow(
      "gateway.networking.k8s.io/v1 GRPCRoute",
      """
      spec:
        hostnames: [a.example, b.example, c.example, d.example, e.example]
        rules: [{matches: [{method: {service: shop.Cart}}], backendRefs: [{name: cart, port: 80}]}]
      """,
      "-routes a.example/shop.Cart, b.example/shop.Cart, c.example/shop.Cart, d.example/shop.Cart, …-> Service/cart"),
    TableRow(
      "gateway.networking.k8s.io/v1alpha2 TLSRoute",
      "spec: {hostnames: [db.example], rules: [{backendRefs: [{name: db, port: 5432}]}]}",
      "-routes db.example-> Service/db"),
    TableRow(
      "gateway.networking.k8s.io/v1alpha2 TCPRoute", "spec: {rules: [{backendRefs: [{name: db, port: 5432}]}]}",
      "-routes-> Service/db"),
    TableRow(
      "gateway.networking.k8s.io/v1alpha2 UDPRoute", "spec: {rules: [{backendRefs: [{name: dns, port: 53}]}]}",
      "-routes-> Service/dns"),
    TableRow(
      "gateway.networking.k8s.io/v1 ListenerSet",
      "spec: {parentRef: {name: public, namespace: infra}, listeners: [{tls: {certificateRefs: [{name: own}]}}]}",
      "-uses-> Secret/own", "infra/Gateway.gateway.networking.k8s.io/public -routes-> x"),
    TableRow(
      "gateway.networking.k8s.io/v1 BackendTLSPolicy",
      """
      spec:
        targetRefs: [{group: "", kind: Service, name: api, sectionName: https}]
        validation: {caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}
      """,
      "-uses https-> Service/api", "-uses-> ConfigMap/ca"),
    TableRow(
      "gateway.networking.k8s.io/v1beta1 ReferenceGrant",
      """
      spec:
        from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: front}]
        to: [{group: "", kind: Service, name: api}, {group: "", kind: Secret}]
      """, with: [TableRow.object("v1 Namespace", "front")], "-uses-> Namespace/front", "-uses-> Service/api"),
  ]

  static let istio = [
    TableRow(
      "networking.istio.io/v1 VirtualService",
      """
      spec:
        hosts: [web]
        gateways: [mesh, infra/public]
        http: [{mirror: {host: shadow}, route: [{destination: {host: web, subset: v1}}]}]
        tcp: [{route: [{destination: {host: db.data.svc.cluster.local}}]}]
        tls: [{route: [{destination: {host: api.example.com}}]}]
      """,
      "-routes web (v1)-> Service/web", "-routes web (copy)-> Service/shadow",
      "-routes web-> Host/api.example.com", "-routes web-> data/Service/db",
      "infra/Gateway.networking.istio.io/public -routes-> x"),
    TableRow(
      "networking.istio.io/v1 DestinationRule", "spec: {host: web, trafficPolicy: {tls: {credentialName: client}}}",
      "-uses-> Secret/client", "-uses-> Service/web"),
    TableRow(
      "networking.istio.io/v1 Gateway", "spec: {selector: {istio: ingress}, servers: [{tls: {credentialName: cert}}]}",
      with: [
        deployment("in", labels: "istio: ingress", namespace: "mesh", spec: "containers: [{name: a}]"),
        deployment("out", labels: "istio: egress", namespace: "mesh", spec: "containers: [{name: a}]"),
      ], "-selects-> mesh/Deployment/in", "-uses-> Secret/cert"),
    TableRow(
      "networking.istio.io/v1 ServiceEntry", "spec: {hosts: [api.example.com]}", "-uses-> Host/api.example.com"),
    TableRow(
      "networking.istio.io/v1 Sidecar", "spec: {workloadSelector: {labels: {app: web}}, egress: [{hosts: [./*]}]}",
      with: [deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: a}]")],
      "-selects-> Deployment/web"),
    TableRow(
      "security.istio.io/v1 AuthorizationPolicy",
      """
      spec:
        selector: {matchLabels: {app: web}}
        rules: [{from: [{source: {principals: [cluster.local/ns/front/sa/ui, "*/sa/any"], namespaces: [ops]}}]}]
      """, with: [deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: a}]")],
      "-selects-> Deployment/web", "-uses-> front/ServiceAccount/ui"),
    TableRow(
      "security.istio.io/v1 AuthorizationPolicy",
      "spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: public}]}",
      "-uses-> Gateway.gateway.networking.k8s.io/public"),
  ]

  static let certificates = [
    TableRow(
      "cert-manager.io/v1 Certificate",
      """
      spec:
        secretName: tls
        issuerRef: {name: ca, kind: ClusterIssuer}
        keystores: {jks: {passwordSecretRef: {name: pass, key: p}}}
      """,
      "-uses-> ClusterIssuer.cert-manager.io/ca", "-uses-> Secret/pass", "-uses-> Secret/tls"),
    TableRow(
      "cert-manager.io/v1 Issuer",
      """
      spec:
        acme:
          privateKeySecretRef: {name: account}
          solvers:
          - {http01: {ingress: {ingressClassName: nginx}}}
          - {dns01: {cloudflare: {apiTokenSecretRef: {name: token, key: t}}}}
      """,
      "-uses-> IngressClass/nginx", "-uses-> Secret/account", "-uses-> Secret/token"),
    // The controller looks for the Secrets of an object without a namespace in its own.
    TableRow(
      "cert-manager.io/v1 ClusterIssuer", "metadata: {name: x}\nspec: {ca: {secretName: root}}",
      "-uses-> cert-manager/Secret/root"),
    TableRow(
      "networking.k8s.io/v1 Ingress",
      "metadata: {name: x, namespace: shop, annotations: {cert-manager.io/cluster-issuer: ca}}",
      "-uses-> ClusterIssuer.cert-manager.io/ca"),
  ]

  static let monitoring = [
    TableRow(
      "monitoring.coreos.com/v1 ServiceMonitor",
      """
      spec:
        selector: {matchLabels: {app: web}}
        endpoints: [{basicAuth: {username: {name: login, key: u}, password: {name: login, key: p}}}]
      """, with: [TableRow.object("v1 Service", "web", labels: "app: web")],
      "-selects-> Service/web", "-uses-> Secret/login"),
    TableRow(
      "monitoring.coreos.com/v1 PodMonitor", "spec: {selector: {matchLabels: {app: web}}}",
      with: [deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: a}]")],
      "-selects-> Deployment/web"),
    TableRow(
      "monitoring.coreos.com/v1 Probe", "spec: {targets: {ingress: {selector: {matchLabels: {app: web}}}}}",
      with: [TableRow.object("networking.k8s.io/v1 Ingress", "web", labels: "app: web")], "-selects-> Ingress/web"),
    TableRow(
      "monitoring.coreos.com/v1 Prometheus",
      """
      spec:
        serviceAccountName: prometheus
        ruleSelector: {matchLabels: {for: x}}
        remoteWrite: [{basicAuth: {password: {name: remote, key: p}}}]
        thanos: {objectStorageConfig: {name: bucket, key: c}}
      """, with: [TableRow.object("monitoring.coreos.com/v1 PrometheusRule", "alerts", labels: "for: x")],
      "-runsAs-> ServiceAccount/prometheus", "-selects-> PrometheusRule.monitoring.coreos.com/alerts",
      "-uses-> Secret/bucket", "-uses-> Secret/remote"),
    TableRow(
      "monitoring.coreos.com/v1 Alertmanager", "spec: {configSecret: routes, alertmanagerConfigSelector: {}}",
      with: [TableRow.object("monitoring.coreos.com/v1alpha1 AlertmanagerConfig", "team")],
      "-selects-> AlertmanagerConfig.monitoring.coreos.com/team", "-uses-> Secret/routes"),
  ]

  static let argo = [
    TableRow(
      "argoproj.io/v1alpha1 Application", "spec: {project: shop, destination: {namespace: front}}",
      "-uses-> AppProject.argoproj.io/shop", "-uses-> Namespace/front"),
    TableRow(
      "argoproj.io/v1alpha1 Rollout",
      """
      spec:
        workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        strategy:
          canary:
            canaryService: next
            stableService: now
            trafficRouting: {nginx: {stableIngress: front}, istio: {virtualService: {name: routes}}}
            steps: [{analysis: {templates: [{templateName: own}, {templateName: all, clusterScope: true}]}}]
      """,
      "-uses-> AnalysisTemplate.argoproj.io/own", "-uses-> ClusterAnalysisTemplate.argoproj.io/all",
      "-uses-> Deployment/web", "-uses-> Ingress/front", "-uses-> Service/next", "-uses-> Service/now",
      "-uses-> VirtualService.networking.istio.io/routes"),
    TableRow(
      "argoproj.io/v1alpha1 Workflow",
      """
      spec:
        serviceAccountName: robot
        arguments: {parameters: [{name: a, valueFrom: {configMapKeyRef: {name: settings, key: a}}}]}
        volumes: [{name: work, persistentVolumeClaim: {claimName: data}}]
        templates:
        - container: {image: a, env: [{name: K, valueFrom: {secretKeyRef: {name: keys, key: k}}}]}
        - steps: [[{name: s, templateRef: {name: shared, template: t}}]]
        - {serviceAccountName: helper, script: {image: a, envFrom: [{configMapRef: {name: more}}]}}
      """,
      "-mounts-> PersistentVolumeClaim/data", "-reads-> ConfigMap/settings", "-runsAs-> ServiceAccount/helper",
      "-runsAs-> ServiceAccount/robot", "-uses-> WorkflowTemplate.argoproj.io/shared",
      "Workflow.argoproj.io/x/templates1/main -reads-> Secret/keys",
      "Workflow.argoproj.io/x/templates3/main -reads-> ConfigMap/more"),
  ]

  static let knative = [
    TableRow(
      "serving.knative.dev/v1 Service", "spec: {template: {spec: {containers: [{image: a}]}}, traffic: [{percent: 9}]}"
    ),
    TableRow(
      "serving.knative.dev/v1beta1 DomainMapping",
      "spec: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: web}}",
      "-routes x-> Service.serving.knative.dev/web"),
    TableRow(
      "serving.knative.dev/v1 Route",
      "spec: {traffic: [{configurationName: web, percent: 90}, {revisionName: web-00001, percent: 10}]}",
      "-routes 10 %-> Revision.serving.knative.dev/web-00001", "-routes 90 %-> Configuration.serving.knative.dev/web"),
    TableRow(
      "eventing.knative.dev/v1 Trigger",
      "spec: {broker: main, subscriber: {ref: {apiVersion: v1, kind: Service, name: web}}}",
      "-routes-> Service/web", "-uses-> Broker.eventing.knative.dev/main"),
  ]

  static let keda = [
    TableRow(
      "keda.sh/v1alpha1 ScaledObject",
      "spec: {scaleTargetRef: {name: web}, triggers: [{type: kafka, authenticationRef: {name: login}}]}",
      "-scales-> Deployment/web", "-uses kafka-> TriggerAuthentication.keda.sh/login"),
    TableRow(
      "keda.sh/v1alpha1 ScaledObject",
      "spec: {scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web}}",
      "-scales-> Rollout.argoproj.io/web"),
    TableRow(
      "keda.sh/v1alpha1 TriggerAuthentication", "spec: {secretTargetRef: [{parameter: p, name: keys, key: k}]}",
      "-uses-> Secret/keys"),
    TableRow(
      "keda.sh/v1alpha1 ClusterTriggerAuthentication",
      "metadata: {name: x}\nspec: {secretTargetRef: [{parameter: p, name: keys, key: k}]}", "-uses-> keda/Secret/keys"),
  ]

  static let secrets = [
    TableRow(
      "external-secrets.io/v1 ExternalSecret",
      """
      spec:
        secretStoreRef: {name: vault, kind: ClusterSecretStore}
        target: {name: keys, template: {templateFrom: [{configMap: {name: shape}}]}}
      """,
      "-uses-> ClusterSecretStore.external-secrets.io/vault", "-uses-> ConfigMap/shape", "-uses-> Secret/keys"),
    TableRow(
      "external-secrets.io/v1 ExternalSecret", "spec: {secretStoreRef: {name: vault}}", "-uses-> Secret/x",
      "-uses-> SecretStore.external-secrets.io/vault"),
    TableRow(
      "external-secrets.io/v1 SecretStore",
      "spec: {provider: {vault: {auth: {tokenSecretRef: {name: token, key: t}}}}}", "-uses-> Secret/token"),
    TableRow(
      "external-secrets.io/v1 ClusterSecretStore",
      "metadata: {name: x}\nspec: {provider: {vault: {auth: {tokenSecretRef: {name: token, namespace: infra}}}}}",
      "-uses-> infra/Secret/token"),
    TableRow("bitnami.com/v1alpha1 SealedSecret", "spec: {}", "-uses-> Secret/x"),
  ]

  static let strimzi = [
    TableRow(
      "kafka.strimzi.io/v1beta2 KafkaTopic",
      "metadata: {name: x, namespace: shop, labels: {strimzi.io/cluster: events}}",
      "-uses-> Kafka.kafka.strimzi.io/events"),
    TableRow(
      "kafka.strimzi.io/v1beta2 Kafka",
      """
      spec:
        kafka:
          storage: {type: jbod, volumes: [{id: 0, class: fast}]}
          metricsConfig: {valueFrom: {configMapKeyRef: {name: metrics, key: m}}}
      """,
      "-claims-> StorageClass/fast", "-uses-> ConfigMap/metrics"),
    TableRow(
      "kafka.strimzi.io/v1beta2 KafkaConnect",
      """
      spec:
        tls: {trustedCertificates: [{secretName: ca}]}
        externalConfiguration: {env: [{name: K, valueFrom: {secretKeyRef: {name: keys, key: k}}}]}
      """,
      "-uses-> Secret/ca", "-uses-> Secret/keys"),
    TableRow(
      "kafka.strimzi.io/v1beta2 KafkaConnector",
      "metadata: {name: x, namespace: shop, labels: {strimzi.io/cluster: connect}}",
      "-uses-> KafkaConnect.kafka.strimzi.io/connect"),
  ]

  static let others = [
    TableRow(
      "route.openshift.io/v1 Route",
      "spec: {host: shop.example, path: /a, to: {kind: Service, name: web}, alternateBackends: [{name: next}]}",
      "-routes shop.example/a-> Service/next", "-routes shop.example/a-> Service/web"),
    TableRow(
      "apps.openshift.io/v1 DeploymentConfig",
      "spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: robot, containers: [{name: a}]}}}",
      with: [service("web", namespace: "shop", spec: "selector: {app: web}\nports: [{port: 80}]")],
      "-runsAs-> ServiceAccount/robot", "Service/web -routes 80-> DeploymentConfig.apps.openshift.io/x/a",
      "Service/web -selects-> x"),
    TableRow(
      "leaderworkerset.x-k8s.io/v1 LeaderWorkerSet",
      """
      spec:
        leaderWorkerTemplate:
          leaderTemplate: {spec: {priorityClassName: high, containers: [{name: a}]}}
          workerTemplate: {spec: {serviceAccountName: robot, containers: [{name: a}]}}
      """,
      "-runsAs-> ServiceAccount/robot", "-uses-> PriorityClass/high"),
    TableRow(
      "jobset.x-k8s.io/v1alpha2 JobSet",
      """
      spec:
        replicatedJobs:
        - name: a
          template: {spec: {template: {spec: {imagePullSecrets: [{name: pull}], containers: [{name: c}]}}}}
      """,
      "-uses-> Secret/pull"),
  ]
}
