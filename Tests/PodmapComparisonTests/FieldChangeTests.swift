import PodmapComparison
import Testing
import PodmapComparisonTestSupport

@Suite("Changes of individual fields")
struct FieldChangeTests {
  /// The changes between two Deployments `web` with one container `app`, without the ID that all of them have.
  private func rows(_ old: String, _ new: String) -> [String] {
    Comparison(layout(deployment("web", image: "x", more: old)), layout(deployment("web", image: "x", more: new)))
      .rows.map { $0.replacing("default/Deployment/web/app: ", with: "") }
  }

  @Test("A variable that is new, gone or changed is reported by name, with the source of its value")
  func environment() {
    #expect(
      rows(
        "env: [{name: LEVEL, value: debug}, {name: OLD, value: x}, {name: SAME, value: y}]",
        """
        env: [{name: SAME, value: y}, {name: LEVEL, value: info}, \
        {name: USER, valueFrom: {secretKeyRef: {name: db, key: user, optional: true}}}, \
        {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}], \
        envFrom: [{prefix: APP_, configMapRef: {name: app}}]
        """) == [
          """
          environmentChanged LEVEL=debug & OLD=x → LEVEL=info & NODE from field spec.nodeName \
          & USER from Secret db, key user, optional & all of ConfigMap app, with the prefix APP_
          """
        ])
    // Whatever the short text leaves out is shown as it is written.
    #expect(
      rows(
        "env: [{name: N, valueFrom: {fieldRef: {fieldPath: a}}}]",
        "env: [{name: N, valueFrom: {fieldRef: {fieldPath: a, apiVersion: v1}}}]") == [
          """
          environmentChanged {name: N, valueFrom: {fieldRef: {fieldPath: a}}} \
          → {name: N, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: a}}}
          """
        ])
  }

  @Test("The order of variables is reported only if one refers to another that precedes it on one side only")
  func orderOfVariables() {
    #expect(
      rows("env: [{name: A, value: x}, {name: B, value: y}]", "env: [{name: B, value: y}, {name: A, value: x}]").isEmpty
    )
    #expect(
      rows(
        "env: [{name: HOST, value: db}, {name: URL, value: 'tcp://$(HOST)'}]",
        "env: [{name: URL, value: 'tcp://$(HOST)'}, {name: HOST, value: db}]"
      ).first == "environmentChanged URL: after HOST, which it refers to → ")
  }

  @Test("Commands and arguments are reported by position, and their order matters")
  func command() {
    #expect(
      rows("args: [serve, --level=debug]", "command: [/bin/app], args: [serve, --level=info, --json]") == [
        "commandChanged args[1]: --level=debug → args[1]: --level=info & args[2]: --json & command: [/bin/app]"
      ])
    #expect(!rows("args: [a, b]", "args: [b, a]").isEmpty)
  }

  @Test("Mounts are identified by their paths, whatever their order")
  func mounts() {
    #expect(
      rows(
        "volumeMounts: [{name: data, mountPath: /data}, {name: tmp, mountPath: /tmp}]",
        "volumeMounts: [{name: tmp, mountPath: /tmp, readOnly: true}, {name: data, mountPath: /srv}]"
      ).last == """
        mountsChanged volumeMounts[/data]: {mountPath: /data, name: data} \
        → volumeMounts[/srv]: {mountPath: /srv, name: data} & volumeMounts[/tmp].readOnly: true
        """)
  }

  @Test("Security settings, and every field without a change of its own, are reported")
  func others() {
    #expect(
      rows(
        "securityContext: {runAsUser: 1000}, imagePullPolicy: Always, ports: [{containerPort: 80}]",
        """
        securityContext: {runAsUser: 0, capabilities: {add: [NET_ADMIN]}}, ports: [{containerPort: 80, hostIP: 10.0.0.1}], \
        lifecycle: {preStop: {sleep: {seconds: 5}}}
        """) == [
          """
          securityChanged securityContext.runAsUser: 1000 \
          → securityContext.capabilities: {add: [NET_ADMIN]} & securityContext.runAsUser: 0
          """,
          """
          fieldsChanged imagePullPolicy: Always \
          → lifecycle: {preStop: {sleep: {seconds: 5}}} & ports[80].hostIP: 10.0.0.1
          """,
        ])
  }

  @Test("What one change reports is not reported again, and what it leaves out is")
  func once() {
    #expect(
      rows(
        "ports: [{containerPort: 80, name: http}], readinessProbe: {httpGet: {path: /, port: 80}}",
        """
        ports: [{containerPort: 81, name: http}], \
        readinessProbe: {httpGet: {path: /ready, port: 80, scheme: HTTPS}, periodSeconds: 5}
        """) == [
          "portsChanged 80 (http) → 81 (http)",
          """
          probesChanged readiness GET / port 80, every 10 s, timeout 1 s, 3 failures \
          → readiness GET /ready port 80, every 5 s, timeout 1 s, 3 failures
          """,
          "fieldsChanged  → readinessProbe.httpGet.scheme: HTTPS",
        ])
    #expect(
      rows("", "resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}, livenessProbe: {tcpSocket: {port: 80}}") == [
        "requestsChanged  → cpu 1", "limitsChanged  → memory 1Gi",
        "probesChanged  → liveness TCP port 80, every 10 s, timeout 1 s, 3 failures",
      ])
  }

  private func pod(_ spec: String) -> String {
    """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      template:
        metadata: {labels: {app: db}}
        spec:
          containers: [{name: db, image: x}]
          \(spec)
    ---

    """
  }

  @Test("Volumes, security, placement and other fields of a pod are reported for its workload")
  func pods() {
    let comparison = Comparison(
      layout(pod("volumes: [{name: a, emptyDir: {}}, {name: b, configMap: {name: old}}]")),
      layout(
        pod(
          """
          volumes: [{name: b, configMap: {name: new}}, {name: c, secret: {secretName: tls}}]
                hostNetwork: true
                nodeSelector: {disk: ssd}
                tolerations: [{key: gpu, operator: Exists}]
                terminationGracePeriodSeconds: 60
          """)))
    #expect(
      comparison.rows.map { $0.replacing("default/StatefulSet/db: ", with: "") } == [
        "volumesChanged a: {emptyDir: {}} & b.configMap.name: old → b.configMap.name: new & c: {secret: {secretName: tls}}",
        "securityChanged  → hostNetwork: true",
        "placementChanged  → nodeSelector: {disk: ssd} & tolerations[gpu/Exists]: {key: gpu, operator: Exists}",
        "fieldsChanged  → spec.template.spec.terminationGracePeriodSeconds: 60",
      ])
  }

  @Test("A different order of init containers is reported, that of app containers is not")
  func initOrder() {
    func pod(_ initial: String, _ apps: String) -> Layout {
      func list(_ names: String) -> String { names.map { "{name: \($0), image: x:\($0)}" }.joined(separator: ", ") }
      return layout(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: {initContainers: [\(list(initial))], containers: [\(list(apps))]}
        """)
    }
    #expect(Comparison(pod("ab", "cd"), pod("ab", "dc")).rows.isEmpty)
    #expect(
      Comparison(pod("abe", "cd"), pod("bae", "cd")).rows == [
        "fieldsChanged default/Pod/p: spec.initContainers: a, b, e → spec.initContainers: b, a, e"
      ])
  }

  @Test("Keys of a ConfigMap are reported with short values, long ones by their number of lines")
  func configuration() {
    func map(_ data: String) -> Layout {
      layout("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app, labels: {a: b}}\ndata:\n\(data)")
    }
    let old = "  level: debug\n  gone: x\n  app.conf: |\n    one\n    two\n    three\n"
    let new = "  app.conf: |\n    one\n    zwei\n    three\n    four\n  level: info\n  new: y\n"
    #expect(
      Comparison(map(old), map(new)).rows == [
        """
        configurationChanged default/ConfigMap/app: data["app.conf"]: 3 lines & data.gone: x & data.level: debug \
        → data["app.conf"]: 4 lines, 2 changed & data.level: info & data.new: y
        """
      ])
  }

  @Test("Policies and all other objects are reported if they are new, gone or changed")
  func objects() {
    func policy(_ name: String, _ port: Int) -> String {
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: \(name)}
      spec: {podSelector: {}, ingress: [{ports: [{port: \(port)}], from: [{podSelector: {}}]}]}
      ---

      """
    }
    func role(_ name: String, _ verbs: String) -> String {
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: \(name)}
      rules: [{apiGroups: [""], resources: [pods], verbs: [\(verbs)]}]
      ---

      """
    }
    let comparison = Comparison(
      layout(policy("a", 80), policy("b", 80), role("c", "get, list"), role("d", "get")),
      layout(policy("b", 81), policy("new", 80), role("c", "watch, get"), role("e", "get")))
    #expect(
      comparison.rows == [
        "policyRemoved default/NetworkPolicy/a:  → ",
        "policyChanged default/NetworkPolicy/b: spec.ingress[].ports[80]: {port: 80} → spec.ingress[].ports[81]: {port: 81}",
        "policyAdded default/NetworkPolicy/new:  → ",
        "fieldsChanged default/Role/c: rules[].verbs[]: list → rules[].verbs[]: watch",
        "objectRemoved default/Role/d:  → ",
        "objectAdded default/Role/e:  → ",
      ])
  }

  @Test("Labels, annotations, a strategy and a selector are reported as fields of their object")
  func metadata() {
    let old = deployment("web", image: "x")
    let new = old.replacing(
      "metadata: {name: web}",
      with: "metadata: {name: web, labels: {tier: front}, annotations: {app.example.com/owner: shop}}"
    ).replacing("replicas: 1", with: "replicas: 1\n  strategy: {type: Recreate}")
    #expect(
      Comparison(layout(old), layout(new)).rows == [
        """
        fieldsChanged default/Deployment/web:  → metadata.annotations: {app.example.com/owner: shop} \
        & metadata.labels: {tier: front} & spec.strategy: {type: Recreate}
        """
      ])
  }

  @Test("In lists of custom resources the order matters, and an inserted item moves no other")
  func ownKinds() {
    func route(_ names: String...) -> Layout {
      layout(
        """
        apiVersion: example.com/v1
        kind: Route
        metadata: {name: r}
        spec: {steps: [\(names.joined(separator: ", "))]}
        """)
    }
    #expect(
      Comparison(route("{to: a}", "{to: b}", "{to: c}"), route("{to: a}", "{to: x}", "{to: b}", "{to: c}")).rows == [
        "fieldsChanged Route.example.com/r:  → spec.steps[1]: {to: x}"
      ])
    #expect(!Comparison(route("{to: a}", "{to: b}"), route("{to: b}", "{to: a}")).rows.isEmpty)
  }
}

@Suite("Volumes of containers that have moved")
struct MountedVolumeTests {
  @Test("A volume that keeps its data elsewhere in the new pod is reported by its mount path")
  func moved() {
    func pod(_ name: String, _ others: String, volume: String) -> String {
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: \(name)}
      spec:
        volumes: [{name: \(name)-data, \(volume)}, {name: same, configMap: {name: c}}]
        containers:
        - {name: db, image: db, volumeMounts: [{name: \(name)-data, mountPath: /data}, {name: same, mountPath: /etc/c}]}
        \(others)
      """
    }
    let both = pod("all", "- {name: web, image: web}", volume: "emptyDir: {}")
    let alone =
      pod("db", "", volume: "persistentVolumeClaim: {claimName: d}")
      + "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: web}]}\n"
    let rows = Comparison(layout(both), layout(alone)).rows.filter { $0.hasPrefix("volumesChanged") }
    #expect(
      rows == [
        """
        volumesChanged default/Pod/db/db: the volume at /data.emptyDir: {} \
        → the volume at /data.persistentVolumeClaim: {claimName: d}
        """
      ])
  }
}
