import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: IP addresses")
struct CallIPAddressTests {
  private static let cache = service(
    "cache", namespace: "default",
    spec: """
      clusterIP: 10.96.7.7
      clusterIPs: [10.96.7.7, 'fd00::77']
      externalIPs: [198.51.100.7]
      loadBalancerIP: 203.0.113.7
      selector: {app: cache}
      ports: [{port: 6379}]
      """)

  @Test(
    "An address of a Service is the Service, however it is written",
    arguments: [
      ("CACHE_ADDR", "10.96.7.7:6379", "6379"), ("CACHE_URL", "redis://[fd00::77]:6379", "6379"),
      ("CACHE_URL", "redis://[FD00:0:0::77]/0", ""), ("CACHE_HOST", "fd00::77", ""), ("CACHE_HOST", "[fd00::77]", ""),
      ("CACHE_ADDR", "[fd00::77]:6379", "6379"), ("CACHE_ADDR", "::ffff:10.96.7.7", ""),
      ("CACHE_HOST", "198.51.100.7", ""), ("CACHE_URL", "tcp://203.0.113.7:6379", "6379"),
      ("CACHE_ADDRS", "10.96.7.7:6379,[fd00::77]:6379", "6379"), ("CACHE_URL", "redis://u:p@10.96.7.7:6379", "6379"),
    ])
  func services(_ name: String, _ value: String, _ port: String) {
    let graph = calls("env: [{name: \(name), value: '\(value)'}]", others: Self.cache)
    #expect(graph.edges(.calls) == ["\(app) -calls\(port.isEmpty ? "" : " " + port)-> default/Service/cache"])
  }

  @Test("So is one in an argument, a field of a file, and a list of a file")
  func otherTexts() {
    for field in ["args: ['--cache-addr=[fd00::77]:6379']", "args: [--cache-host, 'fd00::77']"] {
      #expect(calls(field, others: Self.cache).edges(.calls).count == 1)
    }
    let files = """
      volumeMounts: [{name: v, mountPath: /etc/x}]
      """
    for line in ["host: fd00::77", "cacheAddr: \"[fd00::77]:6379\"", "hosts: ['10.96.7.7']"] {
      let graph = Graph(
        deployment(
          "web", labels: "app: web",
          spec: "containers:\n- name: app\n  \(files)\nvolumes: [{name: v, configMap: {name: c}}]")
          + "---\n" + Self.cache + "---\n" + configMap("c", "a.yaml: |\n  x: 1\n  \(line)"))
      #expect(graph.edge(app, "default/Service/cache", .calls) != nil)
    }
  }

  @Test(
    "A public address is a host outside the cluster",
    arguments: [
      ("https://[2001:db8::5]:443", "2001:db8::5"), ("http://[2001:DB8:0::6]/x", "2001:db8::6"),
      ("http://1.2.3.4:80", "1.2.3.4"), ("[2001:db8::8]:443", "2001:db8::8"), ("2001:db8::7", "2001:db8::7"),
    ])
  func outside(_ value: String, _ host: String) {
    let graph = calls("env: [{name: LEDGER_URL, value: '\(value)'}]")
    #expect(graph.node("Host/\(host)")?.presence == .outside)
    #expect(graph.edges(.calls).count == 1)
    #expect(!graph.ids.contains { $0.contains("/Service/") })
  }

  @Test(
    "A private, unique-local or link-local address may be anything",
    arguments: [
      "10.1.2.3", "172.20.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fd12::1]", "[fe80::1%25eth0]",
    ])
  func unknown(_ host: String) {
    let graph = calls("env: [{name: LEDGER_URL, value: 'http://\(host):80'}]")
    let node = graph.topology.nodes.first { $0.kind == "Host" }
    #expect(node?.presence == .notInInput)
    #expect(graph.diagnostics.isEmpty)
  }

  @Test("Policies can't say whether a call to an address that may be anything is allowed")
  func verdicts() {
    func verdict(_ egress: String, _ address: String = "10.1.2.3") -> Verdict.State? {
      let policy = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: default}
        spec: {podSelector: {}, policyTypes: [Egress], egress: [\(egress)]}

        """
      let graph = Graph(
        deployment(
          "web", labels: "app: web", namespace: "default",
          spec: "containers: [{name: app, env: [{name: A_URL, value: 'http://\(address):80'}]}]") + "---\n" + policy)
      return graph.topology.edges.first { $0.kind == .calls }?.verdict?.state
    }
    #expect(verdict("{to: [{namespaceSelector: {}}]}") == .cannotTell)
    #expect(verdict("{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}") == .cannotTell)
    #expect(verdict("{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}") == .allowed)
    #expect(verdict("{}") == .allowed)
    #expect(verdict("") == .denied)
    #expect(verdict("{to: [{ipBlock: {cidr: '2001:db8::/32'}}]}", "[2001:db8::5]") == .allowed)
    #expect(verdict("{to: [{namespaceSelector: {}}]}", "[2001:db8::5]") == .denied)
  }

  @Test("Loopback addresses are the pod itself, and addresses of nobody aren't calls")
  func loopback() {
    let spec = """
      containers:
      - {name: app, env: [{name: A_URL, value: 'http://[::1]:9000'}, {name: B_ADDR, value: '127.0.0.2:9000'}]}
      - {name: side, ports: [{containerPort: 9000}], env: [{name: C_ADDR, value: '0.0.0.0:80'}, {name: D_ADDR, value: '[::]:80'}]}
      """
    #expect(
      Graph(deployment("web", spec: spec)).edges(.calls) == ["\(app) -calls 9000-> default/Deployment/web/side"])
  }

  @Test("A pod's address leads to the container that listens, and to its workload if the input has that")
  func pods() {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: db-0, namespace: default}
      spec: {containers: [{name: db, ports: [{containerPort: 5432}]}]}
      status: {podIP: 10.244.0.9, podIPs: [{ip: 10.244.0.9}, {ip: 'fd00:10::9'}]}

      """
    for value in ["postgres://10.244.0.9:5432/x", "postgres://[fd00:10::9]:5432"] {
      let graph = calls("env: [{name: DB_URL, value: '\(value)'}]", others: pod)
      #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Pod/db-0/db"])
    }
    let owned = pod.replacing(
      "namespace: default}",
      with:
        "namespace: default, ownerReferences: [{kind: StatefulSet, apiVersion: apps/v1, name: db, controller: true}]}")
    let owner = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: default}
      spec: {template: {spec: {containers: [{name: db, ports: [{containerPort: 5432}]}]}}}
      ---

      """
    let graph = calls("env: [{name: DB_URL, value: 'tcp://10.244.0.9:5432'}]", others: owner + owned)
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/StatefulSet/db/db"])
  }

  @Test("The names in a pod's hostAliases have the address that is given there")
  func aliases() {
    func graph(_ ip: String, _ value: String) -> Graph {
      Graph(
        deployment(
          "web", labels: "app: web", namespace: "default",
          spec: """
            hostAliases: [{ip: '\(ip)', hostnames: [Db.corp.example, db2.corp.example]}]
            containers:
            - {name: app, env: [{name: DB_ADDR, value: '\(value)'}]}
            - {name: side, ports: [{containerPort: 5432}]}
            """) + "---\n" + Self.cache)
    }
    #expect(
      graph("10.96.7.7", "db.corp.example:6379").edges(.calls) == ["\(app) -calls 6379-> default/Service/cache"])
    #expect(
      graph("127.0.0.1", "DB.corp.example:5432").edges(.calls) == ["\(app) -calls 5432-> default/Deployment/web/side"])
    let unknown = graph("10.9.9.9", "db2.corp.example:5432")
    #expect(unknown.node("Host/db2.corp.example")?.presence == .notInInput)
    let known = graph("192.0.2.4", "192.0.2.4:5432")
    #expect(known.node("Host/db.corp.example")?.presence == .outside)
  }

  @Test("The address of the node with a port of the node is what listens there")
  func nodes() {
    let agent = """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent, namespace: default}
      spec:
        template:
          spec: {containers: [{name: agent, ports: [{containerPort: 8126, hostPort: 8127}]}]}
      ---

      """
    let open = service("door", namespace: "default", spec: "type: NodePort\nports: [{port: 80, nodePort: 30080}]")
    let node = "{name: NODE_IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}"
    for field in [
      "env: [\(node), {name: AGENT_URL, value: 'http://$(NODE_IP):8127'}]",
      "env: [\(node)]\nargs: ['--agent-host=$(NODE_IP):8127']",
      "env: [{name: AGENT_HOST, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}, {name: AGENT_PORT, value: '8127'}]",
    ] {
      let graph = calls(field, others: agent + open)
      #expect(graph.edges(.calls) == ["\(app) -calls 8127-> default/DaemonSet/agent/agent"])
    }
    let door = calls("env: [\(node), {name: DOOR_URL, value: 'http://$(NODE_IP):30080'}]", others: agent + open)
    #expect(door.edges(.calls) == ["\(app) -calls 30080-> default/Service/door"])
    #expect(door.diagnostics.allSatisfy { $0.severity != .warning })
    #expect(calls("env: [\(node), {name: A_URL, value: 'http://$(NODE_IP):9'}]", others: agent).edges(.calls).isEmpty)
    #expect(
      !calls("env: [\(node), {name: A_URL, value: 'http://$(NODE_IP):9'}]").ids.contains { $0.contains("podmap") })
  }

  @Test("Of Services with the same address in several namespaces, the near one is meant, or none")
  func ambiguous() {
    let one = service("one", namespace: "a", spec: "clusterIP: 10.96.0.5\nports: [{port: 80}]")
    let two = service("two", namespace: "b", spec: "clusterIP: 10.96.0.5\nports: [{port: 80}]")
    func graph(_ namespace: String) -> Graph {
      Graph(
        deployment(
          "web", namespace: namespace,
          spec: "containers: [{name: app, env: [{name: A_URL, value: 'http://10.96.0.5'}]}]") + "---\n" + one + "---\n"
          + two)
    }
    #expect(graph("b").edges(.calls) == ["b/Deployment/web/app -calls-> b/Service/two"])
    #expect(graph("c").edges(.calls) == ["c/Deployment/web/app -calls-> Host/10.96.0.5"])
  }

  @Test("An ExternalName that is an address is what has the address")
  func externalNames() {
    func graph(_ name: String) -> Graph {
      Graph(
        service("far", namespace: "default", spec: "type: ExternalName\nexternalName: '\(name)'") + "---\n" + Self.cache
      )
    }
    #expect(graph("10.96.7.7").edges(.routes) == ["default/Service/far -routes-> default/Service/cache"])
    #expect(graph("10.0.0.9").node("Host/10.0.0.9")?.presence == .notInInput)
    #expect(graph("db.example.com").node("Host/db.example.com")?.presence == .outside)
  }

  @Test("The password before an address is never shown", arguments: ["[2001:db8::5]:80", "10.96.7.7:6379"])
  func secrets(_ host: String) {
    let graph = calls("env: [{name: A_URL, value: 'http://user:hunter2@\(host)/x'}]", others: Self.cache)
    #expect(graph.topology.edges.flatMap(\.evidence).contains { $0.value == host })
    #expect(!graph.topology.edges.flatMap(\.evidence).contains { $0.value.contains("hunter2") })
  }
}
